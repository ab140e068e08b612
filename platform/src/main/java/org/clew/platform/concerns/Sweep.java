package org.clew.platform.concerns;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.database.Tenancy;
import org.springframework.stereotype.Component;

/// Clears away what has had its time: visits that ran out, concerns and receipts past their last
/// day. Doing it twice, or on two servers, does no harm.
@Component
final class Sweep {

  private final VisitStore visits;
  private final ReceiptStore receipts;
  private final ConcernStore concerns;
  private final PassStore passes;
  private final Organisations organisations;
  private final Tenancy tenancy;
  private final InstantSource clock;

  Sweep(
      VisitStore visits,
      ReceiptStore receipts,
      ConcernStore concerns,
      PassStore passes,
      Organisations organisations,
      Tenancy tenancy,
      InstantSource clock) {
    this.visits = visits;
    this.receipts = receipts;
    this.concerns = concerns;
    this.passes = passes;
    this.organisations = organisations;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  void run() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    visits.deleteGone(clock.instant());
    receipts.deleteExpired(today);
    for (Organisation organisation : organisations.all()) {
      tenancy.within(
          organisation.id(),
          () -> {
            concerns.deleteExpired(today);
            passes.deleteExpired(today);
          });
    }
  }
}
