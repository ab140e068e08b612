package org.clew.platform.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// Public lists of the field, taken as they are with the guesses as they come. Runs where the data
/// are: the folder `CLEW_DATA`, or `../shared/data` beside the project.
@ClewTest
class RealListsTest {

  @Autowired private As as;
  @Autowired private Lists lists;
  @Autowired private RecordStore records;
  @Autowired private Connections connections;

  @TestFactory
  Stream<DynamicTest> areImportedWithEveryRowAccountedFor() {
    Path data = data();
    List<Path> files =
        Stream.of("osh/facility-lists", "er/splink-fake1000", "er/febrl")
            .map(data::resolve)
            .filter(Files::isDirectory)
            .flatMap(RealListsTest::lists)
            .filter(
                file -> !file.endsWith("fake_1000_labels.csv") && !file.endsWith("dataset3.csv"))
            .toList();
    if (files.isEmpty()) {
      System.out.println("No public lists at " + data + ": nothing to import (set CLEW_DATA)");
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> importsWholly(file)));
  }

  private void importsWholly(Path file) throws IOException {
    SignedIn analyst = as.person(Role.ANALYST);
    ImportList done = lists.importAll(analyst, name(file), Files.readAllBytes(file));
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    ImportList.Counts counts = done.counts();
    assertThat(counts.rows()).isEqualTo(rows(file));
    assertThat(counts.taken() + counts.rejected()).isEqualTo(counts.rows());
    assertThat(Lists.<Long>bound(analyst, () -> records.count(done.id().value())))
        .isEqualTo(counts.taken());
    System.out.printf(
        "%s: %d rows, %d left out, %d duplicates inside; %s%n",
        name(file),
        counts.rows(),
        counts.rejected(),
        counts.inside(),
        done.columns().stream().map(c -> c.header() + "=" + c.use()).toList());
    if (counts.inside() > 0) {
      Answer inside =
          Lists.bound(
              analyst, () -> connections.of(analyst, done, ImportLinkStore.Place.INSIDE, 0));
      assertThat(inside.shown()).isNotEmpty();
      assertThat(inside.shown().getFirst().match().evidence()).isNotEmpty();
    }
    if (name(file).equals("fake_1000.csv")) {
      assertThat(counts.inside()).isGreaterThan(1_000);
    }
  }

  private static long rows(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      // None of these lists has a line break inside a cell.
      return lines.filter(line -> !line.isBlank()).count() - 1;
    }
  }

  private static Stream<Path> lists(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Path data() {
    String said = System.getenv("CLEW_DATA");
    return said == null ? Path.of("..", "..", "shared", "data") : Path.of(said);
  }
}
