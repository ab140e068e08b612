package org.clew.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.clew.linkage.Batch;
import org.clew.linkage.Census;
import org.clew.linkage.LinkModel;
import org.clew.linkage.LinkTable;
import org.clew.linkage.Plan;
import org.clew.linkage.Portion;
import org.clew.linkage.Progress;

/// Rows drawn from a list: to learn a model from, and to choose rules by.
final class Sample {

  private static final long PARTS = 1L << 40;
  private static final int TELLING = 4;
  private static final long LEAST_DISTINCT = 1_000;
  private static final int ROWS_FOR_RULES = 12_000;

  private final Census census;
  private final long seed;

  Sample(Census census, long seed) {
    this.census = census;
    this.seed = seed;
  }

  /// Learns from about so many rows, on the machine where the job was started; from all rows where
  /// there are no more.
  ///
  /// Rows that are one must be drawn together, or there is nothing to learn: drawn are values of
  /// the things that tell most, up to four of them, and with a value all rows that hold it.
  ///
  /// @param about how many rows, more or less
  LinkModel learn(Intake rows, Intake.Layout layout, int about) {
    Dataset<Row> drawn = rows.numbered();
    if (census.rows() > about) {
      drawn = drawn.join(rows.forms().where(isDrawn(about)).select("row"), "row");
    }
    SlotTexts slots = layout.slots();
    var table = new LinkTable.Builder(slots.kinds(), slots.headings());
    Iterator<Row> each = drawn.orderBy("row").select("row", "cells").toLocalIterator();
    while (each.hasNext()) {
      String[] texts = slots.of(each.next().getList(1));
      for (int slot = 0; slot < texts.length; slot++) {
        if (!texts[slot].isEmpty()) {
          table.cell(slot, texts[slot]);
        }
      }
      table.endRow();
    }
    var settings =
        new Batch.Settings(
            layout.region(),
            OptionalDouble.empty(),
            seed,
            Math.min(256, Runtime.getRuntime().availableProcessors()));
    return Batch.dedupe(table.build(), settings, List.of(), Progress.NONE).model();
  }

  Census census() {
    return census;
  }

  private Column isDrawn(int about) {
    List<Integer> telling =
        IntStream.range(0, census.things().size())
            .filter(thing -> census.things().get(thing).distinct() >= LEAST_DISTINCT)
            .boxed()
            .sorted(Comparator.comparingLong(thing -> -census.things().get(thing).distinct()))
            .limit(TELLING)
            .toList();
    long said = telling.stream().mapToLong(thing -> census.things().get(thing).holders()).sum();
    if (said == 0) {
      return isBelow(col("row"), -1, about / (double) census.rows());
    }
    Column drawn = lit(false);
    for (int thing : telling) {
      for (int slot : census.things().get(thing).thing().columns()) {
        Column form = col("forms").getItem(slot);
        drawn = drawn.or(form.notEqual("").and(isBelow(form, thing, about / (double) said)));
      }
    }
    return drawn;
  }

  /// Draws a share of the values of a column.
  private Column isBelow(Column value, int thing, double share) {
    return pmod(xxhash64(lit(seed), lit(thing), value), lit(PARTS)).lt((long) (share * PARTS));
  }

  /// The model, with rules for this list where it has none.
  ///
  /// @param records [SaidBytes#RECORDS]
  LinkModel withRules(LinkModel model, Dataset<Row> records) {
    Plan plan = new Plan(model, census, OptionalDouble.empty());
    if (!plan.lacksRules()) {
      return model;
    }
    Portion.Builder portion = plan.portion();
    double share = 1.2 * ROWS_FOR_RULES / census.rows();
    records
        .where(isBelow(col("row"), -1, share))
        .orderBy("row")
        .limit(ROWS_FOR_RULES)
        .collectAsList()
        .forEach(row -> SaidBytes.read(row.getAs("said"), portion));
    return plan.withRules(portion.build(), seed);
  }
}
