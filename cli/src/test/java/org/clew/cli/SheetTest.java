package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.clew.tables.CellWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {

  private static final int[] ALL = {0, 1, 2};
  private static final String[] PIECES = {
    "a",
    "Amina",
    "é",
    "محمد",
    "D,D",
    ",",
    ",",
    "D",
    "D",
    "\"D\"",
    "\"a\"\"b\n\"",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\u2003",
    "=1+1"
  };

  @TempDir Path folder;

  /// Rows that were read are copied without being looked into: what is written is the same.
  @ParameterizedTest
  @CsvSource({"UTF-8,','", "UTF-8,;", "UTF-16LE,','", "windows-1256,','"})
  void rowsAreCopiedAsTheyCameWhetherOrNotTheyWereReadBefore(String charset, char delimiter)
      throws IOException {
    var random = new SplittableRandom(3);
    int compared = 0;
    for (int i = 0; i < 300; i++) {
      Path file = folder.resolve(i + ".csv");
      Files.write(file, text(random, delimiter).getBytes(Charset.forName(charset)));
      var written =
          new Sheet.Written(Optional.of(Charset.forName(charset)), Optional.of(delimiter));
      Sheet read = Sheet.read(file, written);
      try {
        read.cells(
            row -> {
              row.strip(0);
              return true;
            });
      } catch (Ending _) {
        continue; // A row of more cells than there are headings, or an open quote.
      }
      compared++;
      String expected = copied(Sheet.read(file, written), ALL);
      assertThat(copied(read, ALL)).isEqualTo(expected).isEqualTo(copied(read, ALL));
      assertThat(copied(read, new int[] {2, -1}))
          .isEqualTo(copied(Sheet.read(file, written), new int[] {2, -1}));
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static String text(SplittableRandom random, char delimiter) {
    var text = new StringBuilder("aDbDc\n");
    for (int pieces = random.nextInt(14); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    text.append(random.nextBoolean() ? "\n" : "").append("x".repeat(random.nextInt(2) * 66_000));
    return text.append(random.nextBoolean() ? "\nlastDrow" : "D\n \nlast\n")
        .toString()
        .replace('D', delimiter);
  }

  private static String copied(Sheet sheet, int[] columns) {
    var out = new ByteArrayOutputStream();
    try (var writer = new CellWriter(out)) {
      sheet.copy(columns, writer, 5, (row, more) -> more.cell(row));
    }
    return out.toString(UTF_8);
  }
}
