package org.clew.platform.casework;

import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.screen.ExportPage;
import org.clew.platform.casework.screen.FormPage;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Refused;
import org.clew.platform.web.Screens;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Taking a case out of Clew: what for and to whom, first what would leave, then the file.
@Controller
class ExportPages {

  private final Casework casework;
  private final Exports exports;
  private final ExportFiles files;
  private final Screens screens;

  ExportPages(Casework casework, Exports exports, ExportFiles files, Screens screens) {
    this.casework = casework;
    this.exports = exports;
    this.files = files;
    this.screens = screens;
  }

  @GetMapping("/cases/{id}/export")
  @Allowed(value = Action.EXPORT_CASE, stepUp = true)
  ModelAndView ask(SignedIn me, @PathVariable UUID id) {
    Case it = casework.read(me, new CaseId(id));
    return screens.show("casework/exportForm", new FormPage(it, null, Filled.blank()));
  }

  /// A page to read or print, with the account of what is left out.
  @PostMapping("/cases/{id}/export")
  @Allowed(value = Action.EXPORT_CASE, stepUp = true)
  ModelAndView show(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    Filled filled = Filled.in(form);
    ConsentPurpose purpose = filled.code("purpose", ConsentPurpose.class);
    String recipient = filled.needed("recipient", Limits.NAME);
    if (filled.isRight()) {
      try {
        return screens.show(
            "casework/export",
            new ExportPage(exports.make(me, new CaseId(id), purpose, recipient)));
      } catch (Refused refused) {
        filled.mistake("recipient", refused.messageKey());
      }
    }
    return screens.show(
        "casework/exportForm",
        new FormPage(casework.read(me, new CaseId(id)), null, filled),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/cases/{id}/export.zip")
  @Allowed(value = Action.EXPORT_CASE, stepUp = true)
  ResponseEntity<byte[]> zip(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam ConsentPurpose purpose,
      @RequestParam String recipient) {
    Export export = exports.make(me, new CaseId(id), purpose, recipient);
    String name = "case-" + export.head().reference() + ".zip";
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/zip")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .cacheControl(CacheControl.noStore())
        .body(files.zip(export));
  }
}
