package org.clew.linkage.text;

/// Dates, times of day, sizes and shares among numerals: two or three short numbers with the same
/// sign between them, and that sign neither before nor after.
final class Measures {
  private static final String SIGNS = "-/.:";
  private static final int SHORT = 2;
  private static final int YEAR = 4;

  private Measures() {}

  static void mask(String text, Numerals numerals) {
    int size = numerals.size();
    int from = 0;
    while (from < size) {
      int to = from;
      char sign = sign(text, numerals, from);
      while (sign != 0 && sign(text, numerals, to) == sign) {
        to++;
      }
      if (isMeasure(numerals, from, to, sign)) {
        for (int i = from; i <= to; i++) {
          numerals.mask(i);
        }
      }
      from = to + 1;
    }
  }

  /// The one sign between a numeral and the next, 0 where there is another gap.
  private static char sign(String text, Numerals numerals, int numeral) {
    if (numeral + 1 >= numerals.size()
        || numerals.start(numeral + 1) - numerals.end(numeral) != 1) {
      return 0;
    }
    char sign = text.charAt(numerals.end(numeral));
    return SIGNS.indexOf(sign) < 0 ? 0 : sign;
  }

  private static boolean isMeasure(Numerals numerals, int from, int to, char sign) {
    for (int i = from; i <= to; i++) {
      if (numerals.is(i, Numerals.NO_FIGURE)) {
        return false;
      }
    }
    boolean shortFirst = numerals.length(from) <= SHORT;
    boolean shortLast = numerals.length(to) <= SHORT;
    return switch (to - from) {
      case 1 -> (sign == ':' || sign == '/') && shortFirst && shortLast;
      case 2 ->
          numerals.length(from + 1) <= SHORT
              && (shortFirst || shortLast)
              && (shortFirst || numerals.length(from) == YEAR)
              && (shortLast || numerals.length(to) == YEAR);
      default -> false;
    };
  }
}
