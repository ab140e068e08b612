package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import org.clew.platform.web.AddressLimits;
import org.springframework.stereotype.Component;

/// Slows down one address that tries many credentials. Behind a proxy on the same machine everybody
/// has one address, and nobody is counted.
@Component
final class AddressTries {

  static final int TRIES = 60;
  static final Duration WINDOW = Duration.ofMinutes(5);

  private final AddressLimits limits;

  AddressTries(AddressLimits limits) {
    this.limits = limits;
  }

  /// Counts one try.
  ///
  /// @throws org.clew.platform.web.TooMany when there were too many in this window
  void count(HttpServletRequest request) {
    if (!isLoopback(request.getRemoteAddr())) {
      limits.take(request, "sign-in", TRIES, WINDOW);
    }
  }

  static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
