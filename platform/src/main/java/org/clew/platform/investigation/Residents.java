package org.clew.platform.investigation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.clew.linkage.LinkIndex;
import org.clew.platform.access.Organisations;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The indexes this server holds in memory, one per organisation: read when first asked for,
/// brought up to date with every question, forgotten when nobody asks.
@Component
final class Residents implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Residents.class);
  private static final Duration PURGE_EVERY = Duration.ofHours(6);
  private static final long FOLLOW_SECONDS = 5;

  private final Map<OrganisationId, Resident> residents = new ConcurrentHashMap<>();
  private final Map<OrganisationId, Instant> purged = new ConcurrentHashMap<>();
  private final RecordStore store;
  private final RecordChangeStore changes;
  private final Organisations organisations;
  private final InstantSource clock;
  private final TransactionTemplate reading;
  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("residents").factory());
  private volatile @Nullable Future<?> following;

  Residents(
      RecordStore store,
      RecordChangeStore changes,
      Organisations organisations,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.changes = changes;
    this.organisations = organisations;
    this.clock = clock;
    reading = new TransactionTemplate(transactions);
  }

  /// The index of the organisation the work is bound to, holding all that has been committed.
  LinkIndex upToDate() {
    Resident resident = resident();
    reading.executeWithoutResult(_ -> resident.follow());
    LinkIndex index = resident.used(clock.instant());
    makeRoom(Tenancy.current().orElseThrow());
    return index;
  }

  /// The region whose national numbers are meant where a number does not say.
  String region() {
    return resident().region();
  }

  private Resident resident() {
    return residents.computeIfAbsent(
        Tenancy.current().orElseThrow(),
        organisation -> new Resident(store, changes, firstCountry(organisation), clock.instant()));
  }

  private String firstCountry(OrganisationId organisation) {
    return organisations
        .find(organisation)
        .flatMap(found -> found.countries().stream().findFirst())
        .orElse("");
  }

  boolean holds(OrganisationId organisation) {
    return residents.containsKey(organisation);
  }

  /// Forgets what nobody has asked for a while, and follows the rest, so that the next question
  /// finds little to catch up with.
  void keep() {
    Instant now = clock.instant();
    residents
        .entrySet()
        .removeIf(held -> held.getValue().usedAt().plus(Limits.INDEX_IDLE).isBefore(now));
    residents.forEach(
        (organisation, resident) ->
            Tenancy.<Object, RuntimeException>bind(
                organisation,
                () -> {
                  reading.executeWithoutResult(_ -> resident.follow());
                  purge(organisation, now);
                  return resident;
                }));
  }

  private void purge(OrganisationId organisation, Instant now) {
    if (purged.getOrDefault(organisation, Instant.EPOCH).plus(PURGE_EVERY).isBefore(now)) {
      purged.put(organisation, now);
      changes.purge();
    }
  }

  private void makeRoom(OrganisationId but) {
    long held = residents.values().stream().mapToLong(Resident::size).sum();
    if (held <= Limits.RESIDENT_RECORDS) {
      return;
    }
    residents.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(but) && entry.getValue().size() > 0)
        .min(Comparator.comparing(entry -> entry.getValue().usedAt()))
        .ifPresent(entry -> residents.remove(entry.getKey(), entry.getValue()));
  }

  private void keepQuietly() {
    try {
      keep();
    } catch (RuntimeException e) {
      // The next question follows by itself; nothing of what failed is about a person.
      LOG.warn("Following the records failed: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void start() {
    following =
        keeper.scheduleWithFixedDelay(
            this::keepQuietly, FOLLOW_SECONDS, FOLLOW_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void stop() {
    Future<?> started = following;
    if (started != null) {
      started.cancel(true);
    }
    following = null;
  }

  @Override
  public boolean isRunning() {
    return following != null;
  }
}
