package org.clew.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.clew.linkage.Progress;
import org.clew.tables.Unseen;

/// Where a command speaks to whoever called it.
final class Terminal {

  private static final int STEPS = 100;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean watched;
  private volatile boolean stopped;

  /// @param watched whether somebody looks on, so that progress is worth showing
  Terminal(PrintStream out, PrintStream err, boolean watched) {
    this.out = out;
    this.err = err;
    this.watched = watched;
  }

  /// The result itself.
  void answer(String line) {
    out.println(shown(line));
  }

  /// What is worth knowing beside the result.
  void say(String line) {
    err.println(shown(line));
  }

  /// What is said, with signs of a file in it that would move the screen, or turn the direction of
  /// what follows, written out by their number.
  private static String shown(String line) {
    var shown = new StringBuilder(line.length());
    line.codePoints()
        .forEach(
            sign -> {
              if (sign == '\n' || sign == '\t' || !isUnseen(sign)) {
                shown.appendCodePoint(sign);
              } else {
                shown.append("⟨U+%04X⟩".formatted(sign));
              }
            });
    return shown.toString();
  }

  /// Controls, and what turns directions; what joins letters stays.
  private static boolean isUnseen(int sign) {
    boolean joins = sign == 0x200C || sign == 0x200D;
    return !joins && Unseen.is(sign);
  }

  /// Asks what runs to end soon.
  void stop() {
    stopped = true;
  }

  /// @throws Ending when somebody stopped it
  void demandGoingOn() {
    if (stopped) {
      throw Ending.stopped();
    }
  }

  /// Shows how far the disclosure engine has come.
  org.clew.disclosure.Progress heardBy(String doing) {
    Progress progress = progress(doing);
    return (done, total) ->
        switch (progress.heard(done, total)) {
          case GO_ON -> org.clew.disclosure.Progress.Answer.GO_ON;
          case STOP -> org.clew.disclosure.Progress.Answer.STOP;
        };
  }

  /// Shows how far something has come.
  Progress progress(String doing) {
    return new Progress() {
      private long shown = -1;

      @Override
      public Answer heard(long done, long total) {
        long step = total == 0 ? STEPS : done * STEPS / total;
        if (watched && step != shown) {
          shown = step;
          err.printf(Locale.ROOT, "\r%s: %,d of %,d", doing, done, total);
          if (done == total) {
            err.println();
          }
        }
        return stopped ? Answer.STOP : Answer.GO_ON;
      }
    };
  }
}
