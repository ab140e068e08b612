package org.clew.tables;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Delimited text: RFC 4180 and what people make of it.
///
/// ```java
/// Delimited written = Delimited.look(bytes);
/// written.read(new ByteArrayInputStream(bytes), row -> { System.out.println(row); return true; });
/// ```
///
/// @param charset its encoding
/// @param delimiter what stands between two cells, of ASCII
public record Delimited(Charset charset, char delimiter) {

  /// Bytes of one cell, in UTF-8, that are read at most.
  public static final int CELL_BYTES = 16 * 1024 * 1024;

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int LOOKED_AT_ROWS = 50;
  private static final int LOOKED_AT_BYTES = 256 * 1024;

  public Delimited {
    Objects.requireNonNull(charset, "charset");
    if (delimiter > '\u007f') {
      throw new IllegalArgumentException("a delimiter is a character of ASCII");
    }
  }

  /// Finds out how a text is written.
  ///
  /// @throws Unreadable when it is empty or no text
  public static Delimited look(byte[] content) throws Unreadable {
    return look(content, Encodings.guess(content));
  }

  /// Finds out what stands between the cells of a text in a known encoding.
  ///
  /// @throws Unreadable when it is empty
  public static Delimited look(byte[] content, Charset charset) throws Unreadable {
    if (content.length == 0) {
      throw new Unreadable(Unreadable.Why.EMPTY);
    }
    return new Delimited(charset, delimiter(content, charset));
  }

  /// Demands that a text can be in this encoding.
  ///
  /// @throws Unreadable when it has bytes that are none of it
  public void demandEncoding(byte[] content) throws Unreadable {
    Encodings.demand(content, charset);
  }

  /// Reads all rows but empty lines, a byte order mark taken off.
  ///
  /// @param taker answers whether to go on
  /// @throws Unreadable when a quote is never closed or a cell is too long
  public void read(InputStream content, Predicate<Row> taker) throws IOException {
    Cells cells = cells(content);
    while (cells.next()) {
      if (!taker.test(cells.row())) {
        return;
      }
    }
  }

  /// The same without making text of what is read.
  public Cells cells(InputStream content) throws IOException {
    boolean plain = charset.equals(UTF_8) || charset.equals(US_ASCII);
    return new Cells(plain ? content : new Recoded(content, charset), (byte) delimiter);
  }

  /// The delimiter that cuts most rows into the same, largest number of cells.
  private static char delimiter(byte[] content, Charset charset) {
    char best = ',';
    long bestScore = 0;
    for (char delimiter : DELIMITERS) {
      long score = new Delimited(charset, delimiter).score(content);
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
    return best;
  }

  private long score(byte[] content) {
    Map<Integer, Integer> rowsByCells = new TreeMap<>();
    int rows = 0;
    try {
      int looked = Math.min(content.length, LOOKED_AT_BYTES);
      Cells cells = cells(new ByteArrayInputStream(content, 0, looked));
      while (rows < LOOKED_AT_ROWS && cells.next()) {
        rowsByCells.merge(cells.count(), 1, Integer::sum);
        rows++;
      }
    } catch (IOException e) {
      // The head may break off inside a quote; what was read of it counts.
      rows = Math.max(rows, 1);
    }
    long best = 0;
    for (Map.Entry<Integer, Integer> entry : rowsByCells.entrySet()) {
      if (entry.getKey() > 1) {
        // Agreement first, the number of cells second.
        best =
            Math.max(best, entry.getValue() * 1000L / rows * 1000 + Math.min(999, entry.getKey()));
      }
    }
    return best;
  }
}
