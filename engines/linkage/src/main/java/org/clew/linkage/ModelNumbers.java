package org.clew.linkage;

import java.util.Arrays;
import java.util.regex.Pattern;

/// The model and part numbers in the texts of a list: words with a digit that few rows hold.
/// Letters after the last digit are a colour or a country: `YAS71BK` and `YAS71BL` are one model.
final class ModelNumbers implements TextLikeness.Numbers {
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final int SHORTEST = 4;
  private static final int SHORTEST_OF_DIGITS = 5;

  /// Held by more rows than these, a word is no one thing's number: 1080p.
  private static final int FEW = 3;

  private static final double FEW_OF_ROWS = 0.01;

  /// By value, its numbers.
  private final String[][] of;

  ModelNumbers(Texts forms, Tally tally) {
    of = new String[forms.size()][];
    var known = new Texts();
    int[][] numbered = new int[of.length][];
    for (int i = 0; i < of.length; i++) {
      of[i] = of(forms.text(i));
      numbered[i] = Arrays.stream(of[i]).mapToInt(known::code).toArray();
    }
    long[] holders = tally.holders(Tally.What.MODEL_NUMBER, known, numbered);
    double few = FEW + FEW_OF_ROWS * tally.rows();
    for (int i = 0; i < of.length; i++) {
      String[] all = of[i];
      int[] numbers = numbered[i];
      of[i] =
          java.util.stream.IntStream.range(0, all.length)
              .filter(j -> holders[numbers[j]] <= few)
              .mapToObj(j -> all[j])
              .toArray(String[]::new);
    }
  }

  /// The numbers in a text, each once.
  static String[] of(String text) {
    return SPACE
        .splitAsStream(text)
        .filter(ModelNumbers::is)
        .map(ModelNumbers::stem)
        .distinct()
        .toArray(String[]::new);
  }

  /// Whether a word may be a model or part number.
  static boolean is(String word) {
    if (word.length() < SHORTEST) {
      return false;
    }
    boolean digits = word.chars().anyMatch(Character::isDigit);
    boolean letters = word.chars().anyMatch(Character::isLetter);
    return digits && (letters || word.length() >= SHORTEST_OF_DIGITS);
  }

  /// The word up to its last digit.
  private static String stem(String word) {
    int end = word.length();
    while (!Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return end < 3 ? word : word.substring(0, end);
  }

  @Override
  public Said compare(int a, int b) {
    if (of[a].length == 0 || of[b].length == 0) {
      return Said.NOTHING;
    }
    for (String left : of[a]) {
      for (String right : of[b]) {
        if (isSame(left, right)) {
          return Said.SAME;
        }
      }
    }
    return Said.OTHER;
  }

  /// The same, or one with what the maker's name or the series puts before it.
  private static boolean isSame(String left, String right) {
    String shorter = left.length() < right.length() ? left : right;
    return left.equals(right)
        || (shorter.length() >= SHORTEST && (left.endsWith(right) || right.endsWith(left)));
  }
}
