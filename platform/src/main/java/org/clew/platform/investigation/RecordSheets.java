package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clew.linkage.Value;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.investigation.screen.RecordPage;
import org.clew.platform.investigation.screen.RecordsPage;
import org.clew.platform.web.ListAsk;
import org.clew.platform.web.Listing;
import org.clew.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records to look at: one as it came, or all by where they came from.
@Component
class RecordSheets {

  private final RecordStore store;
  private final ImportStore imports;
  private final Judgements judgements;
  private final Connections connections;
  private final Sight sight;
  private final Audit audit;

  RecordSheets(
      RecordStore store,
      ImportStore imports,
      Judgements judgements,
      Connections connections,
      Sight sight,
      Audit audit) {
    this.store = store;
    this.imports = imports;
    this.judgements = judgements;
    this.connections = connections;
    this.sight = sight;
    this.audit = audit;
  }

  /// @throws NotFound when there is none, or it is not for this person
  @Transactional
  RecordPage one(SignedIn me, RecordId id) {
    StoredRecord record =
        store.find(id).filter(found -> sight.sees(me, found)).orElseThrow(NotFound::new);
    audit.record(me, Deed.READ, new Subject(Subject.Kind.RECORD, id.value()));
    Entities around = judgements.around(List.of(id));
    Set<RecordId> entity = around.of(id);
    List<ShownRecord> same =
        sight
            .visible(
                me,
                store.find(entity.stream().filter(other -> !other.equals(id)).toList()).values())
            .stream()
            .map(other -> sight.show(me, other))
            .toList();
    return new RecordPage(
        sight.show(me, record),
        cells(me, record),
        same,
        around.id(id),
        connections.of(me, record),
        judgements.history(id));
  }

  /// @param source only records of this import, or of all sources
  @Transactional
  RecordsPage page(SignedIn me, @Nullable UUID source, ListAsk ask) {
    audit.record(me, Deed.LISTED, new Subject(Subject.Kind.RECORD, me.organisation().value()));
    List<ShownRecord> shown =
        sight.visible(me, store.page(source, ask.offset(), ListAsk.PAGE_ROWS)).stream()
            .map(record -> sight.show(me, record))
            .toList();
    var filter = new java.util.LinkedHashMap<String, String>();
    if (source != null) {
      filter.put("source", source.toString());
    }
    var listing = new Listing("/records", filter, "source", ask.pageNumber(), store.count(source));
    List<ImportList> lists =
        imports.page(0, 200).stream().filter(list -> list.state().isThere()).toList();
    return new RecordsPage(shown, listing, lists, source == null ? "" : source.toString());
  }

  private List<RecordPage.Cell> cells(SignedIn me, StoredRecord record) {
    List<String> cells = store.cells(record.id());
    Optional<ImportList> list =
        record.source().kind() == RecordSource.Kind.IMPORT
            ? imports.find(new ImportId(record.source().id()))
            : Optional.empty();
    if (list.isEmpty()) {
      return List.of();
    }
    boolean full = me.may(Action.READ_CONTACT_DETAILS);
    var shown = new ArrayList<RecordPage.Cell>();
    List<ListColumn> kept = list.get().kept();
    for (int i = 0; i < Math.min(kept.size(), cells.size()); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()) {
        shown.add(
            new RecordPage.Cell(kept.get(i).header(), full ? cell : masked(kept.get(i), cell)));
      }
    }
    return shown;
  }

  private static String masked(ListColumn column, String cell) {
    return column
        .kind()
        .map(kind -> Masks.mask(new Value(kind, cell)).text())
        .orElseGet(() -> Masks.text(cell));
  }
}
