package org.clew.platform.concerns;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The reporter's side: filing a report, coming back with the receipt. Binds its own work to the
/// organisation concerned; who calls need not.
@Component
public final class Reports {

  /// A new receipt with what follows from it. Making one is slow and bounded; filing is quick.
  record Ready(Receipt receipt, ReceiptKeys keys) {}

  private static final byte[] POINTER = "receipt pointer".getBytes(StandardCharsets.UTF_8);

  private final ConcernStore store;
  private final ReceiptStore receipts;
  private final PassStore passes;
  private final WayOn wayOn;
  private final RetentionStore retention;
  private final Sealing sealing;
  private final ReceiptWork work;
  private final Organisations organisations;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Reports(
      ConcernStore store,
      ReceiptStore receipts,
      PassStore passes,
      WayOn wayOn,
      RetentionStore retention,
      Sealing sealing,
      ReceiptWork work,
      Organisations organisations,
      Tenancy tenancy,
      ApplicationEventPublisher events,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.receipts = receipts;
    this.passes = passes;
    this.wayOn = wayOn;
    this.retention = retention;
    this.sealing = sealing;
    this.work = work;
    this.organisations = organisations;
    this.tenancy = tenancy;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// Seals a report and files it at the organisation it is for.
  ///
  /// @throws Refused when that organisation receives no concerns
  public Receipt file(Report report) {
    Ready ready = ready();
    file(report, ready, () -> {});
    return ready.receipt();
  }

  Ready ready() {
    Receipt receipt = Receipt.random(random);
    return new Ready(receipt, work.keys(receipt, ReceiptWork.Lane.REPORTING));
  }

  /// Files a report; what else is written together with it stands or falls with it.
  void file(Report report, Ready ready, Runnable together) {
    if (organisations.find(report.recipient()).filter(Organisation::receivesConcerns).isEmpty()) {
      throw new Refused("concerns.wrong.recipient");
    }
    tenancy.within(
        report.recipient(),
        () -> {
          together.run();
          ConcernId id = new ConcernId(ids.anonymous());
          LocalDate expiresOn = today().plusDays(retention.days());
          Octets reporterKey = ready.keys().pair().publicKey();
          store.insert(arrived(id, report), new ConcernStore.Filed(reporterKey, expiresOn, null));
          store.insert(
              id, sealing.seal(id, 1, Message.Side.REPORTER, hour(), report.told(), reporterKey));
          receipts.insert(
              ready.keys().tag(),
              ready.keys().pointer().lock(new Pointer(report.recipient(), id).bytes(), POINTER),
              expiresOn);
          events.publishEvent(new ConcernEvents.Arrived(report.recipient().value(), id.value()));
        });
  }

  /// The way back for what somebody typed as their receipt. The work is the same whether there is
  /// one or not, and for what no receipt could be.
  ///
  /// @throws org.clew.platform.web.TooMany when too many are waiting already
  Optional<WayBack> enter(String typed) {
    ReceiptKeys keys =
        Receipt.read(typed)
            .map(receipt -> work.keys(receipt, ReceiptWork.Lane.RETURNING))
            .orElseGet(() -> work.noKeys(ReceiptWork.Lane.RETURNING));
    return receipts
        .pointer(keys.tag(), today())
        .map(locked -> Pointer.of(keys.pointer().unlock(locked, POINTER)))
        .map(there -> WayBack.to(there, keys.tag(), keys.pair().privateKey()));
  }

  /// The talk as the reporter may read it.
  ///
  /// @throws NotFound when it has been deleted
  Talk read(WayBack way) {
    SealingPair pair = SealingPair.of(way.privateKey());
    return wayOn.inHand(way, (here, filed) -> talk(here, filed, pair));
  }

  private Talk talk(Pointer here, ConcernStore.Filed filed, SealingPair pair) {
    ConcernId id = here.concern();
    List<SealedMessage> sealed = store.messages(id);
    List<Told> told = sealed.stream().map(m -> sealing.openForReporter(id, m, pair)).toList();
    return new Talk(
        organisations.name(here.organisation()),
        PassedFrom.of(filed.from(), organisations),
        passes.find(id).map(asked -> PassAsked.of(asked, organisations)).orElse(null),
        told.getFirst(),
        Talk.after(sealed, told, organisations),
        filed.expiresOn());
  }

  /// The reporter says something more; answers where it arrived.
  ///
  /// @throws Refused when it is empty, too long, or the talk is full
  /// @throws NotFound when the talk has been deleted
  @CanIgnoreReturnValue
  Pointer reply(WayBack way, String text, Runnable together) {
    String words = WordsGiven.message(text);
    return wayOn.inHand(
        way,
        (here, filed) -> {
          together.run();
          ConcernId id = here.concern();
          int before = store.countMessages(id);
          if (before >= Limits.MESSAGES) {
            throw new Refused("concerns.wrong.full", Limits.MESSAGES);
          }
          store.insert(
              id,
              sealing.seal(
                  id,
                  before + 1,
                  Message.Side.REPORTER,
                  hour(),
                  Told.words(words),
                  filed.reporterKey()));
          return said(here);
        });
  }

  /// Ends the talk: report, answers and receipt are gone for everybody; answers where it was.
  ///
  /// @throws NotFound when it has been deleted
  @CanIgnoreReturnValue
  Pointer end(WayBack way, Runnable together) {
    return wayOn.inHand(
        way,
        (here, _) -> {
          together.run();
          receipts.delete(way.tag());
          store.delete(here.concern());
          passes.delete(here.concern());
          return here;
        });
  }

  /// The reporter says whether their concern may go on to the organisation they were asked about;
  /// answers where it is.
  ///
  /// @param recipient the organisation whose name they read; whoever asked about another since is
  ///   not answered
  /// @throws NotFound when nobody asks about that organisation, or it has gone already
  @CanIgnoreReturnValue
  Pointer consent(
      WayBack way, OrganisationId recipient, PassAsked.Consent consent, Runnable together) {
    return wayOn.inHand(
        way,
        (here, _) -> {
          together.run();
          if (passes
              .find(here.concern())
              .filter(asked -> asked.there().organisation().equals(recipient))
              .isEmpty()) {
            throw new NotFound();
          }
          passes.answer(here.concern(), consent);
          return said(here);
        });
  }

  /// Somebody should look at it again.
  private Pointer said(Pointer here) {
    store.markUnread(here.concern());
    events.publishEvent(
        new ConcernEvents.Replied(here.organisation().value(), here.concern().value()));
    return here;
  }

  private ConcernSummary arrived(ConcernId id, Report report) {
    return new ConcernSummary(
        id,
        report.way(),
        report.answers(),
        ConcernStatus.NEW,
        report.language(),
        hour(),
        false,
        null);
  }

  private Instant hour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
