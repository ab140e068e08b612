package org.clew.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// A data folder as a first start leaves it. Unpacking PostgreSQL and making a database takes many
/// seconds, so the build does it once and keeps both from one run to the next.
final class PreparedData {

  static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

  private static final Path FOLDER =
      PROGRAMS.resolveSibling("postgres-data-" + DatabaseHome.MAJOR_VERSION);

  private PreparedData() {}

  static synchronized Path copyTo(Path place) throws IOException {
    if (!Files.exists(FOLDER)) {
      Path fresh = Files.createTempDirectory(FOLDER.getParent(), "postgres-data");
      LocalPostgres.start(fresh, PROGRAMS).close();
      Files.move(fresh, FOLDER);
    }
    copyTree(FOLDER, place);
    return place;
  }

  static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
