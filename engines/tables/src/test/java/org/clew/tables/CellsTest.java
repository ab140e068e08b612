package org.clew.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read is what a well-kept library reads, byte by byte or all at once.
class CellsTest {

  private static final String[] PIECES = {
    "a",
    "Amina",
    "é",
    "محمد",
    "\uD83D\uDCF1",
    ",",
    ",",
    ";",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "",
    "0"
  };

  /// Hands out a byte or two at a time.
  private static final class Trickle extends InputStream {
    private final InputStream all;

    Trickle(byte[] all) {
      this.all = new ByteArrayInputStream(all);
    }

    @Override
    public int read() throws IOException {
      return all.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return all.read(into, from, Math.min(length, 2));
    }
  }

  private record Read(List<Long> lines, List<List<String>> rows, boolean refused) {}

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE"})
  void anyTextIsReadAsTheLibraryReadsIt(String charset) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    int refused = 0;
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      Read expected = expected(text.toString());
      byte[] bytes = text.toString().getBytes(Charset.forName(charset));
      var written = new Delimited(Charset.forName(charset), ',');
      assertThat(read(written, new ByteArrayInputStream(bytes))).as("%s", text).isEqualTo(expected);
      assertThat(read(written, new Trickle(bytes))).as("%s", text).isEqualTo(expected);
      refused += expected.refused ? 1 : 0;
    }
    assertThat(refused).isBetween(500, 7_500);
  }

  @Test
  void aRowLongerThanWhatIsReadAtOnceIsWhole() throws IOException {
    String row = "x".repeat(70_000) + ",\"" + "y\"\"".repeat(50_000) + "\",z";
    Cells cells = cells(("a,b,c\n" + row + "\n" + row + "\nlast,,").getBytes(UTF_8));
    assertThat(cells.next()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThat(cells.next()).isTrue();
      assertThat(cells.text(0)).hasSize(70_000).containsOnlyOnce("x".repeat(70_000));
      assertThat(cells.text(1)).isEqualTo("y\"".repeat(50_000));
      assertThat(cells.text(2)).isEqualTo("z");
      assertThat(cells.line()).isEqualTo(2L + i);
    }
    assertThat(cells.next()).isTrue();
    assertThat(cells.count()).isEqualTo(3);
    assertThat(cells.next()).isFalse();
  }

  @Test
  void bytesThatAreNoTextAreShownAsUnknown() throws IOException {
    Cells cells =
        cells(new byte[] {'a', ',', (byte) 0xC3, ',', 'z', '\n', (byte) 0xC3, (byte) 0xA9});
    assertThat(cells.next()).isTrue();
    assertThat(List.of(cells.text(0), cells.text(1), cells.text(2)))
        .containsExactly("a", "\uFFFD", "z");
    assertThat(new String(cells.bytes(), cells.from(2), 1, UTF_8)).isEqualTo("z");
    assertThat(cells.next()).isTrue();
    assertThat(cells.text(0)).isEqualTo("é");
  }

  @Test
  void whiteSpaceIsTakenOffAsElsewhere() throws IOException {
    String[] pieces = {
      " ", "\t", "\u3000", "\u2003", "\u2028", "\u00A0", "\u1680", "x", "é", "月", "\u001F"
    };
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int more = random.nextInt(6); more >= 0; more--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Cells cells = cells(("before," + text + ",after").getBytes(UTF_8));
      assertThat(cells.next()).isTrue();
      assertThat(cells.strip(1)).isEqualTo(!text.toString().isBlank());
      assertThat(cells.text(1)).isEqualTo(text.toString().strip());
      assertThat(cells.text(2)).isEqualTo("after");
      assertThat(cells.isBlank()).isFalse();
      Cells alone = cells((text + "," + text).getBytes(UTF_8));
      assertThat(alone.next()).isTrue();
      assertThat(alone.isBlank()).isEqualTo(text.toString().isBlank());
    }
  }

  private static Cells cells(byte[] content) throws IOException {
    return new Delimited(UTF_8, ',').cells(new ByteArrayInputStream(content));
  }

  private static Read read(Delimited written, InputStream content) throws IOException {
    List<Long> lines = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    try {
      written.read(
          content,
          row -> {
            lines.add(row.line());
            return rows.add(row.cells());
          });
      return new Read(lines, rows, false);
    } catch (Unreadable _) {
      return new Read(lines, rows, true);
    }
  }

  private static Read expected(String text) throws IOException {
    List<Long> lines = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .trimWhitespacesAroundQuotes(true)
            .skipEmptyLines(true)
            .ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        lines.add(row.getStartingLineNumber());
        rows.add(row.getFields());
      }
      return new Read(lines, rows, false);
    } catch (CsvParseException _) {
      return new Read(lines, rows, true);
    }
  }
}
