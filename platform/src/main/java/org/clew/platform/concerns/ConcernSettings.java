package org.clew.platform.concerns;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.audit.Audit;
import org.clew.platform.audit.Deed;
import org.clew.platform.audit.Subject;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an organisation decides about the concerns it is told: for how long they are kept, and to
/// which key they are sealed.
@Component
class ConcernSettings {

  private final ConcernStore store;
  private final RetentionStore retention;
  private final OrganisationKeys keys;
  private final Audit audit;
  private final InstantSource clock;

  ConcernSettings(
      ConcernStore store,
      RetentionStore retention,
      OrganisationKeys keys,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.retention = retention;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /// How it is now.
  @Transactional(readOnly = true)
  public Keeping now(SignedIn me) {
    me.demand(Action.MANAGE_SETTINGS);
    return new Keeping(retention.days(), store.count(), keys.since().orElse(null));
  }

  /// What `keepFor` would do.
  ///
  /// @throws Refused when that is no number of days to keep anything for
  @Transactional(readOnly = true)
  public Shortening ask(SignedIn me, int days) {
    me.demand(Action.MANAGE_SETTINGS);
    return shortening(days);
  }

  /// Keeps concerns for another number of days. Those that are here never stay longer than their
  /// reporters were told; when they go sooner, they still stay for [Limits#GRACE_DAYS], so that
  /// whoever comes back can read the answer.
  ///
  /// @param days [Limits#RETENTION_LEAST] to [Limits#RETENTION_MOST]
  /// @throws Refused when it is another number
  @Transactional
  public void keepFor(SignedIn me, int days) {
    me.demand(Action.MANAGE_SETTINGS);
    LocalDate lastDay = shortening(days).lastDay();
    retention.set(days);
    store.shorten(days, lastDay);
    audit.record(me, Deed.CHANGED, settings(me));
  }

  /// From now on everything is sealed to a new key of the organisation; what is old stays readable.
  @Transactional
  public void rotateKey(SignedIn me) {
    me.demand(Action.MANAGE_SETTINGS);
    keys.rotate();
    audit.record(me, Deed.CHANGED, settings(me));
  }

  private Shortening shortening(int days) {
    if (days < Limits.RETENTION_LEAST || days > Limits.RETENTION_MOST) {
      throw new Refused("concerns.wrong.days");
    }
    LocalDate lastDay =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(Limits.GRACE_DAYS);
    return new Shortening(
        days, store.countShortened(days, lastDay), store.countEnding(days, lastDay), lastDay);
  }

  private static Subject settings(SignedIn me) {
    return new Subject(Subject.Kind.SETTINGS, me.organisation().value());
  }
}
