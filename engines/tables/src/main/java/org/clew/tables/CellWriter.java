package org.clew.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes rows as RFC 4180 has them, in UTF-8: commas, CR LF, and quotes around a cell only where
/// it needs them. Cells that were read are copied without making text of them.
///
/// Every method may throw an [UncheckedIOException].
public final class CellWriter implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final boolean[] QUOTED = new boolean[256];

  static {
    for (char each : new char[] {',', '"', '\r', '\n'}) {
      QUOTED[each] = true;
    }
  }

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] digits = new byte[10];
  private int filled;
  private boolean begun;

  public CellWriter(OutputStream out) {
    this.out = out;
  }

  /// Writes the next cell of the row.
  public void cell(byte[] utf8, int from, int to) {
    if (begun) {
      put((byte) ',');
    }
    begun = true;
    boolean plain = true;
    for (int i = from; i < to && plain; i++) {
      plain = !QUOTED[utf8[i] & 0xFF];
    }
    if (plain) {
      put(utf8, from, to - from);
    } else {
      quoted(utf8, from, to);
    }
  }

  /// Writes all cells of a row, of which [Cells#isAsWritten] holds.
  public void cells(Cells row) {
    if (begun) {
      put((byte) ',');
    }
    begun = true;
    int from = row.from(0);
    put(row.bytes(), from, row.to(row.count() - 1) - from);
  }

  private void quoted(byte[] utf8, int from, int to) {
    put((byte) '"');
    int done = from;
    for (int i = from; i < to; i++) {
      if (utf8[i] == '"') {
        put(utf8, done, i - done);
        put((byte) '"');
        done = i;
      }
    }
    put(utf8, done, to - done);
    put((byte) '"');
  }

  /// Writes the next cell of the row.
  public void cell(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    cell(utf8, 0, utf8.length);
  }

  /// Writes the next cell of the row.
  ///
  /// @param number 0 or more
  public void cell(int number) {
    int from = digits.length;
    int rest = number;
    do {
      digits[--from] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    cell(digits, from, digits.length);
  }

  /// Ends the row.
  public void endRow() {
    put((byte) '\r');
    put((byte) '\n');
    begun = false;
  }

  /// Writes a whole row.
  public void row(List<String> cells) {
    cells.forEach(this::cell);
    endRow();
  }

  private void put(byte each) {
    if (filled == BUFFER) {
      flush();
    }
    buffer[filled++] = each;
  }

  private void put(byte[] bytes, int from, int length) {
    if (length > BUFFER - filled) {
      flush();
    }
    if (length > BUFFER) {
      write(bytes, from, length);
    } else {
      System.arraycopy(bytes, from, buffer, filled, length);
      filled += length;
    }
  }

  private void flush() {
    write(buffer, 0, filled);
    filled = 0;
  }

  private void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes what is left and closes what it is written to.
  @Override
  public void close() {
    try (out) {
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
