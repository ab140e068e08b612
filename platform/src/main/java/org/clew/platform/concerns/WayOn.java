package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clew.platform.database.Tenancy;
import org.springframework.stereotype.Component;

/// The way from where a concern was to where it is now, sealed so that only the receipt opens it:
/// neither the organisation that passed it on nor a copy of the database can follow.
@Component
final class WayOn {

  private final PassStore passes;
  private final Tenancy tenancy;

  WayOn(PassStore passes, Tenancy tenancy) {
    this.passes = passes;
    this.tenancy = tenancy;
  }

  static Octets seal(Octets reporterKey, Pointer here, Pointer there) {
    return Hpke.seal(reporterKey, there.bytes(), context(here));
  }

  /// Goes on as often as the concern was passed on.
  WayBack follow(WayBack way) {
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
