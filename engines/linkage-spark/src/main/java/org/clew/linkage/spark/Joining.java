package org.clew.linkage.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.clew.linkage.Plan;
import org.clew.linkage.Portion;
import org.jspecify.annotations.Nullable;

/// Makes entities of components, each with the engine's own joining of links: all rows of a
/// component, in their order, and all its links. Takes `component`, `isLink`, `row`, `other`,
/// `weight`, `id` and `said`, sorted by the first four: of each component its rows, then its links.
final class Joining implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  /// Rows of whole components that are looked at together, or of one where it has more.
  private static final int ROWS = 8_192;

  /// `row`; `first` row of its entity and its `entity_id`; `weight` of the strongest link, NaN for
  /// a row alone.
  static final StructType ENTITIES =
      new StructType()
          .add("row", DataTypes.LongType, false)
          .add("first", DataTypes.LongType, false)
          .add("entity_id", DataTypes.StringType, false)
          .add("weight", DataTypes.FloatType, false);

  private static final int COMPONENT = 0;
  private static final int IS_LINK = 1;
  private static final int ROW = 2;
  private static final int OTHER = 3;
  private static final int WEIGHT = 4;
  private static final int ID = 5;
  private static final int SAID = 6;

  private final Broadcast<SharedPlan> shared;

  Joining(Broadcast<SharedPlan> shared) {
    this.shared = shared;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> parts) {
    Plan plan = shared.value().plan();
    var source = new Ahead(parts);
    return new Iterator<>() {
      private Iterator<Row> joined = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!joined.hasNext() && source.peek() != null) {
          joined = joined(plan, source);
        }
        return joined.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return joined.next();
      }
    };
  }

  /// Looks at what comes next.
  private static final class Ahead {
    private final Iterator<Row> rows;
    private @Nullable Row next;

    Ahead(Iterator<Row> rows) {
      this.rows = rows;
      go();
    }

    @Nullable Row peek() {
      return next;
    }

    void go() {
      next = rows.hasNext() ? rows.next() : null;
    }
  }

  private static Iterator<Row> joined(Plan plan, Ahead source) {
    Portion.Builder portion = plan.portion();
    List<Row> rows = new ArrayList<>();
    List<Portion.Tie> ties = new ArrayList<>();
    Map<Long, Integer> numbers = new HashMap<>();
    long component = -1;
    Row next = source.peek();
    while (next != null && (next.getLong(COMPONENT) == component || rows.size() < ROWS)) {
      component = next.getLong(COMPONENT);
      if (next.getBoolean(IS_LINK)) {
        int first = numbers.getOrDefault(next.getLong(ROW), -1);
        int second = numbers.getOrDefault(next.getLong(OTHER), -1);
        ties.add(new Portion.Tie(first, second, next.getFloat(WEIGHT)));
      } else {
        numbers.put(next.getLong(ROW), rows.size());
        rows.add(next);
        SaidBytes.read(next.getAs(SAID), portion);
      }
      source.go();
      next = source.peek();
    }
    Portion.Joined joined = portion.build().join(ties);
    List<Row> out = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row first = rows.get(joined.first(i));
      String id = first.getString(ID);
      long number = first.getLong(ROW);
      out.add(
          RowFactory.create(
              rows.get(i).getLong(ROW),
              number,
              id.isEmpty() ? Long.toString(number + 1) : id,
              (float) joined.weight(i).orElse(Double.NaN)));
    }
    return out.iterator();
  }
}
