package org.clew.linkage.text;

import java.util.Arrays;

/// The digits of a text in their order, whatever they are written with. One after another they are
/// numerals: a run of figures, a word, some letters that look like figures. [NumeralReader] reads
/// them.
final class Numerals {
  /// Flags of a numeral above those of [PhoneRule]s.
  static final int WEAK = 1 << 20;

  /// It measures or refers to something.
  static final int MASKED = 1 << 21;

  /// Words that are no digits stand before it.
  static final int BROKEN = 1 << 22;

  /// It was called an area code.
  static final int AREA = 1 << 23;

  /// It was called a phone.
  static final int CUED = 1 << 24;

  /// A plus stands before it.
  static final int PLUS = 1 << 25;

  /// No figure is in it.
  static final int NO_FIGURE = 1 << 26;

  private static final int LONGEST_MEASURE = 4;

  private final StringBuilder digits = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] digitEnds = new int[32];
  private int[] flags = new int[32];
  private int size;
  private boolean backwards;

  void clear() {
    size = 0;
    digits.setLength(0);
    backwards = false;
  }

  /// Adds a digit to the numeral that [#add] will end.
  void digit(int digit) {
    digits.append((char) digit);
  }

  void digits(String more) {
    digits.append(more);
  }

  /// Adds the digits of a number.
  void digits(int number) {
    digits.append(number);
  }

  /// Ends a numeral, whose digits were added.
  void add(int start, int end, int own) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      digitEnds = Arrays.copyOf(digitEnds, size * 2);
      flags = Arrays.copyOf(flags, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    digitEnds[size] = digits.length();
    flags[size] = own;
    size++;
  }

  void sayBackwards() {
    backwards = true;
  }

  /// Masks the last numeral as the measure of something, unless it is the end of a longer number.
  void maskMeasure() {
    int last = size - 1;
    if (length(last) < LONGEST_MEASURE
        || (length(last) == LONGEST_MEASURE
            && (last == 0 || (flags[last] & BROKEN) != 0 || starts[last] - ends[last - 1] > 1))) {
      mask(last);
    }
  }

  /// Leaves a numeral out of every phone.
  void mask(int numeral) {
    flags[numeral] |= MASKED;
  }

  int size() {
    return size;
  }

  int start(int numeral) {
    return starts[numeral];
  }

  int end(int numeral) {
    return ends[numeral];
  }

  int length(int numeral) {
    return digitEnds[numeral] - digitStart(numeral);
  }

  /// How many digits some numerals that stand together have.
  int length(int from, int to) {
    return digitEnds[to] - digitStart(from);
  }

  private int digitStart(int numeral) {
    return numeral == 0 ? 0 : digitEnds[numeral - 1];
  }

  /// The digits of some numerals that stand together.
  String digits(int from, int to) {
    return digits.substring(digitStart(from), digitEnds[to]);
  }

  boolean is(int numeral, int flag) {
    return (flags[numeral] & flag) != 0;
  }

  /// The flags of those [PhoneRule]s by which a numeral was read.
  int rules(int numeral) {
    return flags[numeral] & PhoneRule.FLAGS;
  }

  /// How many digits the text has.
  int digitCount() {
    return digits.length();
  }

  /// Whether the text says that something is backwards.
  boolean backwards() {
    return backwards;
  }
}
