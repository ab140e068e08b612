package org.clew.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CellWriterTest {

  private static final String[] PIECES = {"a", "é", "محمد", ",", "\"", "\n", "\r", " ", "=1+1", ""};

  /// Rows of any cells; one is longer than what is written at once.
  private static List<List<String>> rows() {
    SplittableRandom random = new SplittableRandom(3);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      List<String> row = new ArrayList<>();
      for (int cell = 0; cell < 3; cell++) {
        StringBuilder text = new StringBuilder("x");
        for (int pieces = random.nextInt(4); pieces > 0; pieces--) {
          text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        row.add(text.toString());
      }
      rows.add(row);
    }
    rows.add(List.of("x".repeat(200_000), "\"".repeat(100_000), ""));
    return rows;
  }

  @Test
  void rowsAreWrittenAsTheLibraryWritesThem() throws IOException {
    StringWriter expected = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(expected)) {
      rows().forEach(csv::writeRecord);
    }
    assertThat(new String(written(rows()), UTF_8)).isEqualTo(expected.toString());
  }

  @Test
  void whatIsCopiedIsReadAgainAsItWas() throws IOException {
    byte[] written = written(rows());
    var copied = new ByteArrayOutputStream();
    try (var copy = new CellWriter(copied)) {
      Cells cells = new Delimited(UTF_8, ',').cells(new ByteArrayInputStream(written));
      while (cells.next()) {
        for (int cell = 0; cell < cells.count(); cell++) {
          copy.cell(cells.bytes(), cells.from(cell), cells.to(cell));
        }
        copy.endRow();
      }
    }
    assertThat(copied.toByteArray()).isEqualTo(written);
  }

  /// Rows with quotes, with other delimiters, or of bytes that are no text: none of them stands as
  /// it is written.
  @Test
  void aRowIsCopiedWholeWhereItStandsAsItIsWrittenAndNowhereElse() throws IOException {
    assertThat(whole("a,,=1+1, b\nc\n", ',')).isEqualTo("a,,=1+1, b\r\nc\r\n");
    assertThat(whole("\uFEFFé,محمد\r\n", ',')).isEqualTo("é,محمد\r\n");
    assertThat(whole("a,\"b\"\n", ',')).isEmpty();
    assertThat(whole("a,5\" tube\n", ',')).isEmpty();
    assertThat(whole("a;b,c\n", ';')).isEmpty();
    byte[] broken = {'a', ',', (byte) 0xC3, '\n'};
    assertThat(whole(broken, ',')).isEmpty();
  }

  private static String whole(String text, char delimiter) throws IOException {
    return whole(text.getBytes(UTF_8), delimiter);
  }

  private static String whole(byte[] content, char delimiter) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var copy = new CellWriter(out)) {
      Cells cells = new Delimited(UTF_8, delimiter).cells(new ByteArrayInputStream(content));
      while (cells.next()) {
        if (cells.isAsWritten()) {
          copy.cells(cells);
          copy.endRow();
        }
      }
    }
    return out.toString(UTF_8);
  }

  /// Of rows that were read before it is known how long they are, and no more is needed.
  @Test
  void aRowIsCopiedWithoutLookingIntoItAgain() throws IOException {
    byte[] content = ("a,b\n\r\n1,é\r\n\"x\",y\n" + "z".repeat(200_000) + ",\r\n").getBytes(UTF_8);
    int[] known = {3, 4, 0, 200_001};
    var out = new ByteArrayOutputStream();
    try (var copy = new CellWriter(out)) {
      Cells cells = new Delimited(UTF_8, ',').cells(new ByteArrayInputStream(content));
      for (int length : known) {
        assertThat(cells.next(length)).isTrue();
        assertThat(cells.isAsWritten()).isEqualTo(length > 0);
        if (length > 0) {
          copy.cells(cells);
          copy.cell(length);
          copy.endRow();
        }
      }
      assertThat(cells.next(0)).isFalse();
    }
    assertThat(out.toString(UTF_8))
        .isEqualTo("a,b,3\r\n1,é,4\r\n" + "z".repeat(200_000) + ",,200001\r\n");
  }

  @Test
  void aNumberIsACell() {
    var out = new ByteArrayOutputStream();
    try (var writer = new CellWriter(out)) {
      for (int number : new int[] {0, 9, 10, 1_234_567_890, Integer.MAX_VALUE}) {
        writer.cell(number);
      }
    }
    assertThat(out.toString(UTF_8)).isEqualTo("0,9,10,1234567890,2147483647");
  }

  @Test
  void aFullDiskIsSaid() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    var writer = new CellWriter(full);
    writer.row(List.of("a"));
    assertThatThrownBy(writer::close).isInstanceOf(UncheckedIOException.class);
  }

  private static byte[] written(List<List<String>> rows) {
    var out = new ByteArrayOutputStream();
    try (var writer = new CellWriter(out)) {
      rows.forEach(writer::row);
    }
    return out.toByteArray();
  }
}
