package org.clew.linkage.psi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.clew.linkage.ExactKey;
import org.clew.linkage.Progress;

/// Points and what is done to them: made of keys, masked with a scalar, shown as tags.
final class Masking {

  /// The domain separation tag of RFC 9380.
  static final String DOMAIN = "clew-psi-1-with-curve25519_XMD:SHA-512_ELL2_RO_";

  static final int SCALAR_BYTES = Ladder.SCALAR_BYTES;
  static final int POINT_BYTES = HashToCurve.POINT_BYTES;

  /// Bytes of a tag: a point masked by both sides, hashed and cut. Two of 2²⁰ differ but for a
  /// chance of 2⁻⁸⁸.
  static final int TAG_BYTES = 16;

  /// Cells between two looks at whether to go on, and how many share an inversion.
  private static final int CHUNK = 512;

  private static final int BATCH = 64;
  private static final ThreadLocal<HashToCurve> HASH =
      ThreadLocal.withInitial(() -> new HashToCurve(DOMAIN));

  private Masking() {}

  /// What is hashed to the curve for a key: its way as a word, a zero byte, its text in UTF-8.
  static byte[] message(ExactKey key) {
    return (key.way().words() + '\0' + key.text()).getBytes(StandardCharsets.UTF_8);
  }

  /// The points of messages.
  static byte[][] points(byte[][] messages) {
    HashToCurve hash = HASH.get();
    return Fraction.encoded(Arrays.stream(messages).map(hash::point).toArray(Fraction[]::new));
  }

  /// Points for padding: nobody can tell whether a point is one times a scalar or one of these,
  /// which cost a third.
  static byte[][] paddings(byte[][] messages) {
    HashToCurve hash = HASH.get();
    return Fraction.encoded(Arrays.stream(messages).map(hash::cleared).toArray(Fraction[]::new));
  }

  /// The points times the scalar (RFC 7748, section 5, with the bits of the scalar set as there).
  ///
  /// @throws MessageRefused where a result is zero: the point was of low order
  static byte[][] masked(Bytes scalar, byte[][] points) {
    byte[][] masked =
        Fraction.encoded(
            Arrays.stream(points)
                .map(point -> Ladder.multiplied(scalar.value, point))
                .toArray(Fraction[]::new));
    for (byte[] point : masked) {
      demandWhole(point);
    }
    return masked;
  }

  private static void demandWhole(byte[] point) {
    int any = 0;
    for (byte b : point) {
      any |= b;
    }
    if (any == 0) {
      throw new MessageRefused(
          MessageRefused.Why.HOSTILE,
          "The message holds a point that would give a list away. Do not go on with this partner"
              + " before you know why.");
    }
  }

  /// What is compared: 16 bytes of the hash of each point that both sides masked, bound to the run.
  static byte[][] tags(Bytes runId, byte[][] points) {
    byte[][] tags = new byte[points.length][];
    for (int i = 0; i < points.length; i++) {
      tags[i] = Arrays.copyOf(Hashes.of("tag", runId.value, points[i]), TAG_BYTES);
    }
    return tags;
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

  /// Fills a table batch by batch, on all cores, and says how far it has come.
  ///
  /// @param values of the cells from a number to before another; called from any thread
  /// @throws CancellationException when it was told to stop
  static Table filled(Table table, Batch values, Progress progress) {
    int cells = table.cells();
    for (int from = 0; from < cells; from += CHUNK) {
      int to = Math.min(cells, from + CHUNK);
      int start = from;
      IntStream.range(0, (to - from + BATCH - 1) / BATCH)
          .parallel()
          .forEach(
              batch -> {
                int first = start + batch * BATCH;
                table.set(first, values.of(first, Math.min(to, first + BATCH)));
              });
      if (progress.heard(to, cells) == Progress.Answer.STOP) {
        throw new CancellationException("Stopped");
      }
    }
    return table;
  }

  /// What cells hold.
  interface Batch {

    byte[][] of(int from, int to);
  }
}
