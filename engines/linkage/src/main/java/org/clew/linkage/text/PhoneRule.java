package org.clew.linkage.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What was done to read a phone number out of a text. A number as people write it, `(020) 7946
/// 0123`, needs none.
public enum PhoneRule {
  /// Its digits stand apart: `2 0 7`, `2_0_7`.
  SPREAD(0),
  /// Brackets around single digits, or square or curly ones.
  BRACKETS(1),
  /// Digits in words: `two zero`.
  DIGIT_WORDS(2),
  /// Words that sound like digits: `to oh`.
  SOUNDS_LIKE_DIGITS(3),
  /// Letters that look like digits: `2O7`.
  LOOKS_LIKE_DIGITS(4),
  /// `２０７`.
  FULL_WIDTH(5),
  /// Digits on keys: `2️⃣`.
  KEYCAP(6),
  /// Digits in circles or brackets of one character: `②`.
  ENCLOSED(7),
  /// `𝟐𝟎𝟕`.
  MATHEMATICAL(8),
  /// Digits of another script: `٢٠٧`.
  OTHER_SCRIPT(9),
  /// Signs or pictures between digits.
  NOISE_BETWEEN(10),
  /// It goes on in another line.
  OVER_LINES(11),
  /// The area code is called one, and may stand behind.
  AREA_CODE_SAID(12),
  /// It is said to be written backwards.
  BACKWARDS(13);

  /// The bits of all.
  static final int FLAGS = (1 << values().length) - 1;

  private static final Map<Integer, Set<PhoneRule>> SETS = new ConcurrentHashMap<>();

  /// Its bit among the flags of a numeral.
  final int flag;

  PhoneRule(int bit) {
    flag = 1 << bit;
  }

  /// Those whose bits are set: few sets, of which each is made once.
  static Set<PhoneRule> of(int flags) {
    return SETS.computeIfAbsent(flags, PhoneRule::set);
  }

  private static Set<PhoneRule> set(int flags) {
    return Arrays.stream(values())
        .filter(rule -> (flags & rule.flag) != 0)
        .collect(Collectors.toUnmodifiableSet());
  }
}
