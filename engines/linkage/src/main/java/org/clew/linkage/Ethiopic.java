package org.clew.linkage;

/// Ethiopic letters as Ethiopian and Eritrean names are usually romanised: `ts` for `ጸ`, `k` for
/// `ቀ`. A letter of the sixth order has a short vowel or none ([Echo#OPTIONAL]).
final class Ethiopic {
  private static final char FIRST = '\u1200';
  private static final String[] ROWS = {
    "h", "l", "h", "m", "s", "r", "s", "sh", "k", "kw", "k", "kw", "b", "v", "t", "ch", "h", "hw",
    "n", "ny", "", "k", "kw", "kh", "kw", "w", "", "z", "zh", "y", "d", "d", "j", "g", "gw", "g",
    "t", "ch", "p", "ts", "ts", "f", "p"
  };
  private static final String[] ORDERS = {"e", "u", "i", "a", "e", "", "o", "wa"};
  private static final int SIXTH = 5;

  private Ethiopic() {}

  static String latin(String word) {
    StringBuilder out = new StringBuilder(word.length() * 2);
    for (int i = 0; i < word.length(); i++) {
      int at = word.charAt(i) - FIRST;
      if (at < 0 || at >= ROWS.length * 8) {
        continue;
      }
      String row = ROWS[at / 8];
      int order = at % 8;
      out.append(row);
      if (order == SIXTH) {
        out.append(row.isEmpty() ? "i" : i + 1 < word.length() ? Echo.OPTIONAL : "");
      } else if (order == 0 && (row.isEmpty() || row.equals("h"))) {
        out.append('a');
      } else {
        out.append(ORDERS[order]);
      }
    }
    return out.toString();
  }
}
