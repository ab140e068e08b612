package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookDraft;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.disclosure.codebook.Variable;

/// `clew release codebook`: drafts what a list's columns hold, for a person to correct.
final class CodebookCommand {

  static final String USAGE =
      """
        codebook          drafts what the columns hold, as JSON to correct: which values there can be, which
                          columns must not be published
        --out C.json      where to; only you may read it, for it holds values of the list
      """;

  private static final Set<String> VALUED = Set.of("--out", "--delimiter", "--encoding");

  private CodebookCommand() {}

  /// @param words what stands after `release codebook`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    Arguments arguments = Arguments.read(words, VALUED, Set.of());
    if (arguments.rest().size() != 1) {
      throw Ending.usage("codebook takes one file.");
    }
    Path out =
        arguments.file("--out").orElseThrow(() -> Ending.usage("Say where to: --out C.json."));
    Path in = Arguments.path(arguments.rest().getFirst());
    arguments.demandPlacesOfTheirOwn(List.of(in), OutFile.Over.NOTHING, List.of("--out"));
    Sheet sheet = new InputOptions(arguments).sheet(in);
    Codebook codebook = DescribedList.draft(sheet, terminal);
    terminal.demandGoingOn();
    OutFile.secret(out, CodebookText.write(codebook).getBytes(StandardCharsets.UTF_8));
    tellLeftOut(codebook, terminal);
    tellSeveral(codebook, terminal);
    terminal.say(
        """
        The draft is in %s. Its lists of values were READ OFF the list: that a rare value is in it tells of
        whoever has it. Before anything is published:
        - Put in every value that can be (all countries, all age groups), not only those seen, and take out or
          group values that only insiders would know. What is left must be public knowledge.
        - Columns of many numbers or dates were given "bands", of which the ends were read off the list, too: begin
          and end them where everybody would (ages at 18 and 80, not at the oldest person's age). Where the numbers
          are codes, list them under "values" instead.
        - Say what nobody can be, under "implications" and "structural_zeros": from definitions, not from the list.
        - If a person may have several rows, name the column that says whose they are, under "person".
        Then write "domains": "PUBLIC". Until you do, every file of a release says that you did not."""
            .formatted(out));
  }

  /// Says in which columns cells look like several values, and whether they were taken so.
  private static void tellSeveral(Codebook codebook, Terminal terminal) {
    for (Variable variable : codebook.published()) {
      if (variable.separator().isPresent()) {
        terminal.say(
            "\"%s\" was taken to have several values in a cell, with %s between them."
                .formatted(variable.name(), variable.separator().get()));
      } else {
        CodebookDraft.SEPARATORS.stream()
            .filter(mark -> variable.values().stream().anyMatch(value -> value.contains(mark)))
            .findFirst()
            .ifPresent(
                mark ->
                    terminal.say(
                        "\"%s\" has cells with %s in them. If those are several values, list each by itself and add \"separator\": \"%s\"."
                            .formatted(variable.name(), mark, mark)));
      }
    }
  }

  /// Says which columns a draft leaves out, and why.
  static void tellLeftOut(Codebook codebook, Terminal terminal) {
    for (Variable variable : codebook.variables()) {
      variable
          .leftOut()
          .ifPresent(why -> terminal.say("Left out: \"%s\". %s".formatted(variable.name(), why)));
    }
  }
}
