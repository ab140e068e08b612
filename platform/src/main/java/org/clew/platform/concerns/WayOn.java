package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotFound;
import org.springframework.stereotype.Component;

/// The way from where a concern was to where it is now, sealed so that only the receipt opens it:
/// neither the organisation that passed it on nor a copy of the database can follow.
@Component
final class WayOn {

  private final ConcernStore concerns;
  private final PassStore passes;
  private final Tenancy tenancy;

  WayOn(ConcernStore concerns, PassStore passes, Tenancy tenancy) {
    this.concerns = concerns;
    this.passes = passes;
    this.tenancy = tenancy;
  }

  static Octets seal(Octets reporterKey, Pointer here, Pointer there) {
    return Hpke.seal(reporterKey, there.bytes(), context(here));
  }

  /// Takes a reporter's concern in hand where it is now, and does something with it in the same
  /// transaction. Should it go on in this very moment, that happens where it went.
  ///
  /// @throws NotFound when it has been deleted
  <T> T inHand(WayBack way, BiFunction<Pointer, ConcernStore.Filed, T> work) {
    WayBack at = follow(way);
    Pointer here = at.pointer();
    Optional<T> done =
        tenancy.within(
            here.organisation(),
            () -> concerns.lock(here.concern()).map(filed -> work.apply(here, filed)));
    return done.orElseGet(
        () -> {
          WayBack now = follow(at);
          if (now.equals(at)) {
            throw new NotFound();
          }
          return inHand(now, work);
        });
  }

  /// Goes on as often as the concern was passed on.
  private WayBack follow(WayBack way) {
    Pointer here = way.pointer();
    Optional<Octets> sealed =
        tenancy.within(here.organisation(), () -> passes.wayOn(here.concern()));
    return sealed.map(wayOn -> follow(step(way, here, wayOn))).orElse(way);
  }

  private static WayBack step(WayBack way, Pointer here, Octets wayOn) {
    byte[] there = Hpke.open(SealingPair.of(way.privateKey()), wayOn, context(here));
    return WayBack.to(Pointer.of(there), way.tag(), way.privateKey());
  }

  private static byte[] context(Pointer here) {
    return ("clew concern way on 1 " + here.organisation() + " " + here.concern())
        .getBytes(StandardCharsets.UTF_8);
  }
}
