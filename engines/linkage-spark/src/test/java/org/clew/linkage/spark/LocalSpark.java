package org.clew.linkage.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/// Spark in this process, started once for all tests; it ends with the process.
final class LocalSpark {

  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "4")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          // Little data: what Spark plans anew and compiles for it would take most of the time.
          .config("spark.sql.adaptive.enabled", "false")
          .config("spark.sql.codegen.wholeStage", "false")
          .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .getOrCreate();

  private LocalSpark() {}

  /// What a run ended with, and what it said.
  record Ran(int exit, String said) {}

  static Ran run(String... words) {
    var said = new ByteArrayOutputStream();
    int exit = LinkJob.run(List.of(words), () -> SESSION, new PrintStream(said, true, UTF_8));
    return new Ran(exit, said.toString(UTF_8));
  }
}
