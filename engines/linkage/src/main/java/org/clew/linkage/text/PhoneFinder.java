package org.clew.linkage.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds phone numbers in texts, also those written so that machines pass them by: in words,
/// look-alikes, circles, over lines, with pictures between the digits. Prices, ages, measures,
/// dates and numbers of orders are not taken for phones where they are recognised as such.
///
/// ```java
/// var finder = new PhoneFinder("US");
/// finder.find("call four1five 💋 55five 0 1 oh won").getFirst().number();   // +14155550101
/// ```
///
/// A number must be valid in the numbering plan of its country (libphonenumber), or possible and
/// called a phone. Takes time in proportion to the text. For one thread at a time.
public final class PhoneFinder {
  private static final int LONGEST_GAP = 24;
  private static final int MOST_LINES = 3;

  private final PhoneCheck check;
  private final NumeralReader reader = new NumeralReader();
  private Numerals numerals = new Numerals();
  private String text = "";

  /// @param region ISO 3166 alpha-2 code of the country whose national numbers are meant, or an
  ///   empty string: then only numbers written with `+` are found
  public PhoneFinder(String region) {
    check = new PhoneCheck(region.toUpperCase(Locale.ROOT));
  }

  /// The phones of a text, in their order. They do not overlap.
  public List<FoundPhone> find(String whole) {
    text = whole;
    numerals = reader.read(whole);
    if (numerals.digitCount() < PhoneCheck.SHORTEST) {
      return List.of();
    }
    Measures.mask(whole, numerals);
    List<FoundPhone> found = new ArrayList<>();
    int from = 0;
    while (from < numerals.size()) {
      if (numerals.is(from, Numerals.MASKED)) {
        from++;
        continue;
      }
      int to = from;
      while (to + 1 < numerals.size() && goesOn(to)) {
        to++;
      }
      if (numerals.length(from, to) >= PhoneCheck.SHORTEST) {
        found.addAll(new PhoneRun(whole, numerals, check, from, to).phones());
      }
      from = to + 1;
    }
    return found;
  }

  private boolean goesOn(int numeral) {
    int next = numeral + 1;
    return !numerals.is(next, Numerals.MASKED | Numerals.BROKEN)
        && numerals.start(next) - numerals.end(numeral) <= LONGEST_GAP
        && lines(numeral) <= MOST_LINES;
  }

  private int lines(int numeral) {
    int lines = 0;
    for (int i = numerals.end(numeral); i < numerals.start(numeral + 1); i++) {
      lines += text.charAt(i) == '\n' ? 1 : 0;
    }
    return lines;
  }
}
