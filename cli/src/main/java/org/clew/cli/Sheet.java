package org.clew.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.clew.tables.CellWriter;
import org.clew.tables.Cells;
import org.clew.tables.Delimited;
import org.clew.tables.Headings;
import org.clew.tables.Row;
import org.clew.tables.Unreadable;

/// One file: its headings, and its rows as often as they are asked for.
final class Sheet {

  /// Bytes that are read at once.
  private static final int PIECE = 1 << 20;

  private final Path file;
  private final List<String> headings;
  private final Delimited written;
  private final byte[] content;
  private final RowLengths lengths = new RowLengths();

  /// The rows that are handed over; all where there is none.
  private final Optional<BitSet> taken;

  private Sheet(
      Path file, List<String> headings, Delimited written, byte[] content, Optional<BitSet> taken) {
    this.file = file;
    this.headings = List.copyOf(headings);
    this.written = written;
    this.content = content;
    this.taken = taken;
  }

  /// The same with some of its rows alone, numbered from 0.
  Sheet only(BitSet rows) {
    return new Sheet(file, headings, written, content, Optional.of(rows));
  }

  /// Where it came from.
  Path file() {
    return file;
  }

  /// Stripped, each once.
  List<String> headings() {
    return headings;
  }

  /// How a file is written, where whoever calls knows better than we.
  record Written(Optional<Charset> charset, Optional<Character> delimiter) {

    private Delimited of(byte[] content) throws Unreadable {
      Delimited looked =
          charset.isPresent() ? Delimited.look(content, charset.get()) : Delimited.look(content);
      if (charset.isPresent()) {
        looked.demandEncoding(content);
      }
      return new Delimited(looked.charset(), delimiter.orElse(looked.delimiter()));
    }
  }

  /// Reads a whole file into memory, and its headings.
  ///
  /// @throws Ending when it cannot be read or is no list
  static Sheet read(Path file, Written written) {
    byte[] content = content(file);
    var first = new ArrayList<Row>();
    Delimited found = rows(file, content, written, first);
    if (first.isEmpty()) {
      throw Ending.badInput("%s is empty.".formatted(file));
    }
    return new Sheet(file, headings(file, first.getFirst()), found, content, Optional.empty());
  }

  /// Reads a file that has no headings: cells with semicolons between them, or, where its first row
  /// has none, with what seems to stand between them.
  ///
  /// @throws Ending when it cannot be read or is empty
  static List<Row> bare(Path file, Written written) {
    byte[] content = content(file);
    var semicolons = new Written(written.charset(), Optional.of(written.delimiter().orElse(';')));
    var first = new ArrayList<Row>();
    Delimited found = rows(file, content, semicolons, first);
    if (first.isEmpty()) {
      throw Ending.badInput("%s is empty.".formatted(file));
    }
    if (first.getFirst().cells().size() == 1 && written.delimiter().isEmpty()) {
      found = rows(file, content, written, new ArrayList<>());
    }
    var all = new ArrayList<Row>();
    try {
      found.read(new ByteArrayInputStream(content), all::add);
    } catch (Unreadable e) {
      throw Ending.badInput("%s %s".formatted(file, e.said()));
    } catch (IOException e) {
      throw Ending.badInput("%s cannot be read: %s.".formatted(file, e.getMessage()));
    }
    return all;
  }

  private static Delimited rows(Path file, byte[] content, Written written, List<Row> first) {
    try {
      Delimited found = written.of(content);
      found.read(new ByteArrayInputStream(content), row -> !first.add(row));
      return found;
    } catch (Unreadable e) {
      throw Ending.badInput("%s %s".formatted(file, e.said()));
    } catch (IOException e) {
      throw Ending.badInput("%s cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  /// Hands over the rows below the headings but blank ones, until it is answered with false.
  ///
  /// @throws Ending when a row has more cells than there are headings, or a quote is never closed
  void each(Predicate<Row> taker) {
    cells(cells -> taker.test(cells.row()));
  }

  /// The same without making text of the cells.
  void cells(Predicate<Cells> taker) {
    rows(new RowLengths(), (row, _) -> taker.test(row));
  }

  /// Adds cells of its own to rows that are copied.
  interface Addition {

    /// Whether a row is copied at all.
    default boolean has(int row) {
      return true;
    }

    void add(int row, CellWriter out);
  }

  /// Writes cells of the rows as they came, each row with further cells. Into rows that were read
  /// before and stand in the file as they are written it does not look again.
  ///
  /// @param columns where the cells stand; empty ones are written for -1
  /// @param first the number of the first row
  void copy(int[] columns, CellWriter out, int first, Addition more) {
    boolean all = Arrays.equals(columns, IntStream.range(0, headings.size()).toArray());
    int[] number = {first};
    rows(
        all ? lengths : new RowLengths(),
        (row, whole) -> {
          if (more.has(number[0])) {
            if (whole) {
              out.cells(row);
            } else {
              copy(row, columns, out);
            }
            more.add(number[0], out);
            out.endRow();
          }
          number[0]++;
          return true;
        });
  }

  private static void copy(Cells row, int[] columns, CellWriter out) {
    for (int column : columns) {
      boolean there = column >= 0 && column < row.count();
      out.cell(row.bytes(), there ? row.from(column) : 0, there ? row.to(column) : 0);
    }
  }

  private interface Taker {
    boolean take(Cells row, boolean whole);
  }

  private void rows(RowLengths known, Taker taker) {
    try {
      Cells cells = written.cells(new ByteArrayInputStream(content));
      cells.next();
      int row = 0;
      int whole = known.of(0);
      for (int place = 0; cells.next(whole); whole = known.of(++place)) {
        if ((whole > 0 || isRow(place, cells)) && isTaken(row++) && !taker.take(cells, whole > 0)) {
          return;
        }
      }
    } catch (Unreadable e) {
      throw Ending.badInput("%s %s".formatted(file, e.said()));
    } catch (IOException e) {
      throw Ending.badInput("%s cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  /// Whether anything stands in a row.
  private boolean isRow(int place, Cells row) {
    boolean blank = row.isBlank();
    if (!blank) {
      demandNoMoreCells(row);
    }
    boolean whole = !blank && row.isAsWritten() && row.count() == headings.size();
    lengths.add(place, whole ? row.to(row.count() - 1) - row.from(0) : 0);
    return !blank;
  }

  private boolean isTaken(int row) {
    return taken.isEmpty() || taken.get().get(row);
  }

  private void demandNoMoreCells(Cells row) {
    if (row.count() > headings.size()) {
      throw Ending.badInput(
          ("%s, line %d: %d cells, but there are %d headings. Is a cell with the delimiter in it"
                  + " without quotes?")
              .formatted(file, row.line(), row.count(), headings.size()));
    }
  }

  private static byte[] content(Path file) {
    try {
      if (Files.size(file) > Integer.MAX_VALUE - 8L) {
        throw Ending.badInput(
            "%s is larger than 2 GB. Cut it into parts and name them all.".formatted(file));
      }
      return all(file);
    } catch (NoSuchFileException _) {
      throw Ending.badInput("There is no file %s.".formatted(file));
    } catch (IOException _) {
      throw Ending.badInput(
          "%s cannot be read. Is it a file, and may you read it?".formatted(file));
    }
  }

  /// Piece by piece: asked for all at once, the machine would hold as much beside the heap, and
  /// keep it.
  private static byte[] all(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = new byte[(int) Files.size(file)];
      int filled = 0;
      while (true) {
        if (filled == content.length) {
          int more = in.read();
          if (more < 0) {
            return content;
          }
          content = Arrays.copyOf(content, Math.addExact(filled, PIECE));
          content[filled++] = (byte) more;
        }
        int read = in.read(content, filled, Math.min(PIECE, content.length - filled));
        if (read < 0) {
          return Arrays.copyOf(content, filled);
        }
        filled += read;
      }
    }
  }

  private static List<String> headings(Path file, Row first) {
    List<String> headings = first.cells().stream().map(String::strip).toList();
    Headings.fault(headings)
        .ifPresent(
            fault -> {
              throw Ending.badInput("%s: %s".formatted(file, fault));
            });
    return headings;
  }

  /// Where a heading stands, -1 where the file has none.
  int column(String heading) {
    return headings.indexOf(heading);
  }

  /// Where a heading stands.
  ///
  /// @throws Ending when the file has none such
  int demand(String heading) {
    int column = column(heading);
    if (column < 0) {
      throw Ending.badInput(
          "%s has no column \"%s\". It has: %s."
              .formatted(file, heading, String.join(", ", headings)));
    }
    return column;
  }
}
