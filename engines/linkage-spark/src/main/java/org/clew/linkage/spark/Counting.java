package org.clew.linkage.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.clew.linkage.Census;
import org.clew.linkage.Kind;

/// Counts over the whole list what makes a value rare or common.
final class Counting {

  /// More different words, runs of letters and numbers than this every machine cannot know.
  private static final int MOST_PARTS = 20_000_000;

  private static final StructType PARTS =
      new StructType()
          .add("thing", DataTypes.IntegerType, false)
          .add("part", DataTypes.StringType, false)
          .add("held", DataTypes.LongType, false);

  private final Dataset<Row> forms;
  private final List<List<String>> headings;
  private final List<Census.Thing> things;

  /// `thing`, `form`, `held`: how many rows hold a value in a column of its thing.
  private final Dataset<Row> values;

  /// @param forms as [Normalising] makes them
  Counting(Dataset<Row> forms, SlotTexts slots) {
    this.forms = forms;
    this.headings = slots.headings();
    this.things = Census.Thing.of(slots.kinds());
    this.values = values().persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Column form(int slot) {
    return col("forms").getItem(slot);
  }

  private static Column isSaid(Census.Thing thing) {
    Column said = lit(false);
    for (int slot : thing.columns()) {
      said = said.or(form(slot).notEqual(""));
    }
    return said;
  }

  private Dataset<Row> values() {
    List<Column> said = new ArrayList<>();
    for (int thing = 0; thing < things.size(); thing++) {
      for (int slot : things.get(thing).columns()) {
        said.add(struct(lit(thing).as("thing"), form(slot).as("form")));
      }
    }
    return forms
        .select(explode(array(said.toArray(Column[]::new))).as("said"))
        .select("said.thing", "said.form")
        .where(col("form").notEqual(""))
        .groupBy("thing", "form")
        .agg(count(lit(1)).as("held"));
  }

  /// What is said of each compared thing, and how often.
  ///
  /// @throws JobEnding when there is more than every machine can know
  Census census(long rows) {
    Row holders =
        forms
            .agg(
                count(lit(1)),
                things.stream()
                    .map(thing -> sum(when(isSaid(thing), 1L).otherwise(0L)))
                    .toArray(Column[]::new))
            .head();
    Map<Integer, Long> distinct = distinct();
    List<Map<String, Long>> parts = parts();
    List<Census.Counted> counted = new ArrayList<>();
    for (int thing = 0; thing < things.size(); thing++) {
      Census.Thing known = things.get(thing);
      counted.add(
          new Census.Counted(
              known,
              known.columns().stream().flatMap(slot -> headings.get(slot).stream()).toList(),
              rows == 0 ? 0 : holders.getLong(thing + 1),
              distinct.getOrDefault(known.stock(), 0L),
              parts.get(thing)));
    }
    return new Census(rows, counted);
  }

  /// By stock, how many different values it holds.
  private Map<Integer, Long> distinct() {
    Column stock = lit(-1);
    for (int thing = 0; thing < things.size(); thing++) {
      stock = when(col("thing").equalTo(thing), things.get(thing).stock()).otherwise(stock);
    }
    Map<Integer, Long> out = new HashMap<>();
    values
        .groupBy(stock.as("stock"))
        .agg(countDistinct(col("form")))
        .collectAsList()
        .forEach(row -> out.put(row.getInt(0), row.getLong(1)));
    return out;
  }

  private List<Map<String, Long>> parts() {
    List<Map<String, Long>> out = new ArrayList<>();
    Column counted = lit(false);
    Column numbers = lit(false);
    for (int thing = 0; thing < things.size(); thing++) {
      out.add(new HashMap<>());
      Column own = col("thing").equalTo(thing);
      boolean isCounted = !things.get(thing).parts("1 1").isEmpty();
      counted = isCounted ? counted.or(own) : counted;
      numbers = things.get(thing).kind() == Kind.NUMBER ? numbers.or(own) : numbers;
    }
    List<Row> rows =
        values
            .where(counted)
            .flatMap(parts(things), Encoders.row(PARTS))
            .groupBy("thing", "part")
            .agg(sum("held").as("held"))
            .where(col("held").gt(1).or(numbers))
            .limit(MOST_PARTS + 1)
            .collectAsList();
    if (rows.size() > MOST_PARTS) {
      throw JobEnding.badInput(
          "There are more than %,d different words and numbers. Leave out a column of long text."
              .formatted(MOST_PARTS));
    }
    rows.forEach(row -> out.get(row.getInt(0)).put(row.getString(1), row.getLong(2)));
    return out;
  }

  private static FlatMapFunction<Row, Row> parts(List<Census.Thing> things) {
    return value ->
        things.get(value.getInt(0)).parts(value.getString(1)).stream()
            .map(part -> RowFactory.create(value.getInt(0), part, value.getLong(2)))
            .iterator();
  }

  /// The rows with how often what they say is held: `row`, `id`, and `said` ([SaidBytes]).
  Dataset<Row> records() {
    Dataset<Row> out = forms;
    int slots = headings.size();
    Column[] held = new Column[slots];
    for (int thing = 0; thing < things.size(); thing++) {
      for (int slot : things.get(thing).columns()) {
        String form = "form" + slot;
        held[slot] = coalesce(col("held" + slot), lit(1L));
        Dataset<Row> repeated =
            values
                .where(col("thing").equalTo(thing).and(col("held").gt(1)))
                .select(col("form").as(form), col("held").as("held" + slot));
        // What says nothing meets nothing, and is spread as evenly as what does.
        Column nothing = concat(lit("\u0000"), col("row").cast(DataTypes.StringType));
        Column key = when(form(slot).equalTo(""), nothing).otherwise(form(slot));
        out = out.join(repeated, key.equalTo(col(form)), "left").drop(form);
      }
    }
    return out.select(col("row"), col("id"), col("forms"), array(held).as("held"))
        .map(SaidBytes.written(), Encoders.row(SaidBytes.RECORDS));
  }

  /// Gives back what was kept.
  void forget() {
    values.unpersist();
  }
}
