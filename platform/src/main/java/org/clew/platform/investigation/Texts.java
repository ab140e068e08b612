package org.clew.platform.investigation;

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
import java.util.TreeMap;
import org.clew.platform.web.Refused;

/// Reads delimited text (RFC 4180 and what people make of it).
final class Texts {

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int LOOKED_AT_ROWS = 50;
  private static final int LOOKED_AT_CHARS = 256 * 1024;

  private Texts() {}

  static TableShape.Text look(byte[] content) {
    Charset charset = Charsets.guess(content);
    return new TableShape.Text(charset.name(), delimiter(head(content, charset)));
  }

  static void read(TableShape.Text shape, InputStream content, Tables.Taker taker)
      throws IOException {
    Reader reader = new InputStreamReader(content, Charset.forName(shape.charset()));
    try (CsvReader<CsvRecord> rows = reader(shape.delimiter()).ofCsvRecord(reader)) {
      boolean first = true;
      for (CsvRecord row : rows) {
        List<String> cells = cells(row, first);
        first = false;
        if (taker.take(new TableRow(row.getStartingLineNumber(), cells))
            == Tables.Taker.Answer.STOP) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw new Refused("investigation.import.refused.quotes");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> cells(CsvRecord row, boolean first) {
    var cells = new ArrayList<String>(row.getFieldCount());
    for (String field : row.getFields()) {
      cells.add(plain(field));
    }
    if (first && cells.getFirst().startsWith("\uFEFF")) {
      cells.set(0, plain(cells.getFirst().substring(1)));
    }
    return cells;
  }

  /// Strips, and takes back the apostrophe that keeps a spreadsheet from computing a cell.
  private static String plain(String field) {
    String cell = field.strip();
    boolean guarded =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
    return guarded ? cell.substring(1) : cell;
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
