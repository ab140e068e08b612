package org.clew.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Writes structs of Apache Thrift in its compact protocol, as far as the footers of Parquet files
/// need it: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md.
/// Fields of a struct are given in rising order of their ids.
final class CompactThrift {

  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  /// So much higher an id is at most that is told by its distance from the one before.
  private static final int FARTHEST = 15;

  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int last;

  private CompactThrift() {}

  /// A struct as bytes.
  static byte[] struct(Consumer<CompactThrift> fields) {
    var thrift = new CompactThrift();
    thrift.fields(fields);
    return thrift.out.toByteArray();
  }

  private void fields(Consumer<CompactThrift> fields) {
    int outer = last;
    last = 0;
    fields.accept(this);
    out.write(0);
    last = outer;
  }

  private void field(int id, int type) {
    int ahead = id - last;
    if (ahead < 1 || ahead > FARTHEST) {
      throw new IllegalArgumentException("Fields come in rising order, none far from the last.");
    }
    out.write((ahead << 4) | type);
    last = id;
  }

  void number(int id, int value) {
    field(id, I32);
    zigzag(value);
  }

  void number(int id, long value) {
    field(id, I64);
    zigzag(value);
  }

  void text(int id, String text) {
    field(id, BINARY);
    text(text);
  }

  void struct(int id, Consumer<CompactThrift> fields) {
    field(id, STRUCT);
    fields(fields);
  }

  void numbers(int id, List<Integer> values) {
    field(id, LIST);
    head(values.size(), I32);
    values.forEach(this::zigzag);
  }

  void texts(int id, List<String> values) {
    field(id, LIST);
    head(values.size(), BINARY);
    values.forEach(this::text);
  }

  /// @param fields writes the fields of each
  <T> void structs(int id, List<T> values, BiConsumer<CompactThrift, T> fields) {
    field(id, LIST);
    head(values.size(), STRUCT);
    values.forEach(each -> fields(thrift -> fields.accept(thrift, each)));
  }

  private void head(int size, int type) {
    if (size < SHORT_LIST) {
      out.write((size << 4) | type);
    } else {
      out.write((SHORT_LIST << 4) | type);
      varint(out, size);
    }
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    varint(out, utf8.length);
    out.writeBytes(utf8);
  }

  private void zigzag(long value) {
    varint(out, (value << 1) ^ (value >> 63));
  }

  /// Seven bits a byte, the lowest first, the eighth where more follow (ULEB128).
  static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
