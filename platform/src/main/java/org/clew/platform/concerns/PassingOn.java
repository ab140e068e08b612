package org.clew.platform.concerns;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clew.platform.access.Action;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Hands a concern to an organisation that can do more about it, when its reporter has agreed to
/// that organisation. Everything said is sealed anew for whoever has it then; where it was there
/// stays only that it went. The reporter's receipt goes on working.
///
/// Every verb throws [NotAllowed] when the action is not the person's, and [NotFound] when there is
/// no such concern for this organisation.
@Component
public class PassingOn {

  private final Concerns concerns;
  private final ConcernStore store;
  private final PassStore passes;
  private final Sealing sealing;
  private final Organisations organisations;
  private final Tenancy tenancy;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final InstantSource clock;

  PassingOn(
      Concerns concerns,
      ConcernStore store,
      PassStore passes,
      Sealing sealing,
      Organisations organisations,
      Tenancy tenancy,
      Audit audit,
      ApplicationEventPublisher events,
      Ids ids,
      InstantSource clock) {
    this.concerns = concerns;
    this.store = store;
    this.passes = passes;
    this.sealing = sealing;
    this.organisations = organisations;
    this.tenancy = tenancy;
    this.audit = audit;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// The organisations a concern can go on to.
  @Transactional(readOnly = true)
  public List<Organisation> recipients(SignedIn me) {
    me.demand(Action.ANSWER_CONCERN);
    return organisations.receivingConcerns().stream()
        .filter(organisation -> !organisation.id().equals(me.organisation()))
        .toList();
  }

  /// What the reporter was asked, if anything.
  @Transactional(readOnly = true)
  public Optional<PassAsked> asked(SignedIn me, ConcernId id) {
    me.demand(Action.READ_CONCERN);
    return passes.find(id).map(asked -> PassAsked.of(asked, organisations));
  }

  /// Asks the reporter, in the talk, whether their concern may go on. Asking about another
  /// organisation takes the place of what was asked before.
  ///
  /// @param words why it should; the reporter reads them
  /// @throws Refused when that organisation takes no concerns, or the words are empty or too long
  @Transactional
  public void ask(SignedIn me, ConcernId id, OrganisationId recipient, String words) {
    me.demand(Action.ANSWER_CONCERN);
    ConcernStore.Filed filed = store.lock(id).orElseThrow(NotFound::new);
    demandRecipient(me, recipient);
    passes.ask(id, new Pointer(recipient, new ConcernId(ids.anonymous())), filed.expiresOn());
    concerns.answer(me, id, words);
  }

  /// Passes it on.
  ///
  /// @throws Refused when the reporter has not agreed, or the organisation takes no concerns now
  @Transactional
  public void passOn(SignedIn me, ConcernId id) {
    me.demand(Action.ANSWER_CONCERN);
    ConcernStore.Filed filed = store.lock(id).orElseThrow(NotFound::new);
    Pointer there =
        passes
            .find(id)
            .filter(asked -> asked.consent() == PassAsked.Consent.GIVEN)
            .map(PassStore.Asked::there)
            .orElseThrow(() -> new Refused("concerns.wrong.notAgreed"));
    demandRecipient(me, there.organisation());
    var here = new Pointer(me.organisation(), id);
    ConcernSummary concern = store.find(id).orElseThrow(NotFound::new);
    List<Sealing.Opened> opened =
        store.messages(id).stream().map(m -> sealing.open(id, m)).toList();
    var arriving =
        new ConcernStore.Filed(
            filed.reporterKey(),
            filed.expiresOn(),
            new ConcernStore.From(me.organisation(), today()));
    // In a transaction of its own, committed before this one: a power cut between the two leaves
    // the concern at both, and passing it on again finds it there and ends what was begun. The
    // chain here is taken after the chain there is free again.
    tenancy.within(
        there.organisation(),
        () -> arrive(me, there, concern.at(there.concern()), arriving, opened));
    passes.gone(id, WayOn.seal(filed.reporterKey(), here, there), today(), me.id());
    store.delete(id);
    audit.record(me, Deed.PASSED_ON, subject(id));
  }

  /// The latest concerns that went on from here, latest first.
  @Transactional(readOnly = true)
  public List<PassedOn> passedOn(SignedIn me) {
    me.demand(Action.VIEW_INBOX);
    return passes.gone(Limits.PASSED_SHOWN).stream()
        .map(gone -> new PassedOn(gone.on(), organisations.name(gone.recipient()), gone.by()))
        .toList();
  }

  private void arrive(
      SignedIn me,
      Pointer there,
      ConcernSummary concern,
      ConcernStore.Filed filed,
      List<Sealing.Opened> opened) {
    if (store.find(there.concern()).isPresent()) {
      return;
    }
    store.insert(concern, filed);
    opened.forEach(
        each ->
            store.insert(
                there.concern(),
                sealing.sealAnew(there.concern(), each, filed.reporterKey(), me.organisation())));
    events.publishEvent(
        new ConcernEvents.Arrived(there.organisation().value(), there.concern().value()));
    audit.record(me, Deed.PASSED_ON, subject(there.concern()));
  }

  private void demandRecipient(SignedIn me, OrganisationId recipient) {
    if (recipients(me).stream().noneMatch(each -> each.id().equals(recipient))) {
      throw new Refused("concerns.wrong.recipient");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Subject subject(ConcernId id) {
    return new Subject(Subject.Kind.CONCERN, id.value());
  }
}
