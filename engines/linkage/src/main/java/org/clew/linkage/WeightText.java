package org.clew.linkage;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Match weights and what follows from them as text, the same wherever a list is linked.
public final class WeightText {

  /// Bytes that any of these texts has at most.
  public static final int LONGEST = 32;

  private static final long STEPS = 1024;
  private static final long MILLION = 1_000_000;
  private static final int DECIMALS_OF_MILLION = 6;

  /// Of ten decimals, those of one of the [#STEPS].
  private static final long STEP = 10_000_000_000L / STEPS;

  private static final int DECIMALS_OF_STEP = 10;

  private WeightText() {}

  /// A number of bits in full: all of them are whole numbers of 1/1024.
  public static String bits(double bits) {
    byte[] out = new byte[LONGEST];
    return new String(out, 0, bits(bits, out), US_ASCII);
  }

  /// The same into the first of some bytes.
  ///
  /// @return how many bytes it has
  public static int bits(double bits, byte[] out) {
    long steps = Math.round(bits * STEPS);
    long size = Math.abs(steps);
    out[0] = '-';
    int end = whole(size / STEPS, out, steps < 0 ? 1 : 0);
    if (size % STEPS > 0) {
      end = decimals(size % STEPS * STEP, DECIMALS_OF_STEP, out, end);
      while (out[end - 1] == '0') {
        end--;
      }
    }
    return end;
  }

  /// The probability that follows from a weight in bits, to six decimals.
  public static String probability(double bits) {
    byte[] out = new byte[LONGEST];
    return new String(out, 0, probability(bits, out), US_ASCII);
  }

  /// The same into the first of some bytes.
  ///
  /// @return how many bytes it has
  public static int probability(double bits, byte[] out) {
    long millionths = Math.round(MILLION / (1 + Math.pow(2, -bits)));
    int end = whole(millionths / MILLION, out, 0);
    return decimals(millionths % MILLION, DECIMALS_OF_MILLION, out, end);
  }

  private static int whole(long number, byte[] out, int from) {
    int count = 1;
    for (long rest = number; rest > 9; rest /= 10) {
      count++;
    }
    return digits(number, count, out, from);
  }

  private static int decimals(long number, int count, byte[] out, int from) {
    out[from] = '.';
    return digits(number, count, out, from + 1);
  }

  private static int digits(long number, int count, byte[] out, int from) {
    long rest = number;
    for (int at = from + count - 1; at >= from; at--) {
      out[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return from + count;
  }
}
