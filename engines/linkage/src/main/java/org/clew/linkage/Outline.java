package org.clew.linkage;

/// Which letters a name has, as bits: names that are alike have nearly the same. Two of its bits
/// say that it may be like others that are spelled in another way.
final class Outline {
  /// It is a pet name, or has some, or may be spelled in several ways: like others of these.
  static final int GROUPED = 1 << 31;

  /// It may be like any: an initial, several words, another script.
  static final int OPEN = 1 << 30;

  private static final int LETTERS = OPEN - 1;
  private static final int MOST_APART = 4;

  private Outline() {}

  /// Whether two names may be alike.
  static boolean areNear(int a, int b) {
    return (a & b & GROUPED) != 0
        || ((a | b) & OPEN) != 0
        || Integer.bitCount((a ^ b) & LETTERS) <= MOST_APART;
  }

  /// Letters in the words of [Likeness#letters], with what else may make names alike.
  static int of(int letters, boolean grouped, boolean open) {
    return (letters & LETTERS) | (grouped ? GROUPED : 0) | (open ? OPEN : 0);
  }
}
