package org.clew.platform.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Ids;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was said: by whom, in which contact, how sure. Nothing that was said is ever deleted: it is
/// retracted, corrected, and these are undone, and all of it stays to be seen.
@Component
public class Statements {

  private final StatementStore store;
  private final PartStore parts;
  private final CaseDoor door;
  private final CaseRecords records;
  private final Ids ids;
  private final InstantSource clock;

  Statements(
      StatementStore store,
      PartStore parts,
      CaseDoor door,
      CaseRecords records,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.parts = parts;
    this.door = door;
    this.records = records;
    this.ids = ids;
    this.clock = clock;
  }

  /// Writes down a contact. One that came as a concern is kept to the hour, under an id that tells
  /// no time: its reporter may have no name.
  @Transactional
  public PartId contact(SignedIn me, CaseId id, NewContact told) {
    door.forWriting(me, id);
    UUID concern = told.concern();
    Integer minutes = told.minutes();
    if (minutes != null && (minutes < 0 || minutes > Limits.MINUTES)) {
      throw new Refused("casework.refused.minutes", Limits.MINUTES);
    }
    Times.allow("began", told.began());
    if (told.began().isAfter(clock.instant().plus(1, ChronoUnit.DAYS))) {
      throw new Refused("casework.refused.future");
    }
    var contact =
        new Contact(
            new PartId(concern == null ? ids.next() : ids.anonymous()),
            told.channel(),
            concern == null ? told.began() : told.began().truncatedTo(ChronoUnit.HOURS),
            concern == null ? told.precision() : Precision.HOUR,
            minutes,
            concern,
            me.id(),
            clock.instant());
    store.insert(id, contact);
    return contact.id();
  }

  /// Writes down what was said in a contact.
  @Transactional
  public PartId record(SignedIn me, CaseId id, PartId contact, NewStatement told) {
    CaseHead head = door.forWriting(me, id);
    Texts.demand("words", told.words(), Limits.WORDS);
    boolean anonymous = told.speaker() == Speaker.ANONYMOUS_REPORTER;
    Contact in =
        store.contacts(id).stream()
            .filter(each -> each.id().equals(contact))
            .findFirst()
            .orElseThrow(NotFound::new);
    demandOurs(id, told);
    var statement =
        new Statement(
            new PartId(anonymous ? ids.anonymous() : ids.next()),
            in.id(),
            told.speaker(),
            told.speaker() == Speaker.PARTICIPANT ? told.participant() : null,
            told.words().strip(),
            told.facts(),
            told.surety(),
            told.mentions(),
            java.util.List.of(),
            me.id(),
            0);
    store.insert(id, statement, clock.instant());
    records.renew(head, told.mentions());
    return statement.id();
  }

  /// Says that something else bears a statement out.
  @Transactional
  public Saved<Statement> corroborate(
      SignedIn me, CaseId id, PartId statement, int version, String reason) {
    CaseHead head = door.forWriting(me, id);
    return surety(me, head, find(id, statement), version, Surety.CORROBORATED, reason);
  }

  /// Takes a statement back: the facts, participants and identifiers that hang on it alone stand no
  /// more.
  @Transactional
  public Saved<Statement> retract(
      SignedIn me, CaseId id, PartId statement, int version, String reason) {
    CaseHead head = door.forWriting(me, id);
    return surety(me, head, find(id, statement), version, Surety.RETRACTED, reason);
  }

  /// Corrects how a statement was written down, and what it speaks of.
  @Transactional
  public Saved<Statement> correct(
      SignedIn me, CaseId id, PartId statement, int version, Correction to) {
    door.forWriting(me, id);
    Texts.demand("words", to.words(), Limits.WORDS);
    Statement current = find(id, statement);
    var corrected = changed(current, version, to.words().strip(), to.facts(), current.surety());
    if (!store.change(id, corrected)) {
      return new Saved.Stale<>(current);
    }
    note(me, id, current, corrected, "", false);
    return new Saved.Done<>();
  }

  /// Undoes the last change of a statement that has not been undone.
  ///
  /// @throws Refused when there is nothing to undo
  @Transactional
  public Saved<Statement> undo(SignedIn me, CaseId id, PartId statement, int version) {
    CaseHead head = door.forUndoing(me, id);
    Statement current = find(id, statement);
    StatementChange last = current.undoable();
    if (last == null) {
      throw new Refused("casework.refused.undo");
    }
    String wordsBefore = last.wordsBefore();
    String words = wordsBefore == null ? current.words() : wordsBefore;
    Set<Fact> factsBefore = last.factsBefore();
    Set<Fact> facts = factsBefore == null ? current.facts() : factsBefore;
    var restored = changed(current, version, words, facts, last.before());
    if (!store.change(id, restored)) {
      return new Saved.Stale<>(current);
    }
    store.markUndone(last.id());
    note(me, id, current, restored, "", true);
    records.renew(head, current.mentions());
    return new Saved.Done<>();
  }

  private Saved<Statement> surety(
      SignedIn me, CaseHead head, Statement current, int version, Surety to, String reason) {
    Texts.demand("reason", reason, Limits.NOTE);
    if (current.surety() == to) {
      throw new Refused("casework.refused.already");
    }
    CaseId id = head.id();
    var changed = changed(current, version, current.words(), current.facts(), to);
    if (!store.change(id, changed)) {
      return new Saved.Stale<>(current);
    }
    note(me, id, current, changed, reason.strip(), false);
    records.renew(head, current.mentions());
    return new Saved.Done<>();
  }

  private void note(
      SignedIn me, CaseId id, Statement before, Statement after, String reason, boolean undoing) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.insert(
        id,
        new StatementChange(
            new PartId(ids.next()),
            before.id(),
            before.surety(),
            after.surety(),
            after.words().equals(before.words()) ? null : before.words(),
            after.facts().equals(before.facts()) ? null : before.facts(),
            reason,
            undoing,
            me.id(),
            now));
  }

  private static Statement changed(
      Statement current, int version, String words, Set<Fact> facts, Surety surety) {
    return new Statement(
        current.id(),
        current.contact(),
        current.speaker(),
        current.participant(),
        words,
        facts,
        surety,
        current.mentions(),
        current.changes(),
        current.recordedBy(),
        version);
  }

  private Statement find(CaseId id, PartId statement) {
    return store.statements(id).stream()
        .filter(each -> each.id().equals(statement))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /// Whoever speaks and whatever is spoken of has to be in this very case.
  private void demandOurs(CaseId id, NewStatement told) {
    Set<PartId> participants =
        parts.participants(id).stream().map(Participant::id).collect(Collectors.toSet());
    Set<PartId> ours =
        Stream.of(
                participants.stream(),
                parts.identifiers(id).stream().map(Identifier::id),
                parts.places(id).stream().map(Place::id))
            .flatMap(each -> each)
            .collect(Collectors.toSet());
    boolean speakerIsOurs =
        told.speaker() != Speaker.PARTICIPANT
            || (told.participant() != null && participants.contains(told.participant()));
    if (!speakerIsOurs || !ours.containsAll(told.mentions())) {
      throw new NotFound();
    }
  }
}
