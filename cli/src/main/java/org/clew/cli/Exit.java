package org.clew.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The exit code that a process ends with: that of its command, whenever somebody stops it, be it
/// when all is done. There is one way out, by [#whenItEnds], so that there is no moment at which it
/// could be another.
final class Exit {

  /// Of a command that broke down.
  static final int BROKEN = 1;

  private static final String IMPATIENT =
      "Stopped. Nothing is half written: what was begun, if anything, lies beside its place and ends in .part.";

  private final Terminal terminal;
  private final Duration patience;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile int code = Ending.Code.STOPPED.exit;

  /// @param patience how long it waits for what runs to hear that it is stopped
  Exit(Terminal terminal, Duration patience) {
    this.terminal = terminal;
    this.patience = patience;
  }

  /// Notes that the command is done.
  void with(int exit) {
    code = exit;
    done.countDown();
  }

  /// What to do when the process ends, by itself or because somebody stops it.
  ///
  /// @return the exit code
  int whenItEnds() {
    terminal.stop();
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        terminal.say(IMPATIENT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return code;
  }
}
