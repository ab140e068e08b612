package org.clew.linkage.spark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.clew.linkage.NormalForm;

/// Makes of rows as they came (`row`, `cells`) what is compared of them.
final class Normalising implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  /// `row`; `id`, an empty text where rows are known by their numbers; `forms`, by slot.
  static final StructType FORMS =
      new StructType()
          .add("row", DataTypes.LongType, false)
          .add("id", DataTypes.StringType, false)
          .add("forms", DataTypes.createArrayType(DataTypes.StringType, false), false);

  private final SlotTexts slots;
  private final String region;
  private final int idColumn;

  /// @param idColumn -1 where rows are known by their numbers
  Normalising(SlotTexts slots, String region, int idColumn) {
    this.slots = slots;
    this.region = region;
    this.idColumn = idColumn;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    NormalForm[] normal =
        slots.kinds().stream().map(kind -> new NormalForm(kind, region)).toArray(NormalForm[]::new);
    Iterable<Row> each = () -> rows;
    return StreamSupport.stream(each.spliterator(), false).map(row -> of(row, normal)).iterator();
  }

  private Row of(Row row, NormalForm[] normal) {
    List<String> cells = row.getList(1);
    String[] texts = slots.of(cells);
    Arrays.setAll(texts, slot -> normal[slot].of(texts[slot]));
    String id = idColumn < 0 ? "" : cells.get(idColumn).strip();
    return RowFactory.create(row.getLong(0), id, texts);
  }
}
