package org.clew.platform.access;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clew.platform.web.TooMany;
import org.springframework.stereotype.Component;

/// Slows down one address that tries many credentials. Lives in this server's memory alone, keyed
/// with a random key that dies with it: no address is written anywhere. Behind a proxy on the same
/// machine everybody has one address, and nobody is counted.
@Component
final class AddressTries {

  static final int TRIES = 60;
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int MOST_ADDRESSES = 20_000;

  private record Count(long window, int tries) {}

  private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();
  private final SecretKeySpec key;
  private final InstantSource clock;

  AddressTries(InstantSource clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "HmacSHA256");
  }

  /// Counts one try.
  ///
  /// @throws TooMany when there were too many in this window
  void count(String address) {
    if (isLoopback(address)) {
      return;
    }
    long window = clock.millis() / WINDOW.toMillis();
    if (counts.size() > MOST_ADDRESSES) {
      counts.values().removeIf(count -> count.window() != window);
    }
    Count now =
        counts.merge(
            tag(address),
            new Count(window, 1),
            (before, first) ->
                before.window() == window ? new Count(window, before.tries() + 1) : first);
    if (now.tries() > TRIES) {
      throw new TooMany(WINDOW);
    }
  }

  static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private String tag(String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
