package org.clew.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Plural;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookDraft;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.codebook.Variable;

/// A list under a codebook.
///
/// @param people its rows as codes, one a person
record DescribedList(Codebook codebook, Coding coding, Microdata people) {

  private static final int MOST_BYTES = 4 << 20;

  /// Reads a list.
  ///
  /// @throws Ending when the codebook cannot be used, or a row is not as it says
  static DescribedList read(Sheet sheet, Codebook codebook, Terminal terminal) {
    try {
      var coding = new Coding(codebook);
      Coding.Reader reader = coding.reader(sheet.headings());
      sheet.each(
          row -> {
            terminal.demandGoingOn();
            reader.add(row.line(), row.cells());
            return true;
          });
      Microdata people = reader.microdata();
      terminal.demandGoingOn();
      tellDiffering(reader.differing(), terminal);
      return new DescribedList(codebook, coding, people);
    } catch (CodebookRefused e) {
      throw Ending.badInput("%s: %s".formatted(sheet.file(), e.sentence()));
    }
  }

  /// Says how often further rows of people were not followed.
  static void tellDiffering(long differing, Terminal terminal) {
    if (differing > 0) {
      terminal.say(
          "%s a further row of a person said something else than their first; what the first said is used."
              .formatted(Plural.of(differing, "time", "times")));
    }
  }

  /// Reads a codebook.
  ///
  /// @throws Ending when it is none
  static Codebook codebook(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Ending.badInput("%s is no codebook: it is larger than 4 MB.".formatted(file));
      }
      Codebook codebook = CodebookText.read(Files.readString(file));
      // Rules that cannot be kept are a mistake of the codebook, not of a list.
      var _ = new Coding(codebook);
      return codebook;
    } catch (CodebookRefused e) {
      throw Ending.badInput("%s: %s".formatted(file, e.sentence()));
    } catch (IOException _) {
      throw Ending.badInput(
          "%s cannot be read as a codebook. Is it there, and is it UTF-8?".formatted(file));
    }
  }

  /// A drafted codebook by which rows are those of people.
  ///
  /// @param person the column that says whose
  static Codebook ofPersons(Codebook drafted, String person) {
    try {
      return new Codebook(
          drafted.domains(),
          drafted.variables().stream()
              .map(
                  each ->
                      each.name().equals(person)
                          ? Variable.without(person, "It says whose row it is.")
                          : each)
              .toList(),
          Optional.of(person),
          drafted.zeros());
    } catch (CodebookRefused e) {
      throw Ending.badInput(e.sentence());
    }
  }

  /// Drafts one from a list.
  ///
  /// @throws Ending when there is nothing to draft it from
  static Codebook draft(Sheet sheet, Terminal terminal) {
    try {
      var draft = new CodebookDraft(sheet.headings());
      sheet.each(
          row -> {
            terminal.demandGoingOn();
            draft.add(row.cells());
            return true;
          });
      return draft.draft();
    } catch (CodebookRefused e) {
      throw Ending.badInput("%s: %s".formatted(sheet.file(), e.sentence()));
    }
  }
}
