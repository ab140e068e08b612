package org.clew.linkage.spark;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.clew.linkage.Plan;
import org.clew.linkage.Portion;

/// Gives every row into the blocks it is in.
final class Keying implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  /// Rows that are looked at together.
  private static final int ROWS = 8_192;

  /// `key` of a block; `cuts`, by which it is cut where it is too large, eight bytes each; `row`;
  /// `said`.
  static final StructType MEETING =
      new StructType()
          .add("key", DataTypes.LongType, false)
          .add("cuts", DataTypes.BinaryType, false)
          .add("row", DataTypes.LongType, false)
          .add("said", DataTypes.BinaryType, false);

  private final Broadcast<SharedPlan> shared;

  Keying(Broadcast<SharedPlan> shared) {
    this.shared = shared;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> records) {
    Plan plan = shared.value().plan();
    return new Iterator<>() {
      private Iterator<Row> keyed = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!keyed.hasNext() && records.hasNext()) {
          keyed = keyed(plan, records);
        }
        return keyed.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return keyed.next();
      }
    };
  }

  private static Iterator<Row> keyed(Plan plan, Iterator<Row> records) {
    List<Row> rows = new ArrayList<>();
    Portion.Builder builder = plan.portion();
    while (records.hasNext() && rows.size() < ROWS) {
      Row row = records.next();
      rows.add(row);
      SaidBytes.read(row.getAs("said"), builder);
    }
    List<Row> out = new ArrayList<>();
    if (plan.comparesAll()) {
      rows.forEach(row -> out.add(meeting(row, 0, new long[0])));
      return out.iterator();
    }
    Portion portion = builder.build();
    for (int rule = 0; rule < plan.ruleCount(); rule++) {
      for (int i = 0; i < rows.size(); i++) {
        for (long key : portion.keys(rule, i)) {
          out.add(meeting(rows.get(i), key, portion.cuts(rule, i)));
        }
      }
    }
    return out.iterator();
  }

  private static Row meeting(Row row, long key, long[] cuts) {
    ByteBuffer bytes = ByteBuffer.allocate(cuts.length * Long.BYTES);
    for (long cut : cuts) {
      bytes.putLong(cut);
    }
    return RowFactory.create(key, bytes.array(), row.getLong(0), row.<byte[]>getAs("said"));
  }
}
