package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Limits by internet address that know no address: what is counted is a keyed hash of it, the key
/// is random, lives in memory and is thrown away each day, and nothing is stored or logged. An IPv6
/// visitor counts by the network's /64, since the rest is theirs to change. At most
/// [#COUNTERS_MOST] counters are held; the one not used for longest goes first, which lets through
/// more, never less.
///
/// Where a visitor comes from is [Origin]'s to say. Who asks from this machine itself, with no
/// proxy in between, is not counted: that is the operator, or an onion service, behind which
/// everybody has one address and one person's junk would stop all others. Each server of several
/// counts for itself.
@Component
public final class AddressLimits {

  static final int COUNTERS_MOST = 50_000;

  private static final int KEY_BYTES = 32;

  private final Origin origin;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<Long, Counter> counters =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Counter> eldest) {
          return size() > COUNTERS_MOST;
        }
      };
  private LocalDate day = LocalDate.EPOCH;
  private byte[] key = new byte[KEY_BYTES];

  /// How often something may be tried from one address.
  ///
  /// @param purpose a name in the code, such as `report`; each is counted apart
  /// @param most tries at once
  /// @param window in which as many come back
  public record Limit(String purpose, int most, Duration window) {}

  /// Tokens left at a moment; they come back evenly over the limit's window.
  private record Counter(double left, Instant at) {}

  AddressLimits(Origin origin, InstantSource clock) {
    this.origin = origin;
    this.clock = clock;
  }

  /// Takes one try of the visitor's address.
  ///
  /// @throws TooMany when none is left
  public void take(HttpServletRequest request, Limit limit) {
    if (!Origin.isHere(request)) {
      count(network(origin.address(request)), limit);
    }
  }

  private synchronized void count(byte[] network, Limit limit) {
    Instant now = clock.instant();
    long id = id(network, limit.purpose(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    Counter counter = counters.getOrDefault(id, new Counter(limit.most(), now));
    double perSecond = limit.most() / (double) limit.window().toSeconds();
    double waited = Duration.between(counter.at(), now).toMillis() / 1000.0;
    double left = Math.min(limit.most(), counter.left() + Math.max(0, waited) * perSecond);
    if (left < 1) {
      counters.put(id, new Counter(left, now));
      throw new TooMany(Duration.ofSeconds((long) Math.ceil((1 - left) / perSecond)));
    }
    counters.put(id, new Counter(left - 1, now));
  }

  synchronized int size() {
    return counters.size();
  }

  private long id(byte[] network, String purpose, LocalDate today) {
    if (!today.equals(day)) {
      day = today;
      key = new byte[KEY_BYTES];
      random.nextBytes(key);
      counters.clear();
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(network);
      return ByteBuffer.wrap(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The bytes that tell one visitor from another.
  private static byte[] network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length > 4 ? Arrays.copyOf(bytes, 8) : bytes;
    } catch (IllegalArgumentException e) {
      return address.getBytes(StandardCharsets.UTF_8);
    }
  }
}
