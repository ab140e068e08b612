package org.clew.linkage.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.clew.linkage.WeightText;
import org.clew.tables.CellWriter;

/// Writes what a job came to: beside its place first, and there in one move.
final class Result {

  private static final List<String> OURS =
      List.of("entity_id", "match_weight", "match_probability");
  private static final String LINE_END = "\r\n";
  private static final int ROWS = 500;

  private final Path place;
  private final FileSystem system;

  private Result(Path place, FileSystem system) {
    this.place = place;
    this.system = system;
  }

  /// @throws JobEnding when there is something at the place already, or it cannot be looked at
  static Result at(SparkSession spark, String folder) {
    Path place = new Path(folder);
    try {
      FileSystem system = place.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (system.exists(place)) {
        throw JobEnding.badInput(
            "%s is there already. Name a folder that is not, or remove it.".formatted(folder));
      }
      return new Result(place, system);
    } catch (IOException _) {
      throw JobEnding.badInput("%s cannot be written. May you write there?".formatted(folder));
    }
  }

  /// The headings of the output.
  ///
  /// @throws JobEnding when a column is called like ours and may not be renamed
  static List<String> headings(List<String> input, boolean rename) {
    for (String heading : input) {
      if (OURS.contains(heading) && !rename) {
        throw JobEnding.badInput(
            "The input has a column \"%s\", as the output has. --rename makes it input_%s."
                .formatted(heading, heading));
      }
    }
    return Stream.concat(
            input.stream().map(heading -> OURS.contains(heading) ? "input_" + heading : heading),
            OURS.stream())
        .toList();
  }

  /// Writes rows in their order, in parts.
  ///
  /// @param rows `row`, `cells`
  /// @param entities of rows in links, [Joining#ENTITIES]
  /// @param idColumn -1 where rows are known by their numbers
  void write(
      Dataset<Row> rows, Dataset<Row> entities, List<String> headings, int idColumn, int parts) {
    Path beside = place.suffix(".part");
    try {
      system.delete(beside, true);
      rows.join(entities, rows.col("row").equalTo(entities.col("row")), "left")
          .select(rows.col("row"), col("cells"), col("entity_id"), col("weight"))
          .repartitionByRange(parts, col("row"))
          .sortWithinPartitions("row")
          .mapPartitions(lines(headings, idColumn), Encoders.STRING())
          .write()
          .option("lineSep", LINE_END)
          .text(beside.toString());
      if (!system.rename(beside, place)) {
        throw new IOException(place.toString());
      }
    } catch (IOException _) {
      throw JobEnding.badInput(
          "%s cannot be written. May you write there, and is there room?".formatted(place));
    } finally {
      forget(beside);
    }
  }

  private void forget(Path beside) {
    try {
      system.delete(beside, true);
    } catch (IOException _) {
      // It is not the result, and says so by its name.
    }
  }

  /// Some hundred rows at a time, without the end of the last.
  private static MapPartitionsFunction<Row, String> lines(List<String> headings, int idColumn) {
    List<String> all = new ArrayList<>(headings);
    return rows ->
        new Iterator<>() {
          private boolean begun = TaskContext.getPartitionId() > 0 && !rows.hasNext();

          @Override
          public boolean hasNext() {
            return !begun || rows.hasNext();
          }

          @Override
          public String next() {
            var bytes = new ByteArrayOutputStream();
            try (var out = new CellWriter(bytes)) {
              if (!begun) {
                out.row(all);
                begun = true;
              }
              for (int i = 0; i < ROWS && rows.hasNext(); i++) {
                out.row(cells(rows.next(), idColumn));
              }
            }
            String lines = bytes.toString(UTF_8);
            return lines.substring(0, lines.length() - LINE_END.length());
          }
        };
  }

  private static List<String> cells(Row row, int idColumn) {
    List<String> cells = new ArrayList<>(row.<String>getList(1));
    String own = idColumn < 0 ? Long.toString(row.getLong(0) + 1) : cells.get(idColumn).strip();
    boolean isAlone = row.isNullAt(3) || Float.isNaN(row.getFloat(3));
    cells.add(row.isNullAt(2) ? own : row.getString(2));
    cells.add(isAlone ? "" : WeightText.bits(row.getFloat(3)));
    cells.add(isAlone ? "" : WeightText.probability(row.getFloat(3)));
    return cells;
  }
}
