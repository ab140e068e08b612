package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clew.linkage.Match;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes an answer of what an index found: reads every hit again through the wall of the database,
/// keeps what this person may see, puts together what was judged to be one, sets aside what was
/// judged not to be. Works inside the caller's transaction.
@Component
final class Findings {

  /// Who was compared with whom.
  ///
  /// @param from the record compared, or what was asked before in the same words; none otherwise
  record Pair(@Nullable RecordId from, Match match) {

    RecordId found() {
      return new RecordId(UUID.fromString(match.id()));
    }
  }

  private final RecordStore store;
  private final Judgements judgements;
  private final Sight sight;
  private final Audit audit;

  Findings(RecordStore store, Judgements judgements, Sight sight, Audit audit) {
    this.store = store;
    this.judgements = judgements;
    this.sight = sight;
    this.audit = audit;
  }

  /// What is known of what somebody searched for, each record or entity once.
  ///
  /// @param asked the words, where words were asked
  /// @param pairs strongest first
  /// @param size records searched
  Answer searched(SignedIn me, @Nullable String asked, List<Pair> pairs, int size) {
    Answer answer = answer(me, asked, pairs, List.of(), size);
    var all = new Subject(Subject.Kind.RECORD, me.organisation().value());
    return audited(me, List.of(new Audit.Entry(Deed.SEARCHED, all)), answer);
  }

  /// What records are connected to, each record or entity once.
  ///
  /// @param pairs strongest first
  /// @param own those records: they are never an answer
  /// @param size records searched
  Answer connected(SignedIn me, List<Pair> pairs, Collection<RecordId> own, int size) {
    return audited(me, List.of(), answer(me, null, pairs, own, size));
  }

  private Answer answer(
      SignedIn me, @Nullable String asked, List<Pair> pairs, Collection<RecordId> own, int size) {
    Around around = around(me, pairs, own);
    var found = new ArrayList<Found>();
    var setAside = new ArrayList<Found>();
    var taken = new HashSet<RecordId>(own);
    for (Pair pair : pairs) {
      ShownRecord record = around.visible().get(pair.found());
      if (record != null && taken.add(record.id())) {
        taken.addAll(around.entities().of(record.id()));
        (around.apart(pair) ? setAside : found).add(found(me, pair, record, around));
      }
    }
    List<Found> shown = found.stream().limit(Limits.SHOWN).toList();
    return new Answer(asked, shown, found.size(), setAside, sight.seesAll(me) ? size : 0);
  }

  /// Pairs of records one by one.
  ///
  /// @param total how many there are in all, of which these are some
  Answer pairs(SignedIn me, List<Pair> pairs, int total, int size) {
    Around around = around(me, pairs, List.of());
    var found = new ArrayList<Found>();
    var setAside = new ArrayList<Found>();
    for (Pair pair : pairs) {
      ShownRecord record = around.visible().get(pair.found());
      if (record != null && (pair.from() == null || around.visible().containsKey(pair.from()))) {
        (around.apart(pair) ? setAside : found).add(found(me, pair, record, around));
      }
    }
    return audited(
        me, List.of(), new Answer(null, found, total, setAside, sight.seesAll(me) ? size : 0));
  }

  /// What binds, and what can be seen, around some pairs.
  private record Around(Entities entities, Map<RecordId, ShownRecord> visible) {

    private boolean apart(Pair pair) {
      return pair.from() != null && entities.apart(pair.from(), pair.found()) != null;
    }
  }

  private Around around(SignedIn me, List<Pair> pairs, Collection<RecordId> own) {
    var ids = new LinkedHashSet<RecordId>(own);
    for (Pair pair : pairs) {
      ids.add(pair.found());
      if (pair.from() != null) {
        ids.add(pair.from());
      }
    }
    Entities entities = judgements.around(ids);
    var wanted = new LinkedHashSet<RecordId>(ids);
    ids.forEach(id -> wanted.addAll(entities.of(id)));
    return new Around(entities, visible(me, wanted));
  }

  private static Found found(SignedIn me, Pair pair, ShownRecord record, Around around) {
    Entities entities = around.entities();
    List<ShownRecord> same =
        entities.of(record.id()).stream()
            .filter(id -> !id.equals(record.id()) && !id.equals(pair.from()))
            .map(around.visible()::get)
            .filter(Objects::nonNull)
            .toList();
    RecordId from = pair.from();
    Judged judged = null;
    if (from != null) {
      Judged own = entities.judged(from, record.id());
      judged = own != null ? own : entities.apart(from, record.id());
    }
    Match match = me.may(Action.READ_CONTACT_DETAILS) ? pair.match() : Masks.mask(pair.match());
    ShownRecord asked = from == null ? null : around.visible().get(from);
    return new Found(record, same, entities.id(record.id()), match, asked, judged);
  }

  private Map<RecordId, ShownRecord> visible(SignedIn me, Collection<RecordId> ids) {
    var visible = new LinkedHashMap<RecordId, ShownRecord>();
    for (StoredRecord record : sight.visible(me, store.find(ids).values())) {
      visible.put(record.id(), sight.show(me, record));
    }
    return visible;
  }

  /// In one go, and last: whoever writes in the chain holds up all others until they are done.
  private Answer audited(SignedIn me, List<Audit.Entry> before, Answer answer) {
    var read = new LinkedHashSet<Subject>();
    for (List<Found> list : List.of(answer.shown(), answer.setAside())) {
      for (Found found : list) {
        read.add(subject(found.record()));
        found.same().forEach(same -> read.add(subject(same)));
      }
    }
    var entries = new ArrayList<Audit.Entry>(before);
    read.forEach(subject -> entries.add(new Audit.Entry(Deed.READ, subject)));
    audit.record(me, entries);
    return answer;
  }

  private static Subject subject(ShownRecord record) {
    return new Subject(Subject.Kind.RECORD, record.id().value());
  }
}
