package org.clew.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

/// White space in UTF-8, as [String#strip] has it.
final class WhiteSpace {

  private WhiteSpace() {}

  /// Where what stands in a run of bytes begins after white space.
  static int after(byte[] utf8, int from, int to) {
    int start = from;
    while (start < to && is(utf8[start])) {
      start++;
    }
    if (start < to && mayBegin(utf8[start])) {
      String text = new String(utf8, start, to - start, UTF_8);
      start += length(text) - length(text.stripLeading());
    }
    return start;
  }

  /// Where what stands in a run of bytes ends before white space.
  static int before(byte[] utf8, int from, int to) {
    int end = to;
    while (end > from && is(utf8[end - 1])) {
      end--;
    }
    if (end - from > 2 && mayBegin(utf8[end - 3])) {
      end = from + length(new String(utf8, from, end - from, UTF_8).stripTrailing());
    }
    return end;
  }

  private static int length(String text) {
    return text.getBytes(UTF_8).length;
  }

  /// Whether a byte of ASCII is white space.
  static boolean is(byte each) {
    return each == ' ' || (each >= '\t' && each <= '\r') || (each >= 0x1C && each <= 0x1F);
  }

  /// Whether white space above ASCII may begin here: all of it has three bytes, the first of which
  /// is one of three.
  private static boolean mayBegin(byte each) {
    int lead = each & 0xFF;
    return lead >= 0xE1 && lead <= 0xE3;
  }
}
