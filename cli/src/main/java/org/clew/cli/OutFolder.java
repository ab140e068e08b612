package org.clew.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Writes a folder whole or not at all: beside its place first, and there in one move.
final class OutFolder {

  private OutFolder() {}

  /// Refuses a folder that is there: what was released once is not written over.
  ///
  /// @throws Ending when there is something at the place
  static void demandNew(Path place) {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw Ending.badInput(
          "%s is there already. A release is not written over: name another folder."
              .formatted(place));
    }
  }

  /// Makes a folder within one that is being written, where it is not there.
  ///
  /// @throws Ending when it cannot be made
  static void within(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException _) {
      throw Ending.badInput("%s cannot be made. Is there room?".formatted(folder.getFileName()));
    }
  }

  /// @param files writes all of them into the folder it is given
  /// @throws Ending when they cannot be written; there is nothing at the place then
  static void write(Path place, Consumer<Path> files) {
    demandNew(place);
    Path whole = place.toAbsolutePath();
    Path beside = OutFile.beside(whole);
    try {
      Files.createDirectory(beside);
      files.accept(beside);
      Files.move(beside, whole);
    } catch (IOException _) {
      demandNew(place);
      throw Ending.badInput(
          "%s cannot be made. Is there a folder for it, may you write there, and is there room?"
              .formatted(place));
    } finally {
      forget(beside);
    }
  }

  private static void forget(Path beside) {
    try {
      if (Files.exists(beside)) {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(beside)) {
          all = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException _) {
      // It is not the result, and says so by its name.
    }
  }
}
