package org.clew.platform.concerns;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Visits under way. Their exact end is locked in with them; in clear stands only the next full
/// hour, for the clean-up.
@Component
class Visits {

  private final VisitStore store;
  private final JsonMapper json;
  private final InstantSource clock;

  Visits(VisitStore store, JsonMapper json, InstantSource clock) {
    this.store = store;
    this.json = json;
    this.clock = clock;
  }

  VisitKey begin(Visit visit) {
    VisitKey key = VisitKey.random();
    store.insert(key.id(), lock(key, visit), goneAfter(visit));
    return key;
  }

  /// The visit as it stands, unless it has run out.
  Optional<Visit> find(VisitKey key) {
    return open(key, store.find(key.id()));
  }

  /// The same inside a transaction that will go on with it; another one waits.
  Optional<Visit> lock(VisitKey key) {
    return open(key, store.lock(key.id()));
  }

  /// Goes on with a visit, one step at a time; answers how it stands then.
  @Transactional
  Optional<Visit> change(VisitKey key, UnaryOperator<Visit> step) {
    Optional<Visit> changed = lock(key).map(step);
    changed.ifPresent(visit -> save(key, visit));
    return changed;
  }

  void save(VisitKey key, Visit visit) {
    store.update(key.id(), lock(key, visit), goneAfter(visit));
  }

  void end(VisitKey key) {
    store.delete(key.id());
  }

  private Optional<Visit> open(VisitKey key, Optional<Octets> locked) {
    return locked
        .map(bytes -> read(Padding.strip(key.box().unlock(bytes, key.id().bytes()))))
        .filter(visit -> visit.until().isAfter(clock.instant()));
  }

  private Octets lock(VisitKey key, Visit visit) {
    byte[] plain = json.writerFor(Visit.class).writeValueAsBytes(visit);
    return key.box().lock(Padding.pad(plain), key.id().bytes());
  }

  private Visit read(byte[] plain) {
    try {
      return json.readValue(plain, Visit.class);
    } catch (JacksonException _) {
      throw new SealBroken("a visit has no meaning");
    }
  }

  private static Instant goneAfter(Visit visit) {
    return visit.until().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }
}
