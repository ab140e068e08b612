package org.clew.linkage.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.clew.linkage.Portion;

/// What a row says and how many rows hold that, in one run of bytes: it travels to every block that
/// the row is in, and is read only where another row is, too. By slot: how many rows, the length of
/// the form, the form in UTF-8.
final class SaidBytes {

  /// `row`, `id`, `said`.
  static final StructType RECORDS =
      new StructType()
          .add("row", DataTypes.LongType, false)
          .add("id", DataTypes.StringType, false)
          .add("said", DataTypes.BinaryType, false);

  private SaidBytes() {}

  /// Makes [#RECORDS] of `row`, `id`, `forms` and `held`.
  static MapFunction<Row, Row> written() {
    return row ->
        RowFactory.create(row.getLong(0), row.getString(1), of(row.getList(2), row.getList(3)));
  }

  private static byte[] of(List<String> forms, List<Long> held) {
    List<byte[]> texts = forms.stream().map(form -> form.getBytes(UTF_8)).toList();
    int length = texts.stream().mapToInt(text -> text.length + 2 * Integer.BYTES).sum();
    ByteBuffer out = ByteBuffer.allocate(length);
    for (int slot = 0; slot < texts.size(); slot++) {
      out.putInt(Math.toIntExact(held.get(slot)));
      out.putInt(texts.get(slot).length);
      out.put(texts.get(slot));
    }
    return out.array();
  }

  /// Gives a row to a portion.
  static void read(byte[] said, Portion.Builder portion) {
    ByteBuffer in = ByteBuffer.wrap(said);
    List<String> forms = new ArrayList<>();
    List<Integer> held = new ArrayList<>();
    while (in.hasRemaining()) {
      held.add(in.getInt());
      byte[] text = new byte[in.getInt()];
      in.get(text);
      forms.add(new String(text, UTF_8));
    }
    portion.row(forms, held.stream().mapToInt(Integer::intValue).toArray());
  }
}
