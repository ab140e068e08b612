package org.clew.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.clew.linkage.Census;
import org.clew.linkage.Columns;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkModel;

/// The rows of a list, numbered in its order, and what is compared of them.
final class Intake {

  private final Dataset<Row> read;
  private final Dataset<Row> numbered;
  private final Dataset<Row> forms;
  private final long count;

  /// @param layout what stands where
  /// @throws JobEnding when there are too many rows, or ids that are none
  Intake(Source source, Layout layout, int partitions) {
    read = source.read(partitions).persist(StorageLevel.MEMORY_AND_DISK());
    Map<Integer, Long> counts = new HashMap<>();
    read.groupBy("file")
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getInt(0), row.getLong(1)));
    count = counts.values().stream().mapToLong(Long::longValue).sum();
    if (count > Census.MOST_ROWS) {
      throw JobEnding.badInput(
          "There are %,d rows; %,d can be linked at most.".formatted(count, Census.MOST_ROWS));
    }
    numbered = read.select(numbers(source, counts).as("row"), col("cells"));
    forms =
        numbered
            .mapPartitions(
                new Normalising(layout.slots, layout.region, layout.idColumn),
                Encoders.row(Normalising.FORMS))
            .persist(StorageLevel.MEMORY_AND_DISK());
    if (layout.idColumn >= 0) {
      demandIds(forms);
    }
  }

  /// What stands where in a list.
  ///
  /// @param region whose national phone numbers and dates are meant
  /// @param idColumn identifies a row; -1 where rows are known by their numbers
  record Layout(SlotTexts slots, String region, int idColumn) {

    static Layout of(Source source, JobOptions options, Optional<LinkModel> known) {
      Optional<String> region = known.map(LinkModel::from).map(LinkModel.From::region);
      return new Layout(
          new SlotTexts(source.headings(), compared(source, options, known)),
          options.region().or(() -> region).orElse(""),
          options.id().map(id -> column(source, id)).orElse(-1));
    }
  }

  private static int column(Source source, String heading) {
    int column = source.headings().indexOf(heading);
    if (column < 0) {
      throw JobEnding.badInput(
          "There is no column \"%s\". There are: %s."
              .formatted(heading, String.join(", ", source.headings())));
    }
    return column;
  }

  /// What is compared as what: what the model knows; where a column that it knows is missing, what
  /// is recognised beside it.
  private static Map<String, Kind> compared(
      Source source, JobOptions options, Optional<LinkModel> known) {
    Map<String, Kind> said = known.map(LinkModel::kinds).orElse(Map.of());
    boolean complete = known.isPresent() && source.headings().containsAll(said.keySet());
    Map<String, Kind> out = new LinkedHashMap<>();
    for (int column = 0; column < source.headings().size(); column++) {
      String heading = source.headings().get(column);
      Optional<Kind> kind = Optional.ofNullable(said.get(heading));
      if (kind.isEmpty() && !complete) {
        kind = Columns.guess(heading, source.samples(column), source.headings());
      }
      if (!options.id().equals(Optional.of(heading))) {
        kind.ifPresent(found -> out.put(heading, found));
      }
    }
    if (out.isEmpty()) {
      throw JobEnding.badInput(
          "No column is recognised. Learn a model from some of the rows with ./clew link dedupe …"
              + " --column HEADING=KIND --model MODEL.json, and name it.");
    }
    return out;
  }

  /// The number of a row in the list, from 0.
  private static Column numbers(Source source, Map<Integer, Long> counts) {
    long[] before = new long[source.fileCount()];
    for (int file = 1; file < before.length; file++) {
      before[file] = before[file - 1] + counts.getOrDefault(file - 1, 0L);
    }
    return lit(before).getItem(col("file")).plus(col("at"));
  }

  private static void demandIds(Dataset<Row> forms) {
    List<Row> without = forms.where(col("id").equalTo("")).orderBy("row").limit(1).collectAsList();
    if (!without.isEmpty()) {
      throw JobEnding.badInput("Row %,d has no id.".formatted(without.getFirst().getLong(0) + 1));
    }
    List<Row> twice =
        forms
            .groupBy("id")
            .agg(min("row").as("first"), max("row").as("last"))
            .where(col("first").lt(col("last")))
            .orderBy("first")
            .limit(1)
            .collectAsList();
    if (!twice.isEmpty()) {
      throw JobEnding.badInput(
          "Rows %,d and %,d have the same id. Ids must be unique."
              .formatted(twice.getFirst().getLong(1) + 1, twice.getFirst().getLong(2) + 1));
    }
  }

  /// `row`, from 0 in the order of the list; `cells` as they came.
  Dataset<Row> numbered() {
    return numbered;
  }

  /// As [Normalising] makes them.
  Dataset<Row> forms() {
    return forms;
  }

  long count() {
    return count;
  }

  /// Gives back what was kept.
  void forget() {
    forms.unpersist();
    read.unpersist();
  }
}
