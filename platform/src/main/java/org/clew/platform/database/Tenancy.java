package org.clew.platform.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Binds work to one organisation. Every connection the application takes carries the organisation
/// it was taken for, and row-level security in the database lets it see and write that
/// organisation's rows and no others. Work that is bound to nobody sees no organisation's rows at
/// all.
///
/// Why in the database: `docs/adr/0002-tenancy-in-the-database.md`.
@Component
public final class Tenancy {

  private static final ScopedValue<OrganisationId> BOUND = ScopedValue.newInstance();

  private final TransactionTemplate newTransaction;

  public Tenancy(PlatformTransactionManager transactions) {
    newTransaction = new TransactionTemplate(transactions);
    newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// Whom the running work is bound to, if anybody.
  public static Optional<OrganisationId> current() {
    return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
  }

  /// Runs work for an organisation in a transaction of its own: a transaction that is under way
  /// keeps the binding it began with.
  public <T> T within(OrganisationId organisation, Supplier<T> work) {
    return ScopedValue.where(BOUND, organisation)
        .call(() -> newTransaction.execute(_ -> work.get()));
  }

  /// The same for work that answers nothing.
  public void within(OrganisationId organisation, Runnable work) {
    ScopedValue.where(BOUND, organisation)
        .run(() -> newTransaction.executeWithoutResult(_ -> work.run()));
  }

  /// Runs work for an organisation without a transaction around it; those it opens are bound.
  public static <T, X extends Throwable> T bind(
      OrganisationId organisation, ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(BOUND, organisation).call(work);
  }
}
