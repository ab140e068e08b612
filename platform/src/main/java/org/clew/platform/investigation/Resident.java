package org.clew.platform.investigation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.clew.linkage.LinkIndex;

/// One organisation's records in memory, as of a snapshot of the database.
final class Resident {

  private final ReentrantLock following = new ReentrantLock();
  private final RecordStore store;
  private final RecordChangeStore changes;
  private final LinkIndex index;
  private final String region;
  private String snapshot = "";
  private volatile Instant usedAt;

  Resident(RecordStore store, RecordChangeStore changes, String region, Instant now) {
    this.store = store;
    this.changes = changes;
    index = new LinkIndex(region);
    this.region = region;
    usedAt = now;
  }

  String region() {
    return region;
  }

  Instant usedAt() {
    return usedAt;
  }

  int size() {
    return index.size();
  }

  LinkIndex used(Instant now) {
    usedAt = now;
    return index;
  }

  /// Brings the index to what has been committed by now.
  void follow() {
    following.lock();
    try {
      if (snapshot.isEmpty()) {
        snapshot = changes.now();
        store.each(record -> index.put(record.forLinking()));
      } else {
        RecordChangeStore.Since since = changes.since(snapshot);
        since.changes().forEach(this::heed);
        snapshot = since.snapshot();
      }
    } finally {
      following.unlock();
    }
  }

  private void heed(RecordChangeStore.Change change) {
    switch (change) {
      case RecordChangeStore.Touched touched -> reread(touched.ids());
      case RecordChangeStore.Arrived arrived ->
          store.eachOf(
              RecordSource.Kind.IMPORT, arrived.source(), record -> index.put(record.forLinking()));
    }
  }

  private void reread(List<RecordId> ids) {
    Set<String> gone =
        ids.stream().map(RecordId::toString).collect(Collectors.toCollection(HashSet::new));
    for (StoredRecord record : store.find(ids).values()) {
      // What somebody asked is kept for its judgement; it is not itself an answer.
      if (record.source().kind() != RecordSource.Kind.ASKED) {
        index.put(record.forLinking());
        gone.remove(record.id().toString());
      }
    }
    gone.forEach(index::remove);
  }
}
