package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.clew.platform.web.TooMany;
import org.springframework.stereotype.Component;

/// The slow step from a receipt to its keys: one run of Argon2id (RFC 9106; 19 MiB, two passes). As
/// it costs memory and time, only so much of it runs or waits at once, in two lanes: a crowd trying
/// numbers cannot hold up somebody who is reporting.
@Component
final class ReceiptWork {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int STRETCHED_BYTES = 32;
  private static final int WAITING = 40;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  /// Who wants it done.
  enum Lane {
    REPORTING,
    RETURNING
  }

  private final Octets salt;
  private final Queue reporting = new Queue();
  private final Queue returning = new Queue();
  private final AtomicLong runs = new AtomicLong();

  ReceiptWork(ServerKey serverKey) {
    salt = serverKey.receiptSalt();
  }

  /// The keys of these digits.
  ///
  /// @throws TooMany when too many are waiting already
  ReceiptKeys keys(Receipt receipt, Lane lane) {
    return ReceiptKeys.from(stretch(receipt.digits(), lane));
  }

  /// The work of `keys` for something that is no receipt, so that the two cannot be told apart.
  ReceiptKeys noKeys(Lane lane) {
    return ReceiptKeys.from(stretch("not a receipt", lane));
  }

  /// How often it was done since the server started.
  long runs() {
    return runs.get();
  }

  private Octets stretch(String secret, Lane lane) {
    Queue queue =
        switch (lane) {
          case REPORTING -> reporting;
          case RETURNING -> returning;
        };
    queue.enter();
    try {
      runs.incrementAndGet();
      return argon2id(secret);
    } finally {
      queue.leave();
    }
  }

  private Octets argon2id(String secret) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(1)
            .withSalt(salt.bytes())
            .build());
    byte[] stretched = new byte[STRETCHED_BYTES];
    generator.generateBytes(secret.getBytes(StandardCharsets.US_ASCII), stretched);
    return Octets.of(stretched);
  }

  /// One at a time, first come first served, and no more than `WAITING` behind it.
  private static final class Queue {

    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicInteger inside = new AtomicInteger();

    void enter() {
      if (inside.incrementAndGet() > WAITING) {
        inside.decrementAndGet();
        throw new TooMany(TRY_AGAIN);
      }
      turn.acquireUninterruptibly();
    }

    void leave() {
      turn.release();
      inside.decrementAndGet();
    }
  }
}
