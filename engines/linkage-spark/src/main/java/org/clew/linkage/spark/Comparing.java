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

/// Compares the rows that meet in blocks, and keeps the pairs that reach the threshold. A pair that
/// meets in several blocks comes more than once, with the same weight.
final class Comparing implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  /// Rows and pairs that are looked at together.
  private static final int ROWS = 16_384;

  private static final int PAIRS = 1 << 20;

  /// `first` row in the list, `second`, `weight` in bits.
  static final StructType LINKS =
      new StructType()
          .add("first", DataTypes.LongType, false)
          .add("second", DataTypes.LongType, false)
          .add("weight", DataTypes.FloatType, false);

  private static final int ROW = 2;

  private final Broadcast<SharedPlan> shared;

  Comparing(Broadcast<SharedPlan> shared) {
    this.shared = shared;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> meeting) {
    return new Links(shared.value().plan(), meeting);
  }

  private static final class Links implements Iterator<Row> {
    private final Plan plan;
    private final Blocks blocks;
    private final List<Row> links = new ArrayList<>();
    private int given;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> rows = new ArrayList<>();
    private final List<Long> pairs = new ArrayList<>();
    private Portion.Builder portion;

    Links(Plan plan, Iterator<Row> meeting) {
      this.plan = plan;
      portion = plan.portion();
      int largest = plan.comparesAll() ? Integer.MAX_VALUE : Plan.BLOCK;
      blocks = new Blocks(meeting, largest, this::meet);
    }

    private void meet(Row one, Row other) {
      long left = one.getLong(ROW);
      long right = other.getLong(ROW);
      if (left == right) {
        return;
      }
      if (rows.size() >= ROWS || pairs.size() >= PAIRS) {
        weigh();
      }
      int a = number(one);
      int b = number(other);
      pairs.add(left < right ? (long) a << 32 | b : (long) b << 32 | a);
    }

    /// The number of a row in the portion.
    private int number(Row row) {
      Integer known = numbers.putIfAbsent(row.getLong(ROW), rows.size());
      if (known == null) {
        rows.add(row.getLong(ROW));
        SaidBytes.read(row.getAs("said"), portion);
        return rows.size() - 1;
      }
      return known;
    }

    private void weigh() {
      Portion built = portion.build();
      pairs.stream()
          .distinct()
          .forEach(
              pair -> {
                int first = (int) (pair >>> 32);
                int second = (int) (long) pair;
                double weight = built.weight(first, second);
                if (weight >= plan.threshold()) {
                  links.add(RowFactory.create(rows.get(first), rows.get(second), (float) weight));
                }
              });
      numbers.clear();
      rows.clear();
      pairs.clear();
      portion = plan.portion();
    }

    @Override
    public boolean hasNext() {
      if (given == links.size()) {
        links.clear();
        given = 0;
        boolean more = true;
        while (links.isEmpty() && more) {
          more = blocks.next();
          if (!more) {
            weigh();
          }
        }
      }
      return given < links.size();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return links.get(given++);
    }
  }
}
