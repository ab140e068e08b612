package org.clew.platform.database;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes identifiers: version 7 (RFC 9562 §5.7) so that new rows land side by side in an index, and
/// version 4 for everything that hangs on an anonymous reporter, because a version 7 UUID tells the
/// millisecond it was made.
@Component
public final class Ids {

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /// An identifier that sorts by time: 48 bits of Unix milliseconds, then 74 random bits.
  public UUID next() {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000L | (random.nextInt() & 0xFFFL);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /// The identifier that somebody sent, if it is one.
  public static Optional<UUID> read(String sent) {
    try {
      UUID id = UUID.fromString(sent);
      return id.toString().equals(sent) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// An identifier that tells nothing.
  public UUID anonymous() {
    return UUID.randomUUID();
  }
}
