package org.clew.linkage.text;

import java.util.HashSet;
import java.util.Set;

/// A way to read numerals of a run as one phone, and what speaks for it.
///
/// @param from its first numeral
/// @param to its last numeral
/// @param also the flags of rules that are not those of its numerals
record PhoneCandidate(int from, int to, PhoneCheck.Checked checked, int also) {

  private static final String ORDINARY = " -./()+,:\u00A0";
  private static final String BRACKETS = "[]{}";
  private static final int VALID = 100;
  private static final int SAID = 20;
  private static final int WEAK_EDGE = 15;
  private static final int CUT = 5;
  private static final int CUT_ALIKE = 10;
  private static final int OTHER_GAP = 3;
  private static final int GAPS = 2;
  private static final int STRONG = 3;
  private static final int SPREAD = 6;
  private static final int SHORT = 2;

  /// Whether what is only possible was written as a phone and is all there is.
  boolean isCredible(Numerals numerals, int runFrom, int runTo) {
    boolean called = numerals.is(from, Numerals.CUED | Numerals.PLUS);
    return checked.valid() || (called && from == runFrom && to == runTo);
  }

  /// Whether numerals of a run may be a phone, whatever the number: enough of them are surely
  /// digits, and they are not cut off from more of their like.
  static boolean mayBe(String text, Numerals numerals, int from, int to, int runFrom, int runTo) {
    int strong = 0;
    for (int i = from; i <= to; i++) {
      strong += numerals.is(i, Numerals.WEAK) ? 0 : numerals.length(i);
    }
    if (from < to
        && (isWordBesideNumber(text, numerals, from, from + 1)
            || isWordBesideNumber(text, numerals, to, to - 1))) {
      return false;
    }
    if (from < to
        && ((from > runFrom && isSeries(text, numerals, from - 1, from))
            || (to < runTo && isSeries(text, numerals, to, to - 1)))) {
      return false;
    }
    return strong >= STRONG;
  }

  /// `To` or `for` beside a number of several figures is what it says, and so is `six` in another
  /// sentence.
  private static boolean isWordBesideNumber(String text, Numerals numerals, int edge, int beside) {
    if (!numerals.is(edge, Numerals.NO_FIGURE)
        || numerals.is(beside, Numerals.NO_FIGURE)
        || numerals.length(edge) > 1
        || numerals.length(beside) == 1) {
      return false;
    }
    String gap = gap(text, numerals, Math.min(edge, beside));
    return !gap.isEmpty() && (numerals.is(edge, Numerals.WEAK) || gap.length() > 1);
  }

  /// Whether short figures go on beyond an edge as they do before it, as in `8 9 10 11`.
  ///
  /// @param cut the numeral before the gap at the edge
  /// @param inside the numeral before a gap inside
  private static boolean isSeries(String text, Numerals numerals, int cut, int inside) {
    return numerals.length(cut) <= SHORT
        && numerals.length(cut + 1) <= SHORT
        && !numerals.is(cut, Numerals.NO_FIGURE)
        && !numerals.is(cut + 1, Numerals.NO_FIGURE)
        && gap(text, numerals, cut).equals(gap(text, numerals, inside));
  }

  /// The higher the likelier, against other ways to read the same run.
  int score(String text, Numerals numerals, int runFrom, int runTo) {
    int score = checked.valid() ? VALID : 0;
    score += also == 0 ? 0 : SAID;
    score += numerals.is(from, Numerals.CUED) ? SAID : 0;
    score += numerals.is(from, Numerals.PLUS) ? VALID : 0;
    score -= numerals.is(from, Numerals.WEAK) ? WEAK_EDGE : 0;
    score -= numerals.is(to, Numerals.WEAK) ? WEAK_EDGE : 0;
    Set<String> gaps = new HashSet<>();
    for (int i = from; i < to; i++) {
      gaps.add(gap(text, numerals, i));
    }
    score -= OTHER_GAP * Math.max(0, gaps.size() - GAPS);
    score -= from == runFrom ? 0 : cut(gaps, gap(text, numerals, from - 1));
    score -= to == runTo ? 0 : cut(gaps, gap(text, numerals, to));
    return score;
  }

  private static int cut(Set<String> gaps, String gap) {
    return gaps.contains(gap) ? CUT_ALIKE : CUT;
  }

  private static String gap(String text, Numerals numerals, int numeral) {
    return text.substring(numerals.end(numeral), numerals.start(numeral + 1));
  }

  FoundPhone phone(String text, Numerals numerals) {
    return new FoundPhone(
        checked.number(),
        numerals.start(from),
        numerals.end(to),
        PhoneRule.of(rules(text, numerals)),
        checked.valid() ? FoundPhone.Standing.VALID : FoundPhone.Standing.POSSIBLE);
  }

  private int rules(String text, Numerals numerals) {
    int rules = also;
    int single = 0;
    int brackets = 0;
    for (int i = from; i <= to; i++) {
      rules |= numerals.rules(i);
      rules |= numerals.is(i, Numerals.AREA) ? PhoneRule.AREA_CODE_SAID.flag : 0;
      single += numerals.length(i) == 1 && !numerals.is(i, Numerals.NO_FIGURE) ? 1 : 0;
      int gapEnd = i < to ? numerals.start(i + 1) : 0;
      for (int at = numerals.end(i); at < gapEnd; at++) {
        rules |= between(text.charAt(at));
        brackets += text.charAt(at) == '(' ? 1 : 0;
      }
    }
    rules |= single >= SPREAD ? PhoneRule.SPREAD.flag : 0;
    rules |= brackets >= SPREAD / 2 ? PhoneRule.BRACKETS.flag : 0;
    return rules;
  }

  /// What a character between two numerals says of how they were written.
  private static int between(char c) {
    if (c == '\n') {
      return PhoneRule.OVER_LINES.flag;
    } else if (c == '_') {
      return PhoneRule.SPREAD.flag;
    } else if (BRACKETS.indexOf(c) >= 0) {
      return PhoneRule.BRACKETS.flag;
    }
    boolean ordinary = ORDINARY.indexOf(c) >= 0 || Character.isLetter(c);
    return ordinary || Character.isWhitespace(c) ? 0 : PhoneRule.NOISE_BETWEEN.flag;
  }
}
