package org.clew.linkage;

/// Match weights and what follows from them as text, the same wherever a list is linked.
public final class WeightText {

  private static final long STEPS = 1024;
  private static final long MILLIONTHS = 1_000_000;
  private static final long TEN_BILLIONTHS = 10_000_000_000L;

  private WeightText() {}

  /// A number of bits in full: all of them are whole numbers of 1/1024.
  public static String bits(double bits) {
    long steps = Math.round(bits * STEPS);
    long whole = Math.abs(steps) / STEPS;
    StringBuilder out = new StringBuilder(16);
    out.append(steps < 0 ? "-" : "").append(whole);
    long rest = Math.abs(steps) % STEPS;
    if (rest > 0) {
      decimals(out, rest * (TEN_BILLIONTHS / STEPS), TEN_BILLIONTHS);
      while (out.charAt(out.length() - 1) == '0') {
        out.setLength(out.length() - 1);
      }
    }
    return out.toString();
  }

  /// The probability that follows from a weight in bits, to six decimals.
  public static String probability(double bits) {
    long millionths = Math.round(MILLIONTHS / (1 + Math.pow(2, -bits)));
    StringBuilder out = new StringBuilder(8);
    out.append(millionths / MILLIONTHS);
    decimals(out, millionths % MILLIONTHS, MILLIONTHS);
    return out.toString();
  }

  private static void decimals(StringBuilder out, long parts, long whole) {
    out.append('.');
    for (long place = whole / 10; place > 0; place /= 10) {
      out.append((char) ('0' + parts / place % 10));
    }
  }
}
