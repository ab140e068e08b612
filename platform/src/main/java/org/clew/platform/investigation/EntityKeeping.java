package org.clew.platform.investigation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.linkage.EntityChange;
import org.clew.linkage.Regrouping;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps which records are one as people judged them: under ids that last, with an event for each
/// change. A machine puts nothing together here.
///
/// Works in the transaction of a judgement, under its lock. Records that are removed, or come back,
/// are followed right after their transaction has ended, in one of their own: who holds the audit's
/// chain may wait for nobody.
@Component
final class EntityKeeping {

  private static final Logger LOG = LoggerFactory.getLogger(EntityKeeping.class);

  private final EntityStore store;
  private final EntityEventStore events;
  private final JudgementStore judgements;
  private final RecordStore records;
  private final Tenancy tenancy;
  private final Ids ids;
  private final InstantSource clock;

  EntityKeeping(
      EntityStore store,
      EntityEventStore events,
      JudgementStore judgements,
      RecordStore records,
      Tenancy tenancy,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.events = events;
    this.judgements = judgements;
    this.records = records;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
  }

  /// A judgement was made, or taken back.
  ///
  /// @throws Refused when more would be one than can be looked through
  void heed(Judged judged, EntityMoment.Cause cause) {
    regroup(Set.of(judged.left(), judged.right()), cause, judged.id(), now());
  }

  /// Follows records that may have been removed, once that is certain.
  void followRemoved(Collection<RecordId> removed) {
    List<RecordId> members = store.members(removed);
    if (!members.isEmpty()) {
      afterwards(members);
    }
  }

  /// Follows a record that may have been there before, once it is certain that it is there.
  void followPut(RecordId put) {
    if (!judgements.about(List.of(put)).isEmpty()) {
      afterwards(List.of(put));
    }
  }

  private void afterwards(Collection<RecordId> touched) {
    OrganisationId organisation = Tenancy.current().orElseThrow();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            try {
              tenancy.within(organisation, () -> follow(touched));
            } catch (RuntimeException e) {
              // What was asked for is done; `tidy` follows. Nothing of what failed is about a
              // person.
              LOG.warn("Following records failed: {}", e.getClass().getSimpleName());
            }
          }
        });
  }

  /// Looks again at members that are no records any more: those of a server that died before it
  /// could follow. Answers how many there were.
  int tidy() {
    List<RecordId> lost = store.lost();
    if (!lost.isEmpty()) {
      follow(lost);
    }
    return lost.size();
  }

  private void follow(Collection<RecordId> touched) {
    judgements.lock();
    regroup(touched, EntityMoment.Cause.RECORD, null, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void regroup(
      Collection<RecordId> touched,
      EntityMoment.Cause cause,
      @Nullable JudgementId judgement,
      Instant at) {
    var concerned = new LinkedHashSet<RecordId>(touched);
    Map<EntityId, Set<RecordId>> before = store.around(concerned);
    before.values().forEach(concerned::addAll);
    List<Set<RecordId>> groups = groups(concerned);
    groups.forEach(concerned::addAll);
    before = store.around(concerned);
    if (cause == EntityMoment.Cause.JUDGED
        && groups.stream().anyMatch(group -> group.size() > Limits.ENTITY_RECORDS)) {
      throw new Refused("investigation.judge.large", Limits.ENTITY_RECORDS);
    }
    Set<RecordId> members =
        before.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    var regrouping =
        Regrouping.of(
            entities(before),
            entities(store.endedAround(concerned)),
            groups.stream()
                .filter(group -> group.size() > 1 || members.containsAll(group))
                .map(EntityKeeping::texts)
                .toList(),
            () -> ids.next().toString());
    carryOut(regrouping, at);
    regrouping.changes().forEach(change -> events.insert(change, cause, judgement, at));
  }

  /// What is one among some records and those they were judged to be one with.
  private List<Set<RecordId>> groups(Collection<RecordId> concerned) {
    Set<RecordId> there = records.existing(concerned);
    Entities bound = Entities.following(there, judgements::same);
    var seen = new HashSet<RecordId>();
    var out = new ArrayList<Set<RecordId>>();
    for (RecordId record : there) {
      if (!seen.contains(record)) {
        Set<RecordId> group = bound.of(record);
        seen.addAll(group);
        out.add(group);
      }
    }
    return out;
  }

  private void carryOut(Regrouping regrouping, Instant at) {
    for (EntityChange change : regrouping.changes()) {
      for (EntityChange.Part part : change.parts()) {
        String to = part.to();
        if (to == null) {
          store.takeOut(recordIds(part.records()));
        } else if (!to.equals(part.from())) {
          store.put(EntityId.read(to), recordIds(part.records()), at);
        }
      }
    }
    for (Regrouping.Entity entity : regrouping.ended()) {
      var became = new LinkedHashSet<EntityId>();
      for (EntityChange change : regrouping.changes()) {
        change.parts().stream()
            .filter(part -> entity.id().equals(part.from()))
            .flatMap(part -> Stream.ofNullable(part.to()))
            .forEach(to -> became.add(EntityId.read(to)));
      }
      store.end(EntityId.read(entity.id()), recordIds(entity.records()), became, at);
    }
  }

  private static List<Regrouping.Entity> entities(Map<EntityId, Set<RecordId>> entities) {
    return entities.entrySet().stream()
        .map(entity -> new Regrouping.Entity(entity.getKey().toString(), texts(entity.getValue())))
        .toList();
  }

  private static SortedSet<String> texts(Set<RecordId> records) {
    var out = new TreeSet<String>();
    records.forEach(record -> out.add(record.toString()));
    return out;
  }

  private static List<RecordId> recordIds(Collection<String> texts) {
    return texts.stream().sorted().map(text -> new RecordId(UUID.fromString(text))).toList();
  }
}
