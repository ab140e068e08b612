package org.clew.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the public data sets are: `CLEW_DATA` (environment or system property), else
/// `../shared/data` beside the repository.
public final class PublicData {
  private PublicData() {}

  /// The folder, if it is there; says so if it is not.
  public static Optional<Path> folder(String name) {
    String set = System.getProperty("CLEW_DATA", System.getenv().getOrDefault("CLEW_DATA", ""));
    Path root = set.isEmpty() ? repository().resolve("../shared/data") : Path.of(set);
    Path folder = root.resolve(name).normalize();
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    System.out.println(
        "Left out: conformance over " + name + ", whose data are not here (CLEW_DATA)");
    return Optional.empty();
  }

  /// The rows of a file with semicolons between its cells, and no quotes.
  public static List<List<String>> semicolons(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(line -> List.of(line.strip().split(";", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    Path up = here;
    while (up.getParent() != null && !Files.exists(up.resolve("engines"))) {
      up = up.getParent();
    }
    return Files.exists(up.resolve("engines")) ? up : here;
  }
}
