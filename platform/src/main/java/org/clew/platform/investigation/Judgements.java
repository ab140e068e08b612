package org.clew.platform.investigation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.linkage.Value;
import org.clew.linkage.Verdict;
import org.clew.platform.access.Action;
import org.clew.platform.access.People;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.Reach;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.database.Ids;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People's decisions that two records are one, are not, or cannot be told. They bind, they are
/// attributed and timed, and they can be undone.
@Component
public class Judgements {

  private final JudgementStore store;
  private final RecordStore records;
  private final RecordChangeStore changes;
  private final EntityStore entities;
  private final EntityKeeping keeping;
  private final Sight sight;
  private final People people;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  Judgements(
      JudgementStore store,
      RecordStore records,
      RecordChangeStore changes,
      EntityStore entities,
      EntityKeeping keeping,
      Sight sight,
      People people,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.records = records;
    this.changes = changes;
    this.entities = entities;
    this.keeping = keeping;
    this.sight = sight;
    this.people = people;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Judges two records. What was judged about the two before is undone; judging the same again
  /// changes nothing.
  ///
  /// @throws NotFound when this person may not see both
  @Transactional
  public JudgementId judge(
      SignedIn me, RecordId left, RecordId right, Verdict verdict, String reason) {
    me.demand(Action.JUDGE_MATCH);
    if (left.equals(right)) {
      throw new Refused("investigation.judge.itself");
    }
    see(me, left);
    see(me, right);
    store.lock();
    return write(me, left, right, verdict, reason);
  }

  /// Judges whether what somebody typed is a record. The words are kept as a record of their own,
  /// so that whoever asks the same again finds the judgement.
  ///
  /// @param readings what the words were taken for
  /// @throws NotFound when this person may not see the record
  @Transactional
  public JudgementId judgeAsked(
      SignedIn me,
      String words,
      List<Value> readings,
      RecordId right,
      Verdict verdict,
      String reason) {
    me.demand(Action.JUDGE_MATCH);
    see(me, right);
    store.lock();
    RecordId asked = records.asked(words).orElseGet(() -> keep(words, readings));
    return write(me, asked, right, verdict, reason);
  }

  /// Undoes a judgement; it stays as history. Undoing it twice changes nothing.
  ///
  /// @throws NotFound when there is none, or it is not this person's to undo
  @Transactional
  public void undo(SignedIn me, JudgementId id) {
    me.demand(Action.JUDGE_MATCH);
    store.lock();
    Judged judged = store.find(id).orElseThrow(NotFound::new);
    if (me.reach(Action.JUDGE_MATCH) != Reach.TEAM && !judged.by().equals(me.id())) {
      throw new NotFound();
    }
    if (judged.undoneAt() == null) {
      undo(me, judged);
      keeping.heed(judged, EntityMoment.Cause.UNDONE);
    }
  }

  /// All judgements ever made about a record, undone ones too, the latest first.
  List<Judged> history(RecordId record) {
    return named(store.history(record));
  }

  /// What binds around some records.
  Entities around(Collection<RecordId> around) {
    Map<EntityId, Set<RecordId>> known = entities.around(around);
    var concerned = new LinkedHashSet<RecordId>(around);
    known.values().forEach(concerned::addAll);
    return Entities.of(known, named(store.about(concerned)));
  }

  /// What was asked before in these words and judged.
  Optional<RecordId> asked(String words) {
    return records.asked(words);
  }

  private List<Judged> named(List<Judged> judgements) {
    if (judgements.isEmpty()) {
      return judgements;
    }
    Map<PersonId, String> names = people.names();
    return judgements.stream().map(judged -> judged.named(names.get(judged.by()))).toList();
  }

  private void see(SignedIn me, RecordId id) {
    if (records.find(id).filter(record -> sight.sees(me, record)).isEmpty()) {
      throw new NotFound();
    }
  }

  private RecordId keep(String words, List<Value> readings) {
    var id = new RecordId(ids.next());
    var source = new RecordSource(RecordSource.Kind.ASKED, AskedWords.id(words), id.toString());
    records.put(new StoredRecord(id, source, 0, readings));
    changes.touched(id);
    return id;
  }

  private JudgementId write(
      SignedIn me, RecordId one, RecordId other, Verdict verdict, String reason) {
    boolean inOrder = one.toString().compareTo(other.toString()) < 0;
    RecordId left = inOrder ? one : other;
    RecordId right = inOrder ? other : one;
    Optional<Judged> before = store.inForce(left, right);
    if (before.isPresent() && before.get().verdict() == verdict) {
      return before.get().id();
    }
    before.ifPresent(judged -> undo(me, judged));
    var judged =
        new Judged(
            new JudgementId(ids.next()),
            left,
            right,
            verdict,
            cut(reason.strip()),
            me.id(),
            me.displayName(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null);
    store.insert(judged);
    keeping.heed(judged, EntityMoment.Cause.JUDGED);
    audit.record(me, Deed.JUDGED, new Subject(Subject.Kind.JUDGEMENT, judged.id().value()));
    return judged.id();
  }

  private void undo(SignedIn me, Judged judged) {
    audit.record(me, Deed.UNDID, new Subject(Subject.Kind.JUDGEMENT, judged.id().value()));
    store.undo(judged.id(), me.id(), clock.instant());
  }

  private static String cut(String reason) {
    return reason.length() <= Limits.REASON_CHARS
        ? reason
        : reason.substring(0, Limits.REASON_CHARS);
  }
}
