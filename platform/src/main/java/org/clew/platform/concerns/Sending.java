package org.clew.platform.concerns;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.AddressLimits;
import org.clew.platform.web.Language;
import org.clew.platform.web.TooMany;
import org.springframework.stereotype.Component;

/// The last button of a report: what must be so before it is filed, and filing it once. There is no
/// limit on the whole of Clew, so that nobody can close it for others: haste and crowds only wait.
@Component
final class Sending {

  /// What came of it.
  sealed interface Outcome {

    /// It is filed; its receipt stands in the visit.
    record Filed() implements Outcome {}

    /// Not yet, for the reason with this message key; nothing is lost.
    record NotYet(String messageKey) implements Outcome {}

    /// There is nothing to send any more.
    record Gone() implements Outcome {}
  }

  private static final class AlreadySent extends RuntimeException {
    private static final long serialVersionUID = 1;

    AlreadySent() {
      super("already sent", null, false, false);
    }
  }

  private final Visits visits;
  private final Reports reports;
  private final Organisations organisations;
  private final AddressLimits limits;
  private final InstantSource clock;

  Sending(
      Visits visits,
      Reports reports,
      Organisations organisations,
      AddressLimits limits,
      InstantSource clock) {
    this.visits = visits;
    this.reports = reports;
    this.organisations = organisations;
    this.limits = limits;
    this.clock = clock;
  }

  /// Who gets a draft: the organisation that was chosen, or the one on duty for its place.
  Optional<Organisation> recipient(Draft draft) {
    return Optional.ofNullable(draft.recipient())
        .flatMap(chosen -> organisations.find(new OrganisationId(chosen)))
        .filter(Organisation::receivesConcerns)
        .or(() -> onDuty(draft).map(Organisations.OnDuty::organisation));
  }

  /// Who is on duty for the place of a draft.
  Optional<Organisations.OnDuty> onDuty(Draft draft) {
    return organisations.onDuty(draft.told().country());
  }

  /// Whether a draft goes to somebody who is on duty, but not for its place.
  boolean goesElsewhere(Draft draft) {
    return draft.recipient() == null
        && onDuty(draft)
            .filter(duty -> duty.reach() == Organisations.OnDuty.Reach.ELSEWHERE)
            .isPresent();
  }

  Outcome send(VisitKey key, HttpServletRequest request, Language language) {
    return switch (visits.find(key).orElse(null)) {
      case Visit.Writing writing -> send(key, writing, request, language);
      case Visit.Keeping _ -> new Outcome.Filed();
      case Visit.Talking _ -> new Outcome.Gone();
      case null -> new Outcome.Gone();
    };
  }

  private Outcome send(
      VisitKey key, Visit.Writing writing, HttpServletRequest request, Language language) {
    Draft draft = writing.draft();
    if (draft.told().text().isEmpty()) {
      return new Outcome.NotYet("concerns.wrong.empty");
    }
    Optional<Organisation> recipient = recipient(draft);
    if (recipient.isEmpty()) {
      return new Outcome.NotYet(
          organisations.receivingConcerns().isEmpty()
              ? "concerns.nobody"
              : "concerns.wrong.nobodyOnDuty");
    }
    Duration taken = Duration.between(writing.begun(), clock.instant());
    if (taken.compareTo(Limits.SHORTEST_REPORT) < 0) {
      return new Outcome.NotYet("concerns.wrong.soon");
    }
    if (isCrowded(request) && taken.compareTo(Limits.CROWDED_REPORT) < 0) {
      return new Outcome.NotYet("concerns.wrong.crowded");
    }
    var report =
        new Report(recipient.get().id(), draft.way(), language, draft.answers(), draft.told());
    return file(key, report);
  }

  private Outcome file(VisitKey key, Report report) {
    try {
      Reports.Ready ready = reports.ready();
      Instant until = clock.instant().plus(Limits.DRAFT_LIFE);
      reports.file(
          report,
          ready,
          () -> {
            // In the transaction of the report itself: a button pressed twice sends once.
            if (!(visits.lock(key).orElse(null) instanceof Visit.Writing)) {
              throw new AlreadySent();
            }
            visits.save(key, new Visit.Keeping(ready.receipt().digits(), until));
          });
      return new Outcome.Filed();
    } catch (AlreadySent _) {
      return new Outcome.Filed();
    } catch (TooMany _) {
      return new Outcome.NotYet("concerns.wrong.busy");
    }
  }

  private boolean isCrowded(HttpServletRequest request) {
    try {
      limits.take(request, Limits.CROWDED);
      return false;
    } catch (TooMany _) {
      return true;
    }
  }
}
