package org.clew.linkage.psi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.clew.linkage.ExactKey;
import org.clew.linkage.Progress;

/// Points and what is done to them: made of keys, masked with a scalar, shown as tags. The ladder
/// is Bouncy Castle's, which takes the same time for every scalar.
final class Masking {

  /// The domain separation tag of RFC 9380.
  static final String DOMAIN = "clew-psi-1-with-curve25519_XMD:SHA-512_ELL2_RO_";

  static final int SCALAR_BYTES = X25519.SCALAR_SIZE;
  static final int POINT_BYTES = HashToCurve.POINT_BYTES;

  /// Bytes of a tag: a point masked by both sides, hashed and cut. Two of 2²⁰ differ but for a
  /// chance of 2⁻⁸⁸.
  static final int TAG_BYTES = 16;

  private static final int CHUNK = 512;
  private static final ThreadLocal<HashToCurve> HASH =
      ThreadLocal.withInitial(() -> new HashToCurve(DOMAIN));

  private Masking() {}

  /// What is hashed to the curve for a key: its way as a word, a zero byte, its text in UTF-8.
  static byte[] message(ExactKey key) {
    return (key.way().words() + '\0' + key.text()).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] point(byte[] message) {
    return HASH.get().point(message);
  }

  /// A point for padding: nobody can tell whether a point is one times a scalar or this, which
  /// costs a third.
  static byte[] padding(byte[] message) {
    return HASH.get().cleared(message);
  }

  /// The point times the scalar (RFC 7748, section 5, with the bits of the scalar set as there).
  ///
  /// @throws MessageRefused where the result is zero: the point was of low order
  static byte[] masked(Bytes scalar, byte[] point) {
    byte[] out = new byte[POINT_BYTES];
    X25519.scalarMult(scalar.value, 0, point, 0, out, 0);
    int any = 0;
    for (byte b : out) {
      any |= b;
    }
    if (any == 0) {
      throw new MessageRefused(
          MessageRefused.Why.HOSTILE,
          "The message holds a point that would give a list away. Do not go on with this partner"
              + " before you know why.");
    }
    return out;
  }

  /// What is compared: 16 bytes of the hash of a point that both sides masked, bound to the run.
  static byte[] tag(Bytes runId, byte[] point) {
    return Arrays.copyOf(Hashes.of("tag", runId.value, point), TAG_BYTES);
  }

  /// Whether a point is written the one way it may be: below 2²⁵⁵ − 19.
  static boolean isCanonical(byte[] point) {
    int last = POINT_BYTES - 1;
    if (point[last] != 0x7f) {
      return point[last] >= 0;
    }
    for (int i = 1; i < last; i++) {
      if (point[i] != (byte) 0xff) {
        return true;
      }
    }
    return (point[0] & 0xff) < 0xed;
  }

  /// Fills a table cell by cell, on all cores, and says how far it has come.
  ///
  /// @param value of the cell with that number; called from any thread
  /// @throws CancellationException when it was told to stop
  static Table filled(Table table, IntFunction<byte[]> value, Progress progress) {
    int cells = table.cells();
    for (int from = 0; from < cells; from += CHUNK) {
      int to = Math.min(cells, from + CHUNK);
      IntStream.range(from, to).parallel().forEach(cell -> table.set(cell, value.apply(cell)));
      if (progress.heard(to, cells) == Progress.Answer.STOP) {
        throw new CancellationException("Stopped");
      }
    }
    return table;
  }
}
