package org.clew.tables;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Writes a table of categories as Apache Parquet: every column is a text with a dictionary, and an
/// empty cell is null. Not compressed: with a dictionary there is little left to gain, and every
/// reader opens it. Holds as many rows as [#ROWS_A_GROUP].
///
/// Format: https://parquet.apache.org/docs/file-format/ (data pages of version 1, `PLAIN`
/// dictionaries, `RLE_DICTIONARY` codes). Every method may throw an [UncheckedIOException].
public final class ParquetWriter implements AutoCloseable {

  /// So many rows stand together in a row group.
  public static final int ROWS_A_GROUP = 100_000;

  private static final byte[] MAGIC = "PAR1".getBytes(ISO_8859_1);

  // The format's own numbers, from parquet.thrift.
  private static final int BYTE_ARRAY = 6;
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int RLE_DICTIONARY = 8;
  private static final int UNCOMPRESSED = 0;
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;

  private final OutputStream out;
  private final Map<String, String> told;
  private final List<Column> columns;
  private final List<Group> groups = new ArrayList<>();
  private long written;
  private int rows;

  /// One column of the row group that is being filled.
  private static final class Column {
    final String name;
    final Map<String, Integer> dictionary = new LinkedHashMap<>();

    /// By row, 1 where there is something.
    int[] there = new int[1 << 10];

    /// The dictionary's numbers of what there is.
    int[] numbers = new int[1 << 10];

    int known;

    Column(String name) {
      this.name = name;
    }

    void add(int row, String cell) {
      if (row == there.length) {
        there = Arrays.copyOf(there, 2 * row);
        numbers = Arrays.copyOf(numbers, 2 * row);
      }
      there[row] = cell.isEmpty() ? 0 : 1;
      if (!cell.isEmpty()) {
        Integer number = dictionary.putIfAbsent(cell, dictionary.size());
        numbers[known] = number == null ? dictionary.size() - 1 : number;
        known++;
      }
    }

    void clear() {
      dictionary.clear();
      known = 0;
    }
  }

  /// Where a column of a row group stands.
  private record Chunk(String name, long dictionary, long data, long end, int rows, int known) {}

  private record Group(List<Chunk> chunks, int rows) {
    long bytes() {
      return chunks.getLast().end() - chunks.getFirst().dictionary();
    }
  }

  /// Begins a file.
  ///
  /// @param headings one at least, none of them twice
  /// @param told what is told of the file as a whole, by key
  public ParquetWriter(OutputStream out, List<String> headings, Map<String, String> told) {
    this.out = out;
    this.told = new LinkedHashMap<>(told);
    columns = headings.stream().map(Column::new).toList();
    put(MAGIC);
  }

  /// Writes a row.
  ///
  /// @param cells as many as there are headings
  public void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException("A row has as many cells as there are headings.");
    }
    for (int column = 0; column < cells.size(); column++) {
      columns.get(column).add(rows, cells.get(column));
    }
    rows++;
    if (rows == ROWS_A_GROUP) {
      endGroup();
    }
  }

  private void endGroup() {
    groups.add(new Group(columns.stream().map(this::chunk).toList(), rows));
    columns.forEach(Column::clear);
    rows = 0;
  }

  private Chunk chunk(Column column) {
    long dictionary = written;
    dictionaryPage(column);
    long data = written;
    dataPage(column);
    return new Chunk(column.name, dictionary, data, written, rows, column.known);
  }

  private void dictionaryPage(Column column) {
    var page = new ByteArrayOutputStream();
    for (String value : column.dictionary.keySet()) {
      byte[] utf8 = value.getBytes(UTF_8);
      page.writeBytes(littleEndian(utf8.length));
      page.writeBytes(utf8);
    }
    page(
        DICTIONARY_PAGE,
        page,
        header ->
            header.struct(
                7,
                dictionary -> {
                  dictionary.number(1, column.dictionary.size());
                  dictionary.number(2, PLAIN);
                }));
  }

  private void dataPage(Column column) {
    var page = new ByteArrayOutputStream();
    byte[] there = RunLengths.written(column.there, rows, 1);
    page.writeBytes(littleEndian(there.length));
    page.writeBytes(there);
    int width = RunLengths.width(column.dictionary.size());
    page.write(width);
    page.writeBytes(RunLengths.written(column.numbers, column.known, width));
    page(
        DATA_PAGE,
        page,
        header ->
            header.struct(
                5,
                data -> {
                  data.number(1, rows);
                  data.number(2, RLE_DICTIONARY);
                  data.number(3, RLE);
                  data.number(4, RLE);
                }));
  }

  private void page(int type, ByteArrayOutputStream page, Consumer<CompactThrift> more) {
    put(
        CompactThrift.struct(
            header -> {
              header.number(1, type);
              header.number(2, page.size());
              header.number(3, page.size());
              more.accept(header);
            }));
    put(page.toByteArray());
  }

  /// Writes what is left and how to read it, and closes what it is written to.
  @Override
  public void close() {
    try (out) {
      if (rows > 0) {
        endGroup();
      }
      byte[] footer = footer();
      put(footer);
      put(littleEndian(footer.length));
      put(MAGIC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] footer() {
    return CompactThrift.struct(
        file -> {
          file.number(1, 1);
          List<Consumer<CompactThrift>> schema = new ArrayList<>(List.of(this::table));
          columns.forEach(column -> schema.add(element -> column(element, column.name)));
          file.structs(2, schema, (element, fields) -> fields.accept(element));
          file.number(3, groups.stream().mapToLong(Group::rows).sum());
          file.structs(4, groups, ParquetWriter::group);
          file.structs(
              5,
              List.copyOf(told.entrySet()),
              (entry, each) -> {
                entry.text(1, each.getKey());
                entry.text(2, each.getValue());
              });
          file.text(6, "Clew version 1");
        });
  }

  private void table(CompactThrift element) {
    element.text(4, "table");
    element.number(5, columns.size());
  }

  /// A text that may be missing, said in the old words of the format and in the new.
  private static void column(CompactThrift element, String name) {
    element.number(1, BYTE_ARRAY);
    element.number(3, OPTIONAL);
    element.text(4, name);
    element.number(6, UTF8);
    element.struct(10, logical -> logical.struct(1, _ -> {}));
  }

  private static void group(CompactThrift group, Group of) {
    group.structs(
        1,
        of.chunks(),
        (column, chunk) -> {
          column.number(2, chunk.dictionary());
          column.struct(3, about -> chunk(about, chunk));
        });
    group.number(2, of.bytes());
    group.number(3, (long) of.rows());
  }

  private static void chunk(CompactThrift about, Chunk chunk) {
    about.number(1, BYTE_ARRAY);
    about.numbers(2, List.of(PLAIN, RLE, RLE_DICTIONARY));
    about.texts(3, List.of(chunk.name()));
    about.number(4, UNCOMPRESSED);
    about.number(5, (long) chunk.rows());
    about.number(6, chunk.end() - chunk.dictionary());
    about.number(7, chunk.end() - chunk.dictionary());
    about.number(9, chunk.data());
    about.number(11, chunk.dictionary());
    about.struct(12, statistics -> statistics.number(3, (long) (chunk.rows() - chunk.known())));
  }

  private static byte[] littleEndian(int number) {
    return new byte[] {
      (byte) number, (byte) (number >>> 8), (byte) (number >>> 16), (byte) (number >>> 24)
    };
  }

  private void put(byte[] bytes) {
    try {
      out.write(bytes);
      written += bytes.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
