package org.clew.cli;

import java.io.Console;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clew.linkage.ListTooLarge;

/// The command line. What it can do stands in `./clew help`.
public final class Clew {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Clew() {}

  /// Runs a command and ends with its exit code.
  public static void main(String[] words) {
    boolean watched = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    var terminal = new Terminal(System.out, System.err, watched);
    var exit = new Exit(terminal, PATIENCE);
    Runtime machine = Runtime.getRuntime();
    machine.addShutdownHook(new Thread(() -> machine.halt(exit.whenItEnds())));
    int code = Exit.BROKEN;
    try {
      code = run(Arrays.asList(words), terminal);
    } finally {
      exit.with(code);
    }
    machine.halt(exit.whenItEnds());
  }

  /// Runs a command; the answer is its exit code.
  static int run(List<String> words, Terminal terminal) {
    return ended(() -> command(words, terminal), terminal);
  }

  private static void command(List<String> words, Terminal terminal) {
    String command = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    switch (command) {
      case "link" -> run(LinkCommand::run, LinkCommand.USAGE, rest, terminal);
      case "match" -> run(MatchCommand::run, MatchCommand.USAGE, rest, terminal);
      case "release" -> run(ReleaseCommand::run, ReleaseCommand.USAGE, rest, terminal);
      default -> throw Ending.usage("Unknown command %s.".formatted(command));
    }
  }

  /// Does what may end other than well, and says how it did; the answer is the exit code.
  static int ended(Runnable command, Terminal terminal) {
    try {
      command.run();
      return 0;
    } catch (Ending ending) {
      terminal.say(ending.said());
      return ending.exit();
    } catch (ListTooLarge tooLarge) {
      terminal.say("%s Nothing is half written.".formatted(tooLarge.getMessage()));
      return Ending.Code.BAD_INPUT.exit;
    } catch (OutOfMemoryError _) {
      terminal.say(
          "This does not fit into memory. Nothing is half written. Give it more room: set"
              + " CLEW_HEAP, as in CLEW_HEAP=8g.");
      return Ending.Code.BAD_INPUT.exit;
    }
  }

  @FunctionalInterface
  private interface Command {
    void run(List<String> words, Terminal terminal);
  }

  /// Runs a command, or says how it is called.
  private static void run(Command command, String usage, List<String> words, Terminal terminal) {
    if (words.isEmpty()) {
      throw Ending.usage(usage);
    }
    if (words.contains("--help") || words.getFirst().equals("help")) {
      terminal.answer(usage);
    } else {
      command.run(words, terminal);
    }
  }
}
