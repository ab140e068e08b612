package org.clew.disclosure.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;

/// The same again and again, each time with bits of its own. Two threads, and yet the same bits
/// give the same answers in the same order.
final class Runs {

  private static final int THREADS = 2;
  private static final int MILLISECONDS = 200;

  private Runs() {}

  /// One time.
  @FunctionalInterface
  interface Run<T> {
    /// Runs it once.
    ///
    /// @param number from 0
    /// @param bits of this run alone
    /// @param progress says when to stop
    T of(int number, Bits bits, Progress progress);
  }

  /// Runs it so many times.
  ///
  /// @param progress hears of runs done, from the thread that called
  /// @throws Stopped when it was stopped
  static <T> List<T> of(int count, Bits bits, Progress progress, Run<T> run) {
    var stopped = new AtomicBoolean();
    var done = new AtomicInteger();
    Progress within = (_, _) -> stopped.get() ? Progress.Answer.STOP : Progress.Answer.GO_ON;
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < count; i++) {
        int number = i;
        long seed = bits.next();
        running.add(
            threads.submit(
                () -> {
                  if (stopped.get()) {
                    throw new Stopped();
                  }
                  T out = run.of(number, another(bits.source(), seed), within);
                  done.incrementAndGet();
                  return out;
                }));
      }
      List<T> all = new ArrayList<>();
      try {
        for (Future<T> each : running) {
          all.add(awaited(each, () -> progress.demandGoingOn(done.get(), count)));
        }
        progress.demandGoingOn(count, count);
      } finally {
        stopped.set(true);
      }
      return all;
    }
  }

  /// Bits that have nothing to do with others of their source.
  static Bits another(Bits.Source source, long seed) {
    return switch (source) {
      case SEED -> Bits.ofSeed(seed);
      case SECRET -> Bits.secret();
    };
  }

  private static <T> T awaited(Future<T> run, Runnable meanwhile) {
    try {
      while (true) {
        meanwhile.run();
        try {
          return run.get(MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          // It takes longer than that.
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }
}
