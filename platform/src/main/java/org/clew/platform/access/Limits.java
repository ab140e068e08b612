package org.clew.platform.access;

import java.time.Duration;
import org.clew.platform.web.AddressLimits;

/// How much of what access lets anybody try.
final class Limits {

  /// Credentials, links and codes tried from one address.
  static final AddressLimits.Limit TRIES =
      new AddressLimits.Limit("sign-in", 60, Duration.ofMinutes(5));

  private Limits() {}
}
