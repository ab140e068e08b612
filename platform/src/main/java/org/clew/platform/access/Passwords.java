package org.clew.platform.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.clew.platform.web.TooMany;
import org.clew.platform.web.Turns;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id (RFC 9106): 64 MiB, three passes. So much memory is taken only a
/// few times at once; a bounded queue waits, and who finds it full is told to come back.
@Component
final class Passwords implements DisposableBean {

  private static final int MEMORY_KIB = 64 * 1024;
  private static final int PASSES = 3;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /// How many may wait for their turn.
  static final int WAITING = 16;

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
  private final Turns turns =
      new Turns("passwords", atOnce(Runtime.getRuntime()), WAITING, COME_BACK);
  private final String nobody = nobodysHash();

  /// @throws TooMany when too many others wait already
  String hash(String password) {
    return turns.take(() -> Objects.requireNonNull(argon2.encode(password)));
  }

  /// Whether the password belongs to the hash.
  ///
  /// @throws TooMany when too many others wait already
  boolean matches(String password, String hash) {
    return turns.take(() -> argon2.matches(password, hash));
  }

  /// A hash that no password has, for doing the same work when there is nobody.
  String nobody() {
    return nobody;
  }

  /// How often a hash was computed since the start.
  long runs() {
    return turns.taken();
  }

  @Override
  public void destroy() {
    turns.close();
  }

  /// A quarter of the heap at most.
  private static int atOnce(Runtime machine) {
    long share = machine.maxMemory() / (4L * MEMORY_KIB * 1024);
    return Math.clamp(share, 1, machine.availableProcessors());
  }

  private static String nobodysHash() {
    var random = new SecureRandom();
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(salt);
    random.nextBytes(hash);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(MEMORY_KIB, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
  }
}
