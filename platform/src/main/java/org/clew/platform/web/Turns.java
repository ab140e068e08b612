package org.clew.platform.web;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Work that costs so much memory and time that only some of it is done at once, such as Argon2:
/// first come, first served; a bounded queue waits, and who finds it full is told to come back. It
/// runs on threads of its own: a virtual thread that computes gives its carrier to nobody, and a
/// crowd would stop every other page.
public final class Turns implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final ThreadPoolExecutor threads;
  private final Duration comeBack;
  private final AtomicLong taken = new AtomicLong();

  /// @param name of the threads
  /// @param atOnce how many are done at once
  /// @param waiting how many more may wait
  /// @param comeBack after which time it is worth trying again
  public Turns(String name, int atOnce, int waiting, Duration comeBack) {
    this.comeBack = comeBack;
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// Does the work when its turn has come.
  ///
  /// @throws TooMany when too many others wait already, or the wait was too long
  public <T> T take(Callable<T> work) {
    Future<T> result = null;
    try {
      result =
          threads.submit(
              () -> {
                taken.incrementAndGet();
                return work.call();
              });
      return result.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException _) {
      throw new TooMany(comeBack);
    } catch (TimeoutException _) {
      result.cancel(false);
      throw new TooMany(comeBack);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new TooMany(comeBack);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// How many turns were taken since the start.
  public long taken() {
    return taken.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
