package org.clew.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Goes through delimited text row by row and says where its cells are, as UTF-8 in a window of
/// bytes, without making text of them: RFC 4180, with a row ended by any of CR LF, LF and CR, and
/// white space around quotes taken off. Empty lines are passed over.
///
/// ```java
/// Cells cells = written.cells(content);
/// while (cells.next()) {
///   for (int i = 0; i < cells.count(); i++) {
///     take(cells.bytes(), cells.from(i), cells.to(i));
///   }
/// }
/// ```
public final class Cells {

  private static final int WINDOW = 1 << 16;

  /// What means something in quotes.
  private static final boolean[] QUOTED = new boolean[256];

  static {
    QUOTED['"'] = true;
    QUOTED['\n'] = true;
    QUOTED['\r'] = true;
  }

  private final InputStream content;
  private final byte delimiter;
  private final boolean[] ends = new boolean[256];

  /// What ends a cell, and the quote.
  private final boolean[] stops;

  private byte[] window = new byte[WINDOW];

  /// Where the cells are: the window, or beside it where they had to be mended.
  private byte[] bytes = window;

  private int base;

  /// Where in the window the row begins; everything else is counted from here.
  private int begin;

  private int limit;
  private int at;
  private boolean finished;
  private boolean above;
  private boolean simple;
  private boolean mended;

  private int[] from = new int[16];
  private int[] to = new int[16];
  private int count;
  private long line = 1;
  private long lines = 1;

  /// @param content UTF-8
  Cells(InputStream content, byte delimiter) throws IOException {
    this.content = content;
    this.delimiter = delimiter;
    ends[delimiter & 0xFF] = true;
    ends['\n'] = true;
    ends['\r'] = true;
    stops = ends.clone();
    stops['"'] = true;
    boolean marked = has(2) && byteAt(0) == (byte) 0xEF && byteAt(1) == (byte) 0xBB;
    at = marked && byteAt(2) == (byte) 0xBF ? 3 : 0;
  }

  /// Goes on to the next row.
  ///
  /// @return false when there is none
  /// @throws Unreadable when a quote is never closed, text follows a closing quote, or a cell is
  ///   too long
  public boolean next() throws IOException {
    return next(0);
  }

  /// The same without looking into a row of which [#isAsWritten] was so when it was read before,
  /// though in another pass: it counts as one cell.
  ///
  /// @param whole how many bytes such a row has without its end; 0 where it is to be looked into
  public boolean next(int whole) throws IOException {
    while (true) {
      begin += at;
      at = 0;
      line = lines;
      if (!has(0)) {
        count = 0;
        return false;
      }
      if (!isEnd(byteAt(0))) {
        break;
      }
      endLine();
    }
    above = false;
    mended = false;
    simple = whole > 0 ? passed(whole) : simple();
    for (boolean more = !simple; more; ) {
      more = cell();
    }
    bytes = window;
    base = begin;
    if (above) {
      mend();
    }
    return true;
  }

  /// How many cells the row has.
  public int count() {
    return count;
  }

  /// Holds the cells of this row until the next is asked for.
  public byte[] bytes() {
    return bytes;
  }

  /// Where a cell begins in [#bytes].
  public int from(int cell) {
    return base + from[cell];
  }

  /// Where a cell ends in [#bytes].
  public int to(int cell) {
    return base + to[cell];
  }

  /// Whether the row stands in [#bytes] as [CellWriter] writes it: with commas between its cells,
  /// and no quotes.
  public boolean isAsWritten() {
    return delimiter == ',' && simple && !mended;
  }

  /// A cell's text.
  public String text(int cell) {
    return new String(bytes, from(cell), to(cell) - from(cell), StandardCharsets.UTF_8);
  }

  /// Takes white space off both ends of a cell, as [String#strip] does.
  ///
  /// @return whether anything is left
  public boolean strip(int cell) {
    int start = WhiteSpace.after(bytes, from(cell), to(cell));
    int end = WhiteSpace.before(bytes, start, to(cell));
    from[cell] = start - base;
    to[cell] = end - base;
    return start < end;
  }

  /// Whether there is nothing but white space in the row.
  public boolean isBlank() {
    for (int cell = 0; cell < count; cell++) {
      for (int i = from(cell); i < to(cell); i++) {
        if (bytes[i] >= 0 && !WhiteSpace.is(bytes[i])) {
          return false;
        }
      }
    }
    return !above || row().isBlank();
  }

  /// The row as text.
  public Row row() {
    List<String> cells = new ArrayList<>(count);
    for (int cell = 0; cell < count; cell++) {
      cells.add(text(cell));
    }
    return new Row(line, cells);
  }

  /// The line the row begins on, from 1.
  public long line() {
    return line;
  }

  /// Reads a row without quotes that stands whole in the window, as most do. Where it is no such
  /// row nothing was read.
  private boolean simple() {
    byte[] bytes = window;
    int here = begin;
    int start = here;
    int seen = 0;
    count = 0;
    while (here < limit) {
      byte each = bytes[here];
      if (!stops[each & 0xFF]) {
        seen |= each;
        here++;
      } else if (each == '"' || here - start > Delimited.CELL_BYTES) {
        break;
      } else {
        add(start - begin, here - begin);
        here++;
        start = here;
        if (each != delimiter && (each == '\n' || here < limit)) {
          above = seen < 0;
          at = here - begin + (each == '\r' && bytes[here] == '\n' ? 1 : 0);
          lines++;
          return true;
        }
        if (each != delimiter) {
          break;
        }
      }
    }
    count = 0;
    return false;
  }

  /// Goes over a row without looking into it.
  private boolean passed(int whole) throws IOException {
    count = 0;
    add(0, whole);
    at = whole;
    if (has(at)) {
      endLine();
    }
    return true;
  }

  /// Reads a cell and what ends it.
  ///
  /// @return whether another follows
  private boolean cell() throws IOException {
    int start = at;
    while (has(at) && isBlank(byteAt(at))) {
      at++;
    }
    if (has(at) && byteAt(at) == '"') {
      quoted();
    } else {
      at = start;
      plain();
    }
    if (!has(at)) {
      return false;
    }
    if (byteAt(at) == delimiter) {
      at++;
      return true;
    }
    endLine();
    return false;
  }

  private void plain() throws IOException {
    int start = at;
    do {
      byte[] bytes = window;
      int end = limit;
      int here = begin + at;
      int seen = 0;
      while (here < end && !ends[bytes[here] & 0xFF]) {
        seen |= bytes[here++];
      }
      above |= seen < 0;
      at = here - begin;
      demandShort(start);
    } while (at == limit - begin && has(at));
    add(start, at);
  }

  private void quoted() throws IOException {
    at++;
    int start = at;
    int written = at;
    while (true) {
      written = ordinary(start, written);
      if (!has(at)) {
        throw new Unreadable(Unreadable.Why.OPEN_QUOTE);
      }
      byte here = byteAt(at);
      if (here == '"') {
        if (!has(at + 1) || byteAt(at + 1) != '"') {
          break;
        }
        at++;
      } else if (here == '\n' || (here == '\r' && !(has(at + 1) && byteAt(at + 1) == '\n'))) {
        lines++;
      }
      above |= here < 0;
      window[begin + written++] = here;
      at++;
      demandShort(start);
    }
    at++;
    add(start, written);
    while (has(at) && isBlank(byteAt(at))) {
      at++;
    }
    if (has(at) && !isEnd(byteAt(at)) && byteAt(at) != delimiter) {
      throw new Unreadable(Unreadable.Why.OPEN_QUOTE);
    }
  }

  /// Goes over what means nothing in quotes, as far as the window reaches, and closes the gap that
  /// doubled quotes have left before it.
  ///
  /// @return where what is next is written
  private int ordinary(int start, int written) throws Unreadable {
    byte[] bytes = window;
    int end = limit;
    int from = begin + at;
    int here = from;
    int seen = 0;
    while (here < end && !QUOTED[bytes[here] & 0xFF]) {
      seen |= bytes[here++];
    }
    above |= seen < 0;
    if (written < at) {
      System.arraycopy(bytes, from, bytes, begin + written, here - from);
    }
    at = here - begin;
    demandShort(start);
    return written + here - from;
  }

  private void demandShort(int start) throws Unreadable {
    if (at - start > Delimited.CELL_BYTES) {
      throw new Unreadable(Unreadable.Why.LONG_CELL);
    }
  }

  private void add(int start, int end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    from[count] = start;
    to[count++] = end;
  }

  private void endLine() throws IOException {
    boolean two = byteAt(at) == '\r' && has(at + 1) && byteAt(at + 1) == '\n';
    at += two ? 2 : 1;
    lines++;
  }

  private boolean isBlank(byte each) {
    return each >= 0 && each <= ' ' && !isEnd(each) && each != delimiter;
  }

  private static boolean isEnd(byte each) {
    return each == '\n' || each == '\r';
  }

  private byte byteAt(int place) {
    return window[begin + place];
  }

  /// Whether there is a byte so far into the row; reads on where it must.
  private boolean has(int place) throws IOException {
    while (begin + place >= limit) {
      if (finished) {
        return false;
      }
      if (begin > 0) {
        System.arraycopy(window, begin, window, 0, limit - begin);
        limit -= begin;
        begin = 0;
      }
      if (limit == window.length) {
        window = Arrays.copyOf(window, Math.addExact(limit, limit >> 1));
      }
      int read = content.read(window, limit, window.length - limit);
      finished = read < 0;
      limit += Math.max(0, read);
    }
    return true;
  }

  /// Puts the sign for an unknown character where bytes are no UTF-8.
  private void mend() {
    if (Encodings.isWhole(window, from(0), to(count - 1))) {
      return;
    }
    mended = true;
    var anew = new ByteArrayOutputStream();
    for (int cell = 0; cell < count; cell++) {
      byte[] utf8 = text(cell).getBytes(StandardCharsets.UTF_8);
      from[cell] = anew.size();
      anew.writeBytes(utf8);
      to[cell] = anew.size();
    }
    bytes = anew.toByteArray();
    base = 0;
  }
}
