package org.clew.linkage.text;

/// Letters that are drawn like digits.
final class LookAlikes {
  private static final String SURE = "OolIZSBG";
  private static final String SURE_DIGITS = "00112586";
  private static final String BESIDE_FIGURES = SURE + "iszbgqTADeE";
  private static final String BESIDE_DIGITS = SURE_DIGITS + "152699740" + "33";
  private static final int SHORTEST_ALONE = 3;
  static final int LONGEST = 7;

  private LookAlikes() {}

  /// The digits that letters look like, empty where one of them looks like none. A word that stands
  /// alone must have a capital or `l` in it and be as long as a part of a phone number.
  static String digits(char[] text, int start, int end, boolean besideFigures) {
    int length = end - start;
    if (length > LONGEST || (!besideFigures && length < SHORTEST_ALONE)) {
      return "";
    }
    String from = besideFigures ? BESIDE_FIGURES : SURE;
    String to = besideFigures ? BESIDE_DIGITS : SURE_DIGITS;
    char[] digits = new char[length];
    for (int i = 0; i < length; i++) {
      int at = from.indexOf(text[start + i]);
      if (at < 0) {
        return "";
      }
      digits[i] = to.charAt(at);
    }
    return new String(digits);
  }
}
