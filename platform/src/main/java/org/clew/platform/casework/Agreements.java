package org.clew.platform.casework;

import java.time.InstantSource;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Ids;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was agreed with people and decided about them: consents, safe contact plans,
/// determinations.
@Component
public class Agreements {

  private final ConsentStore store;
  private final PartStore parts;
  private final CaseDoor door;
  private final Ids ids;
  private final InstantSource clock;

  Agreements(ConsentStore store, PartStore parts, CaseDoor door, Ids ids, InstantSource clock) {
    this.store = store;
    this.parts = parts;
    this.door = door;
    this.ids = ids;
    this.clock = clock;
  }

  /// Writes down a consent.
  @Transactional
  public PartId consent(SignedIn me, CaseId id, PartId participant, Consent.Details given) {
    door.forWriting(me, id);
    person(id, participant);
    Texts.demand("recipient", given.recipient(), Limits.NAME);
    Times.allow("givenOn", given.givenOn());
    Times.allow("until", given.until());
    if (given.kinds().isEmpty()) {
      throw new Refused("casework.refused.empty", "kinds");
    }
    var consent =
        new Consent(new PartId(ids.next()), participant, given, null, me.id(), clock.instant());
    store.insert(id, consent);
    return consent.id();
  }

  /// Writes down that somebody took a consent back. It holds no more from this moment.
  @Transactional
  public void withdraw(SignedIn me, CaseId id, PartId consent) {
    door.forWriting(me, id);
    if (!store.withdraw(id, consent, me.id(), clock.instant())) {
      throw new NotFound();
    }
  }

  /// Writes down what somebody decided about a person affected.
  @Transactional
  public PartId determine(
      SignedIn me, CaseId id, PartId participant, Determination.Details decided) {
    door.forWriting(me, id);
    if (!person(id, participant).isAffected()) {
      throw new Refused("casework.refused.notAffected");
    }
    Texts.demand("decidedBy", decided.decidedBy(), Limits.NAME);
    Texts.demand("basis", decided.basis(), Limits.NOTE);
    Times.allow("decidedOn", decided.decidedOn());
    var determination =
        new Determination(new PartId(ids.next()), participant, decided, me.id(), clock.instant());
    store.insert(id, determination);
    return determination.id();
  }

  /// Writes down how somebody may be reached without harm.
  ///
  /// @param version the version the change was made from; 0 for a first plan
  @Transactional
  public Saved<SafeContactPlan> plan(
      SignedIn me, CaseId id, PartId participant, int version, SafeContactPlan.Details agreed) {
    door.forWriting(me, id);
    person(id, participant);
    Texts.allow("times", agreed.times(), Limits.NOTE);
    Texts.allow("codeWord", agreed.codeWord(), Limits.NAME);
    Texts.allow("coverStory", agreed.coverStory(), Limits.NOTE);
    var plan = new SafeContactPlan(participant, agreed, version, me.id(), clock.instant());
    if (store.save(id, plan)) {
      return new Saved.Done<>();
    }
    return new Saved.Stale<>(
        store.plans(id).stream()
            .filter(each -> each.participant().equals(participant))
            .findFirst()
            .orElseThrow(NotFound::new));
  }

  private Participant person(CaseId id, PartId participant) {
    Participant found =
        parts.participants(id).stream()
            .filter(each -> each.id().equals(participant))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (found.details().kind() != ParticipantKind.PERSON) {
      throw new Refused("casework.refused.notPerson");
    }
    return found;
  }
}
