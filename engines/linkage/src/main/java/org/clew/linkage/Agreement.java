package org.clew.linkage;

/// How two values agree: the reason for the bits of an [Evidence], to be said in plain words. From
/// the strongest to the weakest; [#DIFFERENT] speaks against.
public enum Agreement {
  /// The same value, written the same way but for case and spaces.
  EXACT,
  /// The same value in another notation: a phone with its country code, a company without "Ltd".
  SAME_WRITTEN_DIFFERENTLY,
  /// The same name in another script: `محمد` and Mohammed.
  SAME_IN_ANOTHER_SCRIPT,
  /// The same words in another order.
  SAME_WORDS_OTHER_ORDER,
  /// A known short or pet form: Bob for Robert.
  NICKNAME,
  /// Another spelling with the same sound: Mohamed and Muhammad.
  SOUNDS_ALIKE,
  /// A spelling or a digit or two away.
  CLOSE_SPELLING,
  /// Day and month changed places.
  DAY_MONTH_SWAPPED,
  /// An initial stands for the name.
  INITIAL,
  /// One value is part of the other: some of the words, or the surname alone.
  PARTIAL,
  /// One number ends with the other.
  ENDS_WITH,
  /// Two of day, month and year are the same.
  NEARLY_SAME_DATE,
  /// The same year, and no more is known or the rest differs.
  SAME_YEAR,
  /// Near each other: the same street, the same postal district, the same e-mail name elsewhere.
  NEAR,
  /// The same building or road, but another unit, plot or house number.
  OTHER_UNIT,
  /// Both are known and they do not agree.
  DIFFERENT
}
