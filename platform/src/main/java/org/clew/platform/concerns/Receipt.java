package org.clew.platform.concerns;

import java.security.SecureRandom;
import java.util.Optional;

/// The number with which a reporter comes back: 25 random decimal digits (83 bits) and a check
/// digit that shows any single wrong digit and any two neighbours changed over (Damm, *Total
/// anti-symmetrische Quasigruppen*, Marburg 2004).
///
/// @param digits 26 ASCII digits
public record Receipt(String digits) {

  private static final int RANDOM_DIGITS = 25;
  private static final int DIGITS = RANDOM_DIGITS + 1;

  /// More than this is no receipt, whatever it is.
  private static final int LONGEST_TYPED = 200;

  /// Damm's quasigroup of order 10: totally anti-symmetric, zeros on the diagonal.
  private static final int[][] QUASIGROUP = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };

  public Receipt {
    if (digits.length() != DIGITS || !isRight(digits)) {
      throw new IllegalArgumentException("not a receipt");
    }
  }

  /// A new receipt.
  static Receipt random(SecureRandom random) {
    var digits = new StringBuilder(DIGITS);
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return new Receipt(digits.append((char) ('0' + check(digits))).toString());
  }

  /// What somebody typed or pasted: digits of any script, with anything between them.
  static Optional<Receipt> read(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    var digits = new StringBuilder();
    typed
        .codePoints()
        .map(character -> Character.digit(character, 10))
        .filter(value -> value >= 0)
        .forEach(digits::append);
    return digits.length() == DIGITS && isRight(digits)
        ? Optional.of(new Receipt(digits.toString()))
        : Optional.empty();
  }

  /// The digits in groups, as on a bank card.
  public String grouped() {
    var groups = new StringBuilder();
    for (int i = 0; i < DIGITS; i++) {
      groups.append(i > 0 && i % 4 == 0 ? " " : "").append(digits.charAt(i));
    }
    return groups.toString();
  }

  /// A receipt is printed nowhere by accident.
  @Override
  public String toString() {
    return "Receipt[sealed]";
  }

  private static boolean isRight(CharSequence digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '9') && check(digits) == 0;
  }

  private static int check(CharSequence digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = QUASIGROUP[interim][digits.charAt(i) - '0'];
    }
    return interim;
  }
}
