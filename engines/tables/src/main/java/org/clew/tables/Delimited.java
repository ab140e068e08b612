package org.clew.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
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
/// @param delimiter what stands between two cells
public record Delimited(Charset charset, char delimiter) {

  /// Characters of one cell that are read at most.
  public static final int CELL_CHARS = 16 * 1024 * 1024;

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int LOOKED_AT_ROWS = 50;
  private static final int LOOKED_AT_CHARS = 256 * 1024;

  public Delimited {
    Objects.requireNonNull(charset, "charset");
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
    return new Delimited(charset, delimiter(head(content, charset)));
  }

  /// Reads all rows but empty lines, a byte order mark taken off.
  ///
  /// @param taker answers whether to go on
  /// @throws Unreadable when a quote is never closed or a cell is too long
  public void read(InputStream content, Predicate<Row> taker) throws IOException {
    try (CsvReader<CsvRecord> rows =
        reader(delimiter).ofCsvRecord(new InputStreamReader(content, charset))) {
      boolean first = true;
      for (CsvRecord row : rows) {
        if (!taker.test(new Row(row.getStartingLineNumber(), cells(row, first)))) {
          return;
        }
        first = false;
      }
    } catch (CsvParseException e) {
      throw new Unreadable(
          e.getMessage() != null && e.getMessage().contains("buffer")
              ? Unreadable.Why.LONG_CELL
              : Unreadable.Why.OPEN_QUOTE);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> cells(CsvRecord row, boolean first) {
    List<String> cells = row.getFields();
    if (!first || !cells.getFirst().startsWith("\uFEFF")) {
      return cells;
    }
    List<String> marked = new ArrayList<>(cells);
    marked.set(0, marked.getFirst().substring(1));
    return marked;
  }

  private static CsvReader.CsvReaderBuilder reader(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .trimWhitespacesAroundQuotes(true)
        .skipEmptyLines(true);
  }

  private static String head(byte[] content, Charset charset) {
    var head = new StringBuilder();
    try (Reader reader = new InputStreamReader(new ByteArrayInputStream(content), charset)) {
      char[] buffer = new char[8192];
      int read = reader.read(buffer);
      while (read > 0 && head.length() < LOOKED_AT_CHARS) {
        head.append(buffer, 0, read);
        read = reader.read(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return head.toString();
  }

  /// The delimiter that cuts most rows into the same, largest number of cells.
  private static char delimiter(String head) {
    char best = ',';
    long bestScore = 0;
    for (char delimiter : DELIMITERS) {
      long score = score(head, delimiter);
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
    return best;
  }

  private static long score(String head, char delimiter) {
    Map<Integer, Integer> rowsByCells = new TreeMap<>();
    int rows = 0;
    try (CsvReader<CsvRecord> reader = reader(delimiter).ofCsvRecord(head)) {
      for (CsvRecord row : reader) {
        rowsByCells.merge(row.getFieldCount(), 1, Integer::sum);
        rows++;
        if (rows == LOOKED_AT_ROWS) {
          break;
        }
      }
    } catch (CsvParseException | IOException e) {
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
