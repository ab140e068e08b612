package org.clew.tables;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds out in which encoding a text was written.
final class Encodings {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final int SURE = 40;
  private static final int LOOKED_AT_BYTES = 64 * 1024;
  private static final int PIECE = 1 << 13;

  /// Of all sequences above ASCII, the share that may be broken in what is still UTF-8.
  private static final int WHOLE_PER_BROKEN = 20;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// Bytes that are looked at in one go.
  private static final int AT_A_TIME = 1 << 12;

  private static final long ABOVE_ASCII = 0x8080808080808080L;

  private Encodings() {}

  /// UTF-8, UTF-16 with or without its mark, Windows-1252, or Windows-1256 for Arabic.
  ///
  /// @throws Unreadable when it is no text
  static Charset guess(byte[] content) throws Unreadable {
    if (begins(content, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    if (begins(content, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    byte[] head = Arrays.copyOf(content, Math.min(content.length, LOOKED_AT_BYTES));
    int zeros = 0;
    int zerosAtOdd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        zeros++;
        zerosAtOdd += i & 1;
      }
    }
    if (zeros > 0) {
      return utf16(head.length, zeros, zerosAtOdd);
    }
    return isUtf8(content) ? StandardCharsets.UTF_8 : oneByte(head);
  }

  private static Charset utf16(int length, int zeros, int zerosAtOdd) throws Unreadable {
    boolean regular = zeros * 10L > length * 3L;
    if (regular && zerosAtOdd > zeros * 9 / 10) {
      return StandardCharsets.UTF_16LE;
    }
    if (regular && zerosAtOdd < zeros / 10) {
      return StandardCharsets.UTF_16BE;
    }
    throw new Unreadable(Unreadable.Why.NO_TEXT);
  }

  /// Whether what stands above ASCII is UTF-8, but for a few broken places.
  private static boolean isUtf8(byte[] content) {
    long whole = 0;
    long broken = 0;
    int i = 0;
    while (i < content.length) {
      int ascii = ascii(content, i, content.length);
      if (ascii > 0) {
        i += ascii;
        continue;
      }
      int length = length(content, i, content.length);
      if (length == 0) {
        broken++;
        i++;
      } else {
        whole += length > 1 ? 1 : 0;
        i += length;
      }
    }
    return broken == 0 || whole > broken * WHOLE_PER_BROKEN;
  }

  /// Whether a part of a text is UTF-8.
  static boolean isWhole(byte[] content, int from, int to) {
    int i = from;
    while (i < to) {
      int ascii = ascii(content, i, to);
      int length = ascii > 0 ? ascii : length(content, i, to);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /// How many of the next bytes are ASCII for certain; not all of them where there are many.
  private static int ascii(byte[] content, int from, int to) {
    int end = from + Math.min(to - from, AT_A_TIME);
    int i = from;
    while (i + 2 * Long.BYTES <= end
        && (((long) EIGHT.get(content, i) | (long) EIGHT.get(content, i + Long.BYTES))
                & ABOVE_ASCII)
            == 0) {
      i += 2 * Long.BYTES;
    }
    boolean more = i + Long.BYTES <= end && ((long) EIGHT.get(content, i) & ABOVE_ASCII) == 0;
    return i - from + (more ? Long.BYTES : 0);
  }

  /// Demands that all bytes are of an encoding.
  ///
  /// @throws Unreadable when some are not, with their line
  static void demand(byte[] content, Charset charset) throws Unreadable {
    if (charset.equals(StandardCharsets.UTF_8) && isWhole(content, 0, content.length)) {
      return;
    }
    CharsetDecoder decoder = charset.newDecoder(); // It reports what is none of it.
    ByteBuffer in = ByteBuffer.wrap(content);
    CharBuffer out = CharBuffer.allocate(PIECE);
    long line = 1;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      out.flip();
      line += out.chars().filter(each -> each == '\n').count();
      out.clear();
    } while (result.isOverflow());
    if (result.isError()) {
      throw new Unreadable(Unreadable.Why.OTHER_ENCODING, line);
    }
  }

  /// Bytes of the UTF-8 sequence that begins here, 0 when none does (RFC 3629, but for overlong
  /// forms).
  private static int length(byte[] content, int at, int end) {
    int lead = content[at] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > end) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((content[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  private static Charset oneByte(byte[] head) {
    CharsetMatch[] matches = new CharsetDetector().setText(head).detectAll();
    for (CharsetMatch match : matches) {
      if (match.getName().equals("windows-1256") && match.getConfidence() >= SURE) {
        return WINDOWS_1256;
      }
      if (match.getName().startsWith("ISO-8859-1") || match.getName().equals("windows-1252")) {
        return WINDOWS_1252;
      }
    }
    return WINDOWS_1252;
  }

  private static boolean begins(byte[] content, int first, int second) {
    return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }
}
