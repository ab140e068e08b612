package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/// Does numbered parts of a work on some threads. What comes out does not depend on how many there
/// are: the parts are the same, and so is their order.
public final class Work implements AutoCloseable {
  /// Into how many parts a work is cut, on however many threads.
  public static final int PARTS = 32;

  private final ExecutorService threads;
  private final boolean alone;
  private final Progress progress;
  private final AtomicBoolean stopped = new AtomicBoolean();

  public Work(int count, Progress progress) {
    this.alone = count <= 1;
    this.progress = progress;
    this.threads = Executors.newFixedThreadPool(Math.max(1, count), Work::thread);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "linkage");
    thread.setDaemon(true);
    return thread;
  }

  /// Tells how far it has come, in steps of `total`.
  ///
  /// @throws Stopped when that was answered with [Progress.Answer#STOP]
  public void heard(long done, long total) {
    if (progress.heard(done, total) == Progress.Answer.STOP) {
      stopped.set(true);
      throw new Stopped();
    }
  }

  /// The run was stopped.
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super(null, null, false, false);
    }
  }

  /// The results of parts 0 to `count` - 1, in that order.
  public <T> List<T> parts(int count, IntFunction<T> part) {
    List<T> out = new ArrayList<>(count);
    if (alone) {
      for (int i = 0; i < count; i++) {
        out.add(part.apply(i));
      }
      return out;
    }
    List<Callable<T>> tasks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int number = i;
      tasks.add(() -> part.apply(number));
    }
    try {
      for (Future<T> each : threads.invokeAll(tasks)) {
        out.add(each.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    }
    return out;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
