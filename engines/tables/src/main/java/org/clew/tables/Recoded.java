package org.clew.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A text in any encoding as UTF-8.
final class Recoded extends InputStream {
  private static final int PIECE = 1 << 13;

  private final Reader text;
  private final char[] piece = new char[PIECE];
  private byte[] bytes = new byte[0];
  private int at;

  /// The first half of a character whose other half is still to come.
  private int held;

  Recoded(InputStream content, Charset charset) {
    text = new InputStreamReader(content, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, from, taken);
    at += taken;
    return taken;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int read = text.read(piece, held, PIECE - held);
      if (read < 0 && held == 0) {
        return false;
      }
      int length = held + Math.max(0, read);
      char last = piece[length - 1];
      held = read >= 0 && Character.isHighSurrogate(last) ? 1 : 0;
      bytes = new String(piece, 0, length - held).getBytes(StandardCharsets.UTF_8);
      piece[0] = last;
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
