package org.clew.platform.concerns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.clew.platform.database.Argon2id;
import org.clew.platform.web.TooMany;
import org.clew.platform.web.Turns;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The slow step from a receipt to its keys: one run of Argon2id (RFC 9106; 19 MiB, two passes). As
/// it costs memory and time, only so much of it runs or waits at once, in two lanes: a crowd trying
/// numbers cannot hold up somebody who is reporting.
@Component
final class ReceiptWork implements DisposableBean {

  private static final Argon2id ARGON2 = new Argon2id(19 * 1024, 2);
  private static final int STRETCHED_BYTES = 32;
  private static final int WAITING = 39;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  /// Who wants it done.
  enum Lane {
    REPORTING,
    RETURNING
  }

  private final Octets salt;
  private final Turns reporting = lane(Lane.REPORTING);
  private final Turns returning = lane(Lane.RETURNING);

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
    return reporting.taken() + returning.taken();
  }

  @Override
  public void destroy() {
    reporting.close();
    returning.close();
  }

  private Octets stretch(String secret, Lane lane) {
    Turns turns =
        switch (lane) {
          case REPORTING -> reporting;
          case RETURNING -> returning;
        };
    byte[] digits = secret.getBytes(StandardCharsets.US_ASCII);
    return turns.take(() -> Octets.of(ARGON2.stretch(digits, salt.bytes(), STRETCHED_BYTES)));
  }

  private static Turns lane(Lane lane) {
    return new Turns(lane.name().toLowerCase(Locale.ROOT), 1, WAITING, TRY_AGAIN);
  }
}
