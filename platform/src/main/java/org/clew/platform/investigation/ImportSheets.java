package org.clew.platform.investigation;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clew.platform.access.Action;
import org.clew.platform.access.People;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.investigation.screen.ImportPage;
import org.clew.platform.investigation.screen.ImportsPage;
import org.clew.platform.web.Language;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Words;
import org.clew.tables.CellWriter;
import org.clew.tables.SheetCells;
import org.springframework.stereotype.Component;

/// What the pages of imports show.
@Component
final class ImportSheets {

  private final Imports imports;
  private final ImportQueue queue;
  private final Connections connections;
  private final People people;
  private final Audit audit;
  private final Words words;

  ImportSheets(
      Imports imports,
      ImportQueue queue,
      Connections connections,
      People people,
      Audit audit,
      Words words) {
    this.imports = imports;
    this.queue = queue;
    this.connections = connections;
    this.people = people;
    this.audit = audit;
    this.words = words;
  }

  ImportsPage all(ListAsk ask) {
    return new ImportsPage(
        imports.page(ask.offset(), ListAsk.PAGE_ROWS),
        new Listing("/imports", Map.of(), "when", ask.pageNumber(), imports.count()));
  }

  /// @param linkPage which page of the connections, from 1
  ImportPage one(SignedIn me, ImportList list, ListAsk ask, int linkPage) {
    audit.record(me, Deed.READ, Imports.subject(list.id()));
    if (list.state().goesOn()) {
      queue.enqueue(me.organisation(), list.id());
    }
    boolean there = list.state() == ImportState.DONE;
    boolean preview = list.state().canStart();
    var listing =
        new Listing(
            "/imports/" + list.id(), Map.of(), "line", ask.pageNumber(), list.counts().rejected());
    return new ImportPage(
        list,
        people.name(list.createdBy()),
        preview ? firstRows(me, list) : List.of(),
        preview || there ? imports.rejects(me, list, ask.offset(), ListAsk.PAGE_ROWS) : List.of(),
        listing,
        there ? connections.of(me, list, ImportLinkStore.Place.INSIDE, linkPage - 1) : null,
        there ? connections.of(me, list, ImportLinkStore.Place.OUTSIDE, linkPage - 1) : null,
        linkPage,
        preview ? imports.alike(list) : List.of(),
        Mistakes.NONE);
  }

  /// The rows left out as delimited text that can be put right and brought in again: every column,
  /// then the line and the reason. What a spreadsheet would compute is guarded by an apostrophe.
  /// Closes what it is written to.
  void writeRejected(SignedIn me, ImportList list, OutputStream out) {
    me.demand(Action.IMPORT_RECORDS);
    Language language = me.language() == null ? Language.ENGLISH : me.language();
    var headings = new ArrayList<String>();
    list.columns().forEach(column -> headings.add(SheetCells.harmless(column.header())));
    headings.add(words.say(language, "investigation.reject.line"));
    headings.add(words.say(language, "investigation.reject.reason"));
    try (var csv = new CellWriter(out)) {
      csv.row(headings);
      imports.rejected(me, list.id(), reject -> csv.row(cells(list, language, reject)));
    }
  }

  private List<String> cells(ImportList list, Language language, Reject reject) {
    var cells = new ArrayList<String>();
    int columns = Math.max(list.columns().size(), reject.cells().size());
    for (int i = 0; i < columns; i++) {
      cells.add(i < reject.cells().size() ? SheetCells.harmless(reject.cells().get(i)) : "");
    }
    cells.add(Long.toString(reject.line()));
    cells.add(
        words.say(language, reject.fault().messageKey(), SheetCells.harmless(reject.heading())));
    return cells;
  }

  private List<ImportPage.FirstRow> firstRows(SignedIn me, ImportList list) {
    return imports.firstRows(me, list).stream().map(ImportSheets::firstRow).toList();
  }

  private static ImportPage.FirstRow firstRow(CheckedRow row) {
    return switch (row) {
      case CheckedRow.Good good ->
          new ImportPage.FirstRow(
              good.row().line(),
              good.values().stream()
                  .map(v -> new ImportPage.Said(v.kind().name(), cut(v.text())))
                  .toList(),
              null,
              "");
      case CheckedRow.Bad bad ->
          new ImportPage.FirstRow(
              bad.row().line(), List.of(), bad.fault().messageKey(), bad.column());
    };
  }

  private static String cut(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}
