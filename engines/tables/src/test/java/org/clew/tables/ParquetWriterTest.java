package org.clew.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.Encoding;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.metadata.SchemaElement;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is read by a library that shares no code with the writer.
class ParquetWriterTest {

  private static byte[] written(
      List<String> headings, Map<String, String> told, List<List<String>> rows) {
    var out = new ByteArrayOutputStream();
    try (var parquet = new ParquetWriter(out, headings, told)) {
      rows.forEach(parquet::row);
    }
    return out.toByteArray();
  }

  private static FileMetaData about(byte[] file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)))) {
      return reader.getFileMetaData();
    }
  }

  /// The elements of the schema below the table itself.
  private static List<SchemaElement> columns(FileMetaData about) {
    return about.schema().subList(1, about.schema().size());
  }

  /// The rows, with an empty text for null.
  private static List<List<String>> read(byte[] file, int width) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
        RowReader each = reader.rowReader()) {
      while (each.hasNext()) {
        each.next();
        List<String> row = new ArrayList<>();
        for (int column = 0; column < width; column++) {
          row.add(each.isNull(column) ? "" : each.getString(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /// Columns of many values and of few, in runs and in none, full and nearly empty.
  private static List<List<String>> rows(int count, long seed) {
    var lots = new SplittableRandom(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(
          List.of(
              "value " + lots.nextInt(700),
              row % 1000 < 400 ? "" : lots.nextBoolean() ? "نعم" : "não",
              "the same",
              lots.nextInt(100) == 0 ? "1" : "",
              "",
              "run " + row / 37));
    }
    return rows;
  }

  private static final List<String> HEADINGS =
      List.of("country", "ageBroad", "mark", "means.of control", "empty", "نوع, \"x\"");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 63, 64, 65, 1_000, 100_000, 100_001, 250_007})
  void what_is_written_is_read(int count) throws IOException {
    List<List<String>> rows = rows(count, count);

    assertThat(read(written(HEADINGS, Map.of(), rows), HEADINGS.size())).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void that_holds_for_runs_of_any_length(long seed) throws IOException {
    var lots = new SplittableRandom(seed);
    List<List<String>> rows = new ArrayList<>();
    while (rows.size() < 5_000) {
      List<String> row = List.of(lots.nextInt(4) == 0 ? "" : "v" + lots.nextInt(1 << seed));
      for (int times = 1 + lots.nextInt(20); times > 0; times--) {
        rows.add(row);
      }
    }

    assertThat(read(written(List.of("a"), Map.of(), rows), 1)).isEqualTo(rows);
  }

  @Test
  void a_table_without_rows_has_its_columns() throws IOException {
    byte[] file = written(HEADINGS, Map.of(), List.of());

    assertThat(read(file, HEADINGS.size())).isEmpty();
    assertThat(columns(about(file)).stream().map(each -> each.name())).isEqualTo(HEADINGS);
  }

  @Test
  void columns_are_texts_that_may_be_missing_and_have_a_dictionary() throws IOException {
    FileMetaData about = about(written(HEADINGS, Map.of(), rows(3_000, 1)));

    assertThat(columns(about))
        .allSatisfy(
            column -> {
              assertThat(column.logicalType()).isInstanceOf(LogicalType.StringType.class);
              assertThat(column.repetitionType()).isEqualTo(RepetitionType.OPTIONAL);
            });
    assertThat(about.rowGroups().getFirst().columns())
        .allSatisfy(
            chunk -> {
              assertThat(chunk.metaData().encodings()).contains(Encoding.RLE_DICTIONARY);
              assertThat(chunk.metaData().dictionaryPageOffset()).isPositive();
            });
  }

  @Test
  void rows_stand_in_groups_that_can_be_held() throws IOException {
    FileMetaData about = about(written(HEADINGS, Map.of(), rows(250_007, 1)));

    assertThat(about.rowGroups().stream().map(group -> group.numRows()))
        .containsExactly(100_000L, 100_000L, 50_007L);
    assertThat(about.numRows()).isEqualTo(250_007);
  }

  @Test
  void what_is_told_of_the_whole_file_is_in_it() throws IOException {
    Map<String, String> told = Map.of("warning", "لا تعطِ هذا لأحد", "terms", "{\"epsilon\": 1}");

    assertThat(about(written(HEADINGS, told, rows(10, 1))).keyValueMetadata())
        .containsAllEntriesOf(told);
  }

  @Test
  void a_row_of_another_length_is_refused() {
    var out = new ByteArrayOutputStream();
    try (var parquet = new ParquetWriter(out, List.of("a", "b"), Map.of())) {
      assertThatThrownBy(() -> parquet.row(List.of("1")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_cannot_be_written_to_says_so() {
    var full =
        new OutputStream() {
          @Override
          public void write(int each) throws IOException {
            throw new IOException("full");
          }
        };

    assertThatThrownBy(() -> new ParquetWriter(full, List.of("a"), Map.of()))
        .isInstanceOf(UncheckedIOException.class);
  }
}
