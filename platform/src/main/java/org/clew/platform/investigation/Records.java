package org.clew.platform.investigation;

import java.util.List;
import org.clew.linkage.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The linkable records of the organisation the work is bound to. Call it in the transaction that
/// writes the thing itself: the index of every server follows once that commits.
@Component
public class Records {

  private final RecordStore store;
  private final RecordChangeStore changes;
  private final EntityKeeping entities;

  Records(RecordStore store, RecordChangeStore changes, EntityKeeping entities) {
    this.store = store;
    this.changes = changes;
    this.entities = entities;
  }

  /// Adds a record, or takes the place of what it said before. Without a value that says anything
  /// the record is removed.
  ///
  /// @param id chosen by the caller and kept for good
  /// @param values what was said of one and the same thing: a person, an organisation, a vehicle
  @Transactional
  public void put(RecordSource source, RecordId id, List<Value> values) {
    List<Value> said = values.stream().filter(value -> !value.text().isBlank()).toList();
    if (said.isEmpty()) {
      remove(id);
      return;
    }
    store.put(new StoredRecord(id, source, 0, said));
    changes.touched(id);
    entities.followPut(id);
  }

  /// Forgets a record. What was judged about it is kept as history and binds nothing.
  @Transactional
  public void remove(RecordId id) {
    if (store.remove(id)) {
      changes.touched(id);
      entities.followRemoved(List.of(id));
    }
  }

  /// Forgets all records of a source.
  @Transactional
  public void removeAll(RecordSource.Kind kind, java.util.UUID source) {
    List<RecordId> removed = store.removeAll(kind, source);
    if (!removed.isEmpty()) {
      changes.removed(removed);
      entities.followRemoved(removed);
    }
  }
}
