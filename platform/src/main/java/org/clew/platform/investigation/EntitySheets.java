package org.clew.platform.investigation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clew.platform.access.People;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.investigation.screen.EntityPage;
import org.clew.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An entity to look at, under whatever id it was ever known by: its records, or where they are by
/// now, and what happened to it.
@Component
class EntitySheets {

  private final EntityStore store;
  private final EntityEventStore events;
  private final RecordStore records;
  private final Sight sight;
  private final People people;
  private final Audit audit;

  EntitySheets(
      EntityStore store,
      EntityEventStore events,
      RecordStore records,
      Sight sight,
      People people,
      Audit audit) {
    this.store = store;
    this.events = events;
    this.records = records;
    this.sight = sight;
    this.people = people;
    this.audit = audit;
  }

  /// @throws NotFound when there never was one, or nothing of it is for this person
  @Transactional
  EntityPage one(SignedIn me, EntityId id) {
    EntityStore.Row entity = store.find(id).orElseThrow(NotFound::new);
    List<ShownRecord> shown = entity.endedAt() == null ? visible(me, store.records(id)) : List.of();
    Map<String, EntityPage.Now> now = entity.endedAt() == null ? Map.of() : now(me, entity);
    if (shown.isEmpty() && now.isEmpty() && !sight.seesAll(me)) {
      throw new NotFound();
    }
    var read = new ArrayList<>(shown);
    now.values().forEach(each -> read.addAll(each.records()));
    audit.record(
        me,
        Deed.READ,
        read.stream()
            .map(record -> new Subject(Subject.Kind.RECORD, record.id().value()))
            .toList());
    return new EntityPage(
        id,
        entity.endedAt(),
        shown,
        List.copyOf(now.values()),
        history(id),
        sight.seesAll(me) ? EntityPage.Figures.SHOWN : EntityPage.Figures.HIDDEN);
  }

  /// What an entity that ended is by now, as far as this person may see it.
  private Map<String, EntityPage.Now> now(SignedIn me, EntityStore.Row ended) {
    var out = new TreeMap<String, EntityPage.Now>();
    for (EntityId id : resolve(ended)) {
      List<ShownRecord> shown = visible(me, store.records(id));
      if (!shown.isEmpty()) {
        out.put(id.toString(), new EntityPage.Now(id, shown));
      }
    }
    return out;
  }

  /// Those in which its last records are; where none is left, those it went into.
  private Set<EntityId> resolve(EntityStore.Row ended) {
    var out = new HashSet<EntityId>();
    var seen = new HashSet<EntityId>();
    Deque<EntityStore.Row> edge = new ArrayDeque<>(List.of(ended));
    while (!edge.isEmpty() && seen.size() < Limits.ENTITY_STEPS) {
      EntityStore.Row row = edge.remove();
      if (row.endedAt() == null) {
        out.add(row.id());
      } else if (seen.add(row.id())) {
        Set<EntityId> with = store.around(store.records(row.id())).keySet();
        out.addAll(with);
        if (with.isEmpty()) {
          row.became().forEach(next -> store.find(next).ifPresent(edge::add));
        }
      }
    }
    return out;
  }

  private List<ShownRecord> visible(SignedIn me, Collection<RecordId> ids) {
    return sight.visible(me, records.find(ids).values()).stream()
        .map(record -> sight.show(me, record))
        .toList();
  }

  private List<EntityMoment> history(EntityId id) {
    Map<PersonId, String> names = people.names();
    return events.history(id).stream()
        .map(
            moment -> {
              EntityMoment.Said said = moment.judgement();
              return said == null ? moment : moment.named(names.get(said.by()));
            })
        .toList();
  }
}
