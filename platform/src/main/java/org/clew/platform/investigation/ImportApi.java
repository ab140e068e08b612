package org.clew.platform.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clew.platform.access.Action;
import org.clew.platform.access.Allowed;
import org.clew.platform.access.SignedIn;
import org.clew.platform.access.Uploads;
import org.clew.platform.investigation.screen.UploadPage;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Imports for machines: the steps a person takes, in the same order.
@RestController
@RequestMapping("/api/v1/imports")
@Tag(
    name = "imports",
    description = "Lists from outside: upload, say what the columns hold, start, look, undo")
class ImportApi {

  private final Imports imports;
  private final ImportSheets sheets;
  private final ImportForm form;
  private final Uploads uploads;

  ImportApi(Imports imports, ImportSheets sheets, ImportForm form, Uploads uploads) {
    this.imports = imports;
    this.sheets = sheets;
    this.form = form;
    this.uploads = uploads;
  }

  /// A column and what it is used as.
  record ColumnShown(
      String header,
      @Schema(description = "A kind of value, KEEP or LEAVE_OUT", example = "PHONE") String use) {}

  /// An import as it is now.
  record ImportShown(
      UUID id,
      String name,
      ImportState state,
      List<ColumnShown> columns,
      @Schema(description = "Rows of the file, without its headings and blank lines") long rows,
      @Schema(description = "Rows left out; rows = imported + rejected") long rejected,
      @Schema(description = "Rows that are, or will be, records") long imported,
      @Schema(description = "Connections between its own records") long duplicates,
      @Schema(description = "Connections to records that were there before") long connections,
      @Schema(description = "Steps done of `total`, while it goes on") long done,
      long total,
      LocalDate keepUntil) {

    static ImportShown of(ImportList list) {
      return new ImportShown(
          list.id().value(),
          list.about().name(),
          list.state(),
          list.columns().stream().map(c -> new ColumnShown(c.header(), c.use())).toList(),
          list.counts().rows(),
          list.counts().rejected(),
          list.counts().taken(),
          list.counts().inside(),
          list.counts().outside(),
          list.far().done(),
          list.far().total(),
          list.about().keepUntil());
    }
  }

  /// What the columns hold.
  record ColumnsSaid(
      @Schema(
              description = "One use for each column, in the order of the file",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable List<String> uses,
      @Schema(description = "What to do with a cell that cannot be what its column is said to be")
          ImportList.@Nullable OddCells odd) {}

  @Operation(
      summary = "Upload a list",
      description =
          "The body is the file itself, CSV or XLSX, at most 50 MB and 200,000 rows. Answers the"
              + " guessed use of each column. Nothing is imported yet. Scope IMPORT_RECORDS.",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = "text/csv",
                    schema = @Schema(type = "string", format = "binary")),
                @Content(
                    mediaType = "application/octet-stream",
                    schema = @Schema(type = "string", format = "binary"))
              }))
  @ApiResponse(responseCode = "201", description = "Taken in; say next what the columns hold")
  @ApiResponse(responseCode = "422", description = "Not a list, too large, or a field is wrong")
  @ApiResponse(
      responseCode = "503",
      description = "Other lists are on their way: come again, as Retry-After says")
  @PostMapping(
      consumes = {
        "text/csv",
        "application/octet-stream",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  @Allowed(Action.IMPORT_RECORDS)
  ResponseEntity<ImportShown> upload(
      SignedIn me,
      @Parameter(description = "Name of the list, as colleagues will read it; nothing personal")
          @RequestParam(name = "name", defaultValue = "")
          String name,
      @Parameter(description = "Lawful basis, GDPR Article 6(1)", example = "PUBLIC_TASK")
          @RequestParam(name = "basis", defaultValue = "")
          String basis,
      @Parameter(description = "What for, in a sentence without names")
          @RequestParam(name = "purpose", defaultValue = "")
          String purpose,
      @Parameter(description = "The day its records are forgotten", example = "2027-12-31")
          @RequestParam(name = "keepUntil", defaultValue = "")
          String keepUntil,
      HttpServletRequest request,
      InputStream body)
      throws IOException {
    UploadPage page = form.check(name, basis, purpose, keepUntil, false);
    if (!page.mistakes().isEmpty()) {
      Mistake first = page.mistakes().all().getFirst();
      throw new Refused(first.messageKey(), first.arguments().toArray());
    }
    try (var _ = uploads.hold(me, request.getContentLengthLong())) {
      byte[] content = body.readNBytes(Limits.FILE_BYTES + 1);
      ImportList list = imports.upload(me, form.about(page), "api", content);
      return ResponseEntity.created(URI.create("/api/v1/imports/" + list.id()))
          .body(ImportShown.of(list));
    }
  }

  @Operation(summary = "Look at an import", description = "Scope IMPORT_RECORDS.")
  @GetMapping("/{id}")
  @Allowed(Action.IMPORT_RECORDS)
  ImportShown one(SignedIn me, @PathVariable("id") UUID id) {
    return ImportShown.of(imports.find(me, new ImportId(id)));
  }

  @Operation(
      summary = "Say what the columns hold, and check every row",
      description = "Answers how many rows will be imported and how many left out.")
  @ApiResponse(responseCode = "200", description = "Checked", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "422", description = "A use is missing, or nothing is compared")
  @PutMapping("/{id}/columns")
  @Allowed(Action.IMPORT_RECORDS)
  ImportShown columns(
      SignedIn me,
      @PathVariable("id") UUID id,
      @org.springframework.web.bind.annotation.RequestBody ColumnsSaid said) {
    ImportList.OddCells odd = said.odd() == null ? ImportList.OddCells.REJECT_ROW : said.odd();
    List<String> uses = said.uses();
    if (uses == null || uses.contains(null)) {
      throw new Refused("web.mistake.empty").at("uses");
    }
    return ImportShown.of(imports.columns(me, new ImportId(id), uses, odd));
  }

  @Operation(
      summary = "Start importing",
      description = "Goes on after the answer; look at the import to see how far it is.")
  @ApiResponse(responseCode = "202", description = "In the queue")
  @ApiResponse(
      responseCode = "422",
      description = "Cannot be started now, or the same file is imported already")
  @PostMapping("/{id}/start")
  @Allowed(Action.IMPORT_RECORDS)
  ResponseEntity<ImportShown> start(
      SignedIn me,
      @PathVariable("id") UUID id,
      @Parameter(description = "Import although the very same file is imported already")
          @RequestParam(name = "again", defaultValue = "false")
          boolean again) {
    imports.start(me, new ImportId(id), again);
    return ResponseEntity.accepted().body(one(me, id));
  }

  @Operation(
      summary = "Stop a running import",
      description = "While rows are being written nothing is imported then.")
  @ApiResponse(responseCode = "202", description = "It will stop in a moment")
  @PostMapping("/{id}/stop")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Allowed(Action.IMPORT_RECORDS)
  ImportShown stop(SignedIn me, @PathVariable("id") UUID id) {
    imports.stop(me, new ImportId(id));
    return one(me, id);
  }

  @Operation(
      summary = "Get the rows left out",
      description = "All columns as they came, then the line and the reason, as CSV in UTF-8.")
  @GetMapping(path = "/{id}/rejected", produces = "text/csv")
  @Allowed(Action.IMPORT_RECORDS)
  void rejected(SignedIn me, @PathVariable("id") UUID id, HttpServletResponse response)
      throws IOException {
    ImportList list = imports.find(me, new ImportId(id));
    response.setContentType("text/csv;charset=UTF-8");
    sheets.writeRejected(me, list, response.getOutputStream());
  }

  @Operation(
      summary = "Undo an import",
      description = "Takes its records out again; what was judged about them stays as history.")
  @ApiResponse(responseCode = "204", description = "Undone")
  @ApiResponse(responseCode = "422", description = "It cannot be undone now")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(Action.IMPORT_RECORDS)
  void undo(SignedIn me, @PathVariable("id") UUID id) {
    imports.undo(me, new ImportId(id));
  }
}
