package org.clew.platform.investigation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.access.Upload;
import org.clew.platform.audit.Subject;
import org.clew.platform.audit.SubjectPath;
import org.clew.platform.investigation.screen.ColumnsPage;
import org.clew.platform.investigation.screen.UploadPage;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Refused;
import org.clew.platform.web.Room;
import org.clew.platform.web.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// Bringing in a list: upload, columns, preview, import, result, undo.
@Controller
class ImportPages {

  private final Screens screens;
  private final Imports imports;
  private final ImportSheets sheets;
  private final ImportForm form;

  ImportPages(Screens screens, Imports imports, ImportSheets sheets, ImportForm form) {
    this.screens = screens;
    this.imports = imports;
    this.sheets = sheets;
    this.form = form;
  }

  @Bean
  static SubjectPath importPath() {
    return new SubjectPath(Subject.Kind.IMPORT, "/imports/", Action.IMPORT_RECORDS);
  }

  @Bean
  static Room importsRoom() {
    return new Room(
        "/imports",
        "investigation.room.imports",
        Room.Group.LOOK,
        220,
        List.of(Action.IMPORT_RECORDS.name()));
  }

  /// A file, and the fields around it.
  @Bean
  static Upload listUpload() {
    return new Upload("/imports", Action.IMPORT_RECORDS, Limits.FILE_BYTES + 1024 * 1024L);
  }

  @GetMapping("/imports")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView all(ListAsk ask) {
    return screens.show("investigation/imports", sheets.all(ask));
  }

  @GetMapping("/imports/new")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView upload() {
    return screens.show("investigation/upload", form.empty());
  }

  @PostMapping("/imports")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView upload(
      SignedIn me,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "basis", defaultValue = "") String basis,
      @RequestParam(name = "purpose", defaultValue = "") String purpose,
      @RequestParam(name = "keepUntil", defaultValue = "") String keepUntil,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
      throws IOException {
    UploadPage page = form.check(name, basis, purpose, keepUntil, file == null || file.isEmpty());
    if (file == null || !page.mistakes().isEmpty()) {
      return screens.show("investigation/upload", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      String fileName = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      ImportList list = imports.upload(me, form.about(page), fileName, file.getBytes());
      return screens.goTo("/imports/" + list.id() + "/columns");
    } catch (Refused refused) {
      return screens.show(
          "investigation/upload",
          new UploadPage(
              page.name(), page.basis(), page.purpose(), page.keepUntil(), at("file", refused)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/imports/{id}/columns")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView columns(SignedIn me, @PathVariable("id") UUID id) {
    ImportList list = imports.find(me, new ImportId(id));
    if (list.state() != ImportState.COLUMNS && !list.state().canStart()) {
      return screens.goTo("/imports/" + list.id());
    }
    return screens.show("investigation/columns", columnsPage(me, list, Mistakes.NONE));
  }

  @PostMapping("/imports/{id}/columns")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView columns(
      SignedIn me,
      @PathVariable("id") UUID id,
      @RequestParam(name = "use", defaultValue = "") List<String> uses,
      @RequestParam(name = "odd", defaultValue = "REJECT_ROW") ImportList.OddCells odd) {
    var list = new ImportId(id);
    try {
      imports.columns(me, list, uses, odd);
      return screens.goTo("/imports/" + list);
    } catch (Refused refused) {
      return screens.show(
          "investigation/columns",
          columnsPage(me, imports.find(me, list), at("use-0", refused)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/imports/{id}")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView one(
      SignedIn me,
      @PathVariable("id") UUID id,
      @RequestParam(name = "links", defaultValue = "1") int links,
      ListAsk ask) {
    ImportList list = imports.find(me, new ImportId(id));
    if (list.state() == ImportState.COLUMNS) {
      return screens.goTo("/imports/" + list.id() + "/columns");
    }
    return screens.show(
        "investigation/import", sheets.one(me, list, ask, Math.clamp(links, 1, 5_000)));
  }

  @PostMapping("/imports/{id}/start")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView start(
      SignedIn me,
      @PathVariable("id") UUID id,
      @RequestParam(name = "again", defaultValue = "") String again) {
    imports.start(me, new ImportId(id), again.equals("yes"));
    return screens.goTo("/imports/" + id);
  }

  @PostMapping("/imports/{id}/stop")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView stop(SignedIn me, @PathVariable("id") UUID id) {
    imports.stop(me, new ImportId(id));
    return screens.goTo("/imports/" + id, "investigation.import.said.stop");
  }

  @PostMapping("/imports/{id}/undo")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView undo(SignedIn me, @PathVariable("id") UUID id) {
    imports.undo(me, new ImportId(id));
    return screens.goTo("/imports/" + id, "investigation.import.said.undone");
  }

  @PostMapping("/imports/{id}/discard")
  @Allowed(Action.IMPORT_RECORDS)
  ModelAndView discard(SignedIn me, @PathVariable("id") UUID id) {
    imports.discard(me, new ImportId(id));
    return screens.goTo("/imports", "investigation.import.said.discarded");
  }

  @PostMapping("/imports/{id}/rejected.csv")
  @Allowed(Action.IMPORT_RECORDS)
  void rejected(SignedIn me, @PathVariable("id") UUID id, HttpServletResponse response)
      throws IOException {
    ImportList list = imports.find(me, new ImportId(id));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"rejected-rows.csv\"");
    sheets.writeRejected(me, list, response.getOutputStream());
  }

  private ColumnsPage columnsPage(SignedIn me, ImportList list, Mistakes mistakes) {
    return new ColumnsPage(list, imports.samples(me, list), imports.alike(list), mistakes);
  }

  private static Mistakes at(String field, Refused refused) {
    return Mistakes.of(new Mistake(field, refused.messageKey(), refused.arguments()));
  }
}
