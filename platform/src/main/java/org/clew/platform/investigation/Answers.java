package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
final class Answers {

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

  Answers(RecordStore store, Judgements judgements, Sight sight, Audit audit) {
    this.store = store;
    this.judgements = judgements;
    this.sight = sight;
    this.audit = audit;
  }

  /// @param pairs strongest first
  /// @param own records that are never an answer
  Answer answer(
      SignedIn me, @Nullable String asked, List<Pair> pairs, Collection<RecordId> own, int size) {
    var ids = new LinkedHashSet<RecordId>(own);
    pairs.forEach(pair -> ids.add(pair.found()));
    pairs.stream().map(Pair::from).filter(java.util.Objects::nonNull).forEach(ids::add);
    Entities entities = judgements.around(ids);
    var wanted = new LinkedHashSet<RecordId>(ids);
    ids.forEach(id -> wanted.addAll(entities.of(id)));
    Map<RecordId, ShownRecord> visible = visible(me, wanted);
    var found = new ArrayList<Found>();
    var setAside = new ArrayList<Found>();
    var taken = new HashSet<RecordId>(own);
    for (Pair pair : pairs) {
      ShownRecord record = visible.get(pair.found());
      if (record != null && taken.add(record.id())) {
        Set<RecordId> entity = entities.of(record.id());
        taken.addAll(entity);
        Found one = found(me, pair, record, entity, entities, visible);
        boolean apart = pair.from() != null && entities.apart(pair.from(), record.id()) != null;
        (apart ? setAside : found).add(one);
      }
    }
    List<Found> shown = found.stream().limit(Limits.SHOWN).toList();
    var answer = new Answer(asked, shown, found.size(), setAside, sight.seesAll(me) ? size : 0);
    audit(me, answer);
    return answer;
  }

  private Found found(
      SignedIn me,
      Pair pair,
      ShownRecord record,
      Set<RecordId> entity,
      Entities entities,
      Map<RecordId, ShownRecord> visible) {
    List<ShownRecord> same =
        entity.stream()
            .filter(id -> !id.equals(record.id()) && !id.equals(pair.from()))
            .map(visible::get)
            .filter(java.util.Objects::nonNull)
            .toList();
    RecordId from = pair.from();
    Judged judged = from == null ? null : entities.judged(from, record.id());
    if (judged == null && from != null) {
      judged = entities.apart(from, record.id());
    }
    Match match = me.may(Action.READ_CONTACT_DETAILS) ? pair.match() : Masks.mask(pair.match());
    return new Found(record, same, match, from == null ? null : visible.get(from), judged);
  }

  private Map<RecordId, ShownRecord> visible(SignedIn me, Collection<RecordId> ids) {
    var visible = new LinkedHashMap<RecordId, ShownRecord>();
    for (StoredRecord record : sight.visible(me, store.find(ids).values())) {
      visible.put(record.id(), sight.show(me, record));
    }
    return visible;
  }

  private void audit(SignedIn me, Answer answer) {
    var read = new LinkedHashSet<Subject>();
    for (List<Found> list : List.of(answer.shown(), answer.setAside())) {
      for (Found found : list) {
        read.add(subject(found.record()));
        found.same().forEach(same -> read.add(subject(same)));
      }
    }
    audit.record(me, Deed.READ, read);
  }

  private static Subject subject(ShownRecord record) {
    return new Subject(Subject.Kind.RECORD, record.id().value());
  }
}
