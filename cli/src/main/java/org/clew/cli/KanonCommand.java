package org.clew.cli;

import java.util.List;

/// `clew release kanon`: lists in which nobody is told apart from fewer than k.
final class KanonCommand {

  private KanonCommand() {}

  /// @param words what stands after `release kanon`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    String way = words.isEmpty() ? "" : words.getFirst();
    switch (way) {
      case "generalise" -> GeneraliseCommand.run(words.subList(1, words.size()), terminal);
      case "synth" -> KanonSynthCommand.run(words.subList(1, words.size()), terminal);
      default ->
          throw Ending.usage(
              "release kanon knows generalise and synth, not \"%s\".".formatted(way));
    }
  }
}
