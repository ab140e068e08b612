package org.clew.linkage.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.clew.tables.Cells;
import org.clew.tables.Delimited;
import org.clew.tables.Headings;
import org.clew.tables.Row;
import org.clew.tables.Unreadable;

/// A list to be linked, where it lies: a file, or a folder of files that are its parts.
final class Source {

  private static final int HEAD_BYTES = 1 << 20;
  private static final int SAMPLES = 100;
  private static final String CSV = ".csv";

  /// The rows as they came: `file`, its number; `at`, the row's number in it, from 0; `cells`.
  private static final StructType AS_THEY_CAME =
      new StructType()
          .add("file", DataTypes.IntegerType, false)
          .add("at", DataTypes.LongType, false)
          .add("cells", DataTypes.createArrayType(DataTypes.StringType, false), false);

  private final SparkSession spark;
  private final List<Path> files;
  private final List<Delimited> written;
  private final Reading.Encoding encoding;
  private final List<String> headings;
  private final List<List<String>> samples;

  private Source(
      SparkSession spark,
      List<Path> files,
      List<Delimited> written,
      List<List<Row>> heads,
      Reading.Encoding encoding) {
    this.spark = spark;
    this.encoding = encoding;
    this.files = files;
    this.written = written;
    this.headings = stripped(heads.getFirst().getFirst());
    for (int file = 0; file < files.size(); file++) {
      Row first = heads.get(file).getFirst();
      String name = files.get(file).getName();
      Headings.fault(stripped(first))
          .ifPresent(
              fault -> {
                throw JobEnding.badInput("%s: %s".formatted(name, fault));
              });
      if (!stripped(first).equals(headings)) {
        throw JobEnding.badInput(
            "%s has other headings than %s. The parts of a list have the same, in the same order."
                .formatted(name, files.getFirst().getName()));
      }
    }
    this.samples = samples(heads, headings.size());
  }

  private static List<String> stripped(Row row) {
    return row.cells().stream().map(String::strip).toList();
  }

  /// Finds the files and reads their beginnings.
  ///
  /// @throws JobEnding when there are none, or one is no list
  static Source find(SparkSession spark, JobOptions options) {
    List<Path> files = files(spark, new Path(options.input()));
    List<Delimited> written = new ArrayList<>();
    List<List<Row>> heads = new ArrayList<>();
    for (Path file : files) {
      try {
        byte[] head = head(spark, file);
        Delimited looked =
            options.encoding().isPresent()
                ? Delimited.look(head, options.encoding().get())
                : Delimited.look(head);
        var known = new Delimited(looked.charset(), options.delimiter().orElse(looked.delimiter()));
        written.add(known);
        heads.add(beginning(spark, file, known));
      } catch (Unreadable e) {
        throw JobEnding.badInput("%s %s".formatted(file, e.said()));
      } catch (IOException _) {
        throw JobEnding.badInput(
            "%s cannot be read. Is it a file, and may you read it?".formatted(file));
      }
    }
    Reading.Encoding encoding =
        options.encoding().isPresent() ? Reading.Encoding.SAID : Reading.Encoding.FOUND_OUT;
    return new Source(spark, files, written, heads, encoding);
  }

  private static List<Path> files(SparkSession spark, Path input) {
    try {
      FileSystem system = input.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!system.exists(input)) {
        throw JobEnding.badInput("There is no file or folder %s.".formatted(input));
      }
      if (system.getFileStatus(input).isFile()) {
        return List.of(input);
      }
      List<Path> files =
          Arrays.stream(system.listStatus(input))
              .filter(FileStatus::isFile)
              .map(FileStatus::getPath)
              .filter(file -> file.getName().endsWith(CSV) && !file.getName().startsWith("."))
              .sorted(Comparator.comparing(Path::getName))
              .toList();
      if (files.isEmpty()) {
        throw JobEnding.badInput("In the folder %s there is no file *.csv.".formatted(input));
      }
      return files;
    } catch (IOException _) {
      throw JobEnding.badInput("%s cannot be read. May you read it?".formatted(input));
    }
  }

  /// The first bytes of a file, up to the end of a line.
  private static byte[] head(SparkSession spark, Path file) throws IOException {
    try (InputStream in = open(spark, file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      int end = head.length;
      while (head.length == HEAD_BYTES && end > 0 && head[end - 1] != '\n') {
        end--;
      }
      return end == 0 ? head : Arrays.copyOf(head, end);
    }
  }

  /// The headings and the first rows below them.
  private static List<Row> beginning(SparkSession spark, Path file, Delimited written)
      throws IOException {
    try (InputStream in = open(spark, file)) {
      List<Row> rows = new ArrayList<>();
      Cells cells = written.cells(in);
      while (rows.size() <= SAMPLES && cells.next()) {
        rows.add(cells.row());
      }
      if (rows.isEmpty()) {
        throw JobEnding.badInput("%s is empty.".formatted(file));
      }
      return rows;
    }
  }

  private static InputStream open(SparkSession spark, Path file) throws IOException {
    return file.getFileSystem(spark.sparkContext().hadoopConfiguration()).open(file);
  }

  private static List<List<String>> samples(List<List<Row>> heads, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(
            column ->
                heads.stream()
                    .flatMap(rows -> rows.subList(1, rows.size()).stream())
                    .map(row -> row.cell(column).strip())
                    .filter(cell -> !cell.isEmpty())
                    .limit(SAMPLES)
                    .toList())
        .toList();
  }

  List<String> headings() {
    return headings;
  }

  /// The first cells of a column that are not empty.
  List<String> samples(int column) {
    return samples.get(column);
  }

  /// All rows but blank ones, spread: `file`, `at`, `cells`.
  ///
  /// @param partitions into how many parts
  Dataset<org.apache.spark.sql.Row> read(int partitions) {
    var reading =
        new Reading(
            files.stream().map(Path::toString).toList(),
            written,
            encoding,
            headings.size(),
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    List<Integer> numbers = IntStream.range(0, files.size()).boxed().toList();
    var rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(numbers, numbers.size())
            .mapPartitions(reading);
    return spark
        .createDataFrame(rows, AS_THEY_CAME)
        .repartition(partitions, col("file"), col("at"));
  }

  int fileCount() {
    return files.size();
  }
}
