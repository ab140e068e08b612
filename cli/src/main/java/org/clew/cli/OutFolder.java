package org.clew.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A folder that is written whole or not at all: beside its place first, and there in one move.
final class OutFolder implements AutoCloseable {

  private final Path place;
  private final Path beside;

  private OutFolder(Path place) {
    this.place = place;
    beside = OutFile.beside(place.toAbsolutePath());
  }

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
    try (OutFolder folder = begin(place)) {
      files.accept(folder.beside());
      folder.done();
    }
  }

  /// Begins one beside its place; what is not done when it is closed is gone.
  ///
  /// @throws Ending when it cannot be made
  static OutFolder begin(Path place) {
    demandNew(place);
    var folder = new OutFolder(place);
    try {
      Files.createDirectory(folder.beside);
      return folder;
    } catch (IOException _) {
      throw unmakable(place);
    }
  }

  /// Where to write what is to be in it.
  Path beside() {
    return beside;
  }

  /// Puts it into its place.
  ///
  /// @throws Ending when that cannot be
  void done() {
    demandNew(place);
    try {
      Files.move(beside, place.toAbsolutePath());
    } catch (IOException _) {
      throw unmakable(place);
    }
  }

  private static Ending unmakable(Path place) {
    demandNew(place);
    return Ending.badInput(
        "%s cannot be made. Is there a folder for it, may you write there, and is there room?"
            .formatted(place));
  }

  /// Takes away what was not done.
  @Override
  public void close() {
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
