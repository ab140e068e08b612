package org.clew.platform.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.clew.platform.access.Action;
import org.clew.platform.access.People;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.database.Ids;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Cases of the organisation the work is bound to, within the reach of who asks. What is in a case
/// is written through [Participants], [Statements] and [Agreements].
@Component
public class Casework {

  private final CaseStore store;
  private final CaseReader reader;
  private final CaseDoor door;
  private final People people;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  Casework(
      CaseStore store,
      CaseReader reader,
      CaseDoor door,
      People people,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.reader = reader;
    this.door = door;
    this.people = people;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Opens a case and gives it the year's next reference.
  @Transactional
  public CaseHead open(SignedIn me, CasePlan plan) {
    me.demand(Action.OPEN_CASE);
    Texts.demand("title", plan.title(), Limits.NAME);
    Texts.allow("nextAction", plan.nextAction(), Limits.NOTE);
    Times.allow("nextDue", plan.nextDue());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var id = new CaseId(ids.next());
    int year = now.atZone(ZoneOffset.UTC).getYear();
    var head =
        new CaseHead(
            id,
            "%02d-%04d".formatted(year % 100, store.nextNumber(year)),
            plan.title(),
            CaseStatus.ACTIVE,
            "",
            plan.nextAction(),
            plan.nextDue(),
            me.id(),
            now,
            now,
            0,
            Set.of());
    store.insert(head);
    turn(id, CaseChange.Kind.OPENED, null, null, null, me);
    audit.record(me, Deed.CREATED, new Subject(Subject.Kind.CASE, id.value()));
    return head;
  }

  /// What a form asks for, once: whoever sends the same again (a double click) gets the case that
  /// came of it the first time.
  ///
  /// @param sending what tells it from every other, see [org.clew.platform.web.Filled#sending()]
  @Transactional
  public CaseId once(SignedIn me, String sending, Supplier<CaseId> work) {
    return store
        .madeOf(sending, me.id())
        .orElseGet(
            () -> {
              CaseId id = work.get();
              store.made(sending, me.id(), id, clock.instant());
              return id;
            });
  }

  /// A whole case. Who reads it is written down first.
  ///
  /// @throws NotFound when there is no such case within reach
  @Transactional
  public Case read(SignedIn me, CaseId id) {
    CaseHead head = door.forReading(me, id);
    return reader.whole(head, me);
  }

  /// One page of the cases within reach. Each case shown is written down.
  @Transactional
  public FoundCases list(SignedIn me, CaseFilter filter) {
    me.demand(Action.READ_CASE);
    List<CaseHead> cases = store.list(me.id(), me.reach(Action.READ_CASE), filter);
    audit.record(
        me,
        Deed.LISTED,
        cases.stream().map(c -> new Subject(Subject.Kind.CASE, c.id().value())).toList());
    return new FoundCases(cases, store.count(me.id(), me.reach(Action.READ_CASE), filter));
  }

  /// The case with this reference, such as `26-0418`, that somebody may write in.
  @Transactional
  public Optional<CaseHead> byReference(SignedIn me, String reference) {
    me.demand(Action.WRITE_CASE);
    Optional<CaseHead> found =
        store.findByReference(reference.strip(), me.id(), me.reach(Action.WRITE_CASE));
    found.ifPresent(
        head -> audit.record(me, Deed.LISTED, new Subject(Subject.Kind.CASE, head.id().value())));
    return found;
  }

  /// The same, taken in hand until the transaction ends.
  @Transactional
  public Optional<CaseHead> inHand(SignedIn me, String reference) {
    me.demand(Action.WRITE_CASE);
    return store
        .findByReference(reference.strip(), me.id(), me.reach(Action.WRITE_CASE))
        .map(head -> door.forWriting(me, head.id()));
  }

  /// Changes title and next action.
  ///
  /// @param version the version the change was made from
  @Transactional
  public Saved<CaseHead> plan(SignedIn me, CaseId id, int version, CasePlan plan) {
    Texts.demand("title", plan.title(), Limits.NAME);
    Texts.allow("nextAction", plan.nextAction(), Limits.NOTE);
    Times.allow("nextDue", plan.nextDue());
    CaseHead current = door.forWriting(me, id);
    return store.rename(id, version, plan) ? new Saved.Done<>() : new Saved.Stale<>(current);
  }

  /// Changes the status.
  ///
  /// @param reason why it is closed; needed for closing only
  @Transactional
  public Saved<CaseHead> status(
      SignedIn me, CaseId id, int version, CaseStatus status, String reason) {
    CaseHead current = door.forWriting(me, id);
    if (status.isClosed()) {
      Texts.demand("reason", reason, Limits.NOTE);
    }
    if (!store.status(id, version, status, status.isClosed() ? reason.strip() : "")) {
      return new Saved.Stale<>(current);
    }
    turn(id, CaseChange.Kind.STATUS, status, null, null, me);
    return new Saved.Done<>();
  }

  /// Gives the case to somebody of the team who may read cases.
  @Transactional
  public void assign(SignedIn me, CaseId id, PersonId person) {
    door.forAssigning(me, id);
    boolean fits =
        people
            .find(person)
            .filter(found -> !found.blocked())
            .filter(found -> SignedIn.person(found, "").may(Action.READ_CASE))
            .isPresent();
    if (!fits) {
      throw new Refused("casework.refused.assign");
    }
    if (store.assign(id, person, me.id(), clock.instant())) {
      turn(id, CaseChange.Kind.ASSIGNED, null, null, person, me);
    }
  }

  /// Takes the case from somebody.
  @Transactional
  public void unassign(SignedIn me, CaseId id, PersonId person) {
    door.forAssigning(me, id);
    if (!store.unassign(id, person)) {
      throw new NotFound();
    }
    turn(id, CaseChange.Kind.UNASSIGNED, null, null, person, me);
  }

  /// Notes that a concern belongs to the case. Who opens the concern is the helpline's to say.
  @Transactional
  public void addConcern(SignedIn me, CaseId id, UUID concern) {
    door.forWriting(me, id);
    turn(id, CaseChange.Kind.CONCERN_ADDED, null, concern, null, me);
  }

  /// The cases a concern was put into, within reach.
  @Transactional
  public List<CaseHead> ofConcern(SignedIn me, UUID concern) {
    if (!me.may(Action.READ_CASE)) {
      return List.of();
    }
    List<CaseHead> cases = store.ofConcern(concern, me.id(), me.reach(Action.READ_CASE));
    audit.record(
        me,
        Deed.LISTED,
        cases.stream().map(c -> new Subject(Subject.Kind.CASE, c.id().value())).toList());
    return cases;
  }

  private void turn(
      CaseId id,
      CaseChange.Kind kind,
      @Nullable CaseStatus status,
      @Nullable UUID concern,
      @Nullable PersonId person,
      SignedIn me) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    store.insert(ids.next(), id, new CaseChange(kind, status, concern, person, me.id(), at));
  }
}
