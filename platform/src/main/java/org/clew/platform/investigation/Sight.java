package org.clew.platform.investigation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.access.Action;
import org.clew.platform.access.Reach;
import org.clew.platform.access.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What of the records somebody may see, and how.
@Component
final class Sight {

  private final ObjectProvider<CaseSight> cases;

  Sight(ObjectProvider<CaseSight> cases) {
    this.cases = cases;
  }

  /// Whether somebody may see records of the whole organisation, so that counts over all of them
  /// tell nothing new.
  boolean seesAll(SignedIn me) {
    return me.reach(Action.READ_RECORDS) == Reach.TEAM;
  }

  boolean sees(SignedIn me, StoredRecord record) {
    return !visible(me, List.of(record)).isEmpty();
  }

  /// Those of the records that somebody may see, in the same order.
  List<StoredRecord> visible(SignedIn me, Collection<StoredRecord> records) {
    if (seesAll(me)) {
      return List.copyOf(records);
    }
    Set<UUID> readable = readableCases(me, records);
    return records.stream()
        .filter(
            record ->
                record.source().kind() == RecordSource.Kind.CASE
                    && readable.contains(record.source().id()))
        .toList();
  }

  /// A record as this person may see it.
  ShownRecord show(SignedIn me, StoredRecord record) {
    boolean full = me.may(Action.READ_CONTACT_DETAILS);
    return new ShownRecord(
        record.id(),
        record.source(),
        record.line(),
        full ? record.label().text() : Masks.mask(record.label()).text(),
        full ? record.values() : Masks.mask(record.values()),
        opens(me, record.source().kind()));
  }

  private static boolean opens(SignedIn me, RecordSource.Kind kind) {
    return switch (kind) {
      case CASE -> me.may(Action.READ_CASE);
      case IMPORT -> me.may(Action.IMPORT_RECORDS);
      case ASKED -> false;
    };
  }

  private Set<UUID> readableCases(SignedIn me, Collection<StoredRecord> records) {
    Set<UUID> asked =
        records.stream()
            .filter(record -> record.source().kind() == RecordSource.Kind.CASE)
            .map(record -> record.source().id())
            .collect(Collectors.toSet());
    if (asked.isEmpty() || !me.may(Action.READ_CASE)) {
      return Set.of();
    }
    if (me.reach(Action.READ_CASE) == Reach.TEAM) {
      return asked;
    }
    var readable = new HashSet<UUID>();
    cases.forEach(sight -> readable.addAll(sight.visible(me, asked)));
    return readable;
  }
}
