package org.clew.platform.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.web.Busy;
import org.springframework.stereotype.Component;

/// The room there is for files on their way in. They are held in memory, so that none ever lies in
/// a temporary folder: therefore they are counted by their size, those of one organisation and
/// those of all. An organisation that fills its own room, or sends slowly, leaves room to the
/// others.
@Component
public final class Uploads {

  /// What one organisation may have on its way.
  private static final long BYTES_EACH = 52 * 1024L * 1024;

  /// What all may have.
  private static final long BYTES_ALL = 2 * BYTES_EACH;

  /// How long somebody waits for room before they are asked to come again.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration COME_AGAIN = Duration.ofSeconds(30);

  private final Semaphore all = new Semaphore(Unit.of(BYTES_ALL), true);
  private final Map<OrganisationId, Semaphore> each = new ConcurrentHashMap<>();

  /// Room that is held until it is closed.
  public interface Held extends AutoCloseable {

    @Override
    void close();
  }

  /// Keeps room for a file.
  ///
  /// @param bytes how much is coming; below 0 when nobody said
  /// @throws Busy when there is no room, and none comes soon
  public Held hold(SignedIn me, long bytes) {
    int units = Unit.of(bytes < 0 ? BYTES_EACH : Math.min(bytes, BYTES_EACH));
    Semaphore own =
        each.computeIfAbsent(me.organisation(), _ -> new Semaphore(Unit.of(BYTES_EACH), true));
    take(own, units);
    try {
      take(all, units);
    } catch (Busy busy) {
      own.release(units);
      throw busy;
    }
    return () -> {
      all.release(units);
      own.release(units);
    };
  }

  private static void take(Semaphore room, int units) {
    try {
      if (room.tryAcquire(units, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Busy(COME_AGAIN);
  }

  /// What room is counted in.
  private static final class Unit {

    static final long BYTES = 64 * 1024;

    static int of(long bytes) {
      return Math.toIntExact(Math.max(1, Math.ceilDiv(bytes, BYTES)));
    }
  }
}
