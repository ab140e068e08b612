package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Whole names: words weighed by how rare they are. What two share, less what both have left over,
/// makes the level.
final class WholeNameLikeness implements Likeness {
  private static final Pattern SPACE = Pattern.compile(" ");

  /// Bits of shared words from which each level is reached.
  private static final double[] STEPS = {22, 17, 13, 9.5, 6.5, 4, 1.5};

  private static final int OTHER_UNIT = STEPS.length + 1;
  private static final int DIFFERENT = STEPS.length + 2;
  private static final int WORDS_MATCHED_LOOSELY = 8;
  private static final List<Level> LEVELS = known();

  private final int[][] words;
  private final String[] spelled;
  private final boolean[] numbers;
  private final float[] rarity;

  /// @param counts by value, how many rows hold it
  WholeNameLikeness(Texts forms, int[] counts) {
    int size = forms.size();
    words = new int[size][];
    var known = new Texts();
    long rows = 1;
    for (int i = 0; i < size; i++) {
      String[] parts = SPACE.split(forms.text(i), -1);
      int[] numbered = new int[parts.length];
      for (int j = 0; j < parts.length; j++) {
        numbered[j] = known.code(parts[j]);
      }
      words[i] = Arrays.stream(numbered).sorted().distinct().toArray();
      rows += counts[i];
    }
    long[] holders = new long[known.size()];
    for (int i = 0; i < size; i++) {
      for (int word : words[i]) {
        holders[word] += counts[i];
      }
    }
    spelled = new String[known.size()];
    numbers = new boolean[known.size()];
    rarity = new float[known.size()];
    for (int word = 0; word < spelled.length; word++) {
      spelled[word] = known.text(word);
      numbers[word] = spelled[word].chars().anyMatch(Character::isDigit);
      // Words that a row and its double alone hold are as rare as any.
      double others = Math.max(0, holders[word] - 2) + 1;
      rarity[word] = (float) (Math.log((rows + 100.0) / others) / Math.log(2));
    }
  }

  private static List<Level> known() {
    double[] m = {0.45, 0.14, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.01, 0.04};
    var out = new ArrayList<Level>();
    out.add(new Level(Agreement.EXACT, m[0], 1e-4));
    for (int i = 0; i < STEPS.length; i++) {
      out.add(new Level(Agreement.PARTIAL, m[i + 1], Math.pow(2, -STEPS[i])));
    }
    out.add(new Level(Agreement.OTHER_UNIT, m[OTHER_UNIT], 1e-3));
    out.add(new Level(Agreement.DIFFERENT, m[DIFFERENT], 0.97));
    return List.copyOf(out);
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public List<Key> keys() {
    return List.of(Likeness.whole(words.length));
  }

  /// By value, its words from the rarest on.
  @Override
  public int[][] words() {
    return Likeness.rarestFirst(words, rarity);
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    int[] left = words[a];
    int[] right = words[b];
    int[] lostLeft = new int[left.length];
    int[] lostRight = new int[right.length];
    int countLeft = 0;
    int countRight = 0;
    double shared = 0;
    int i = 0;
    int j = 0;
    while (i < left.length || j < right.length) {
      if (j == right.length || (i < left.length && left[i] < right[j])) {
        lostLeft[countLeft++] = left[i++];
      } else if (i == left.length || left[i] > right[j]) {
        lostRight[countRight++] = right[j++];
      } else {
        shared += rarity[left[i]];
        i++;
        j++;
      }
    }
    return level(
        shared, Arrays.copyOf(lostLeft, countLeft), Arrays.copyOf(lostRight, countRight), kernels);
  }

  private int level(double exactly, int[] left, int[] right, Kernels kernels) {
    double shared = exactly;
    if (left.length * right.length <= WORDS_MATCHED_LOOSELY * WORDS_MATCHED_LOOSELY) {
      shared += loosely(left, right, kernels);
    }
    double lostLeft = 0;
    double lostRight = 0;
    boolean unitLeft = false;
    boolean unitRight = false;
    for (int word : left) {
      lostLeft += word < 0 ? 0 : rarity[word];
      unitLeft |= word >= 0 && isUnit(word);
    }
    for (int word : right) {
      lostRight += word < 0 ? 0 : rarity[word];
      unitRight |= word >= 0 && isUnit(word);
    }
    if (unitLeft && unitRight) {
      return shared > 8 ? OTHER_UNIT : DIFFERENT;
    }
    double bits =
        shared - 0.7 * Math.min(lostLeft, lostRight) - 0.12 * Math.max(lostLeft, lostRight);
    for (int step = 0; step < STEPS.length; step++) {
      if (bits >= STEPS[step]) {
        return step + 1;
      }
    }
    return DIFFERENT;
  }

  /// Pairs words that are nearly the same, takes them out and answers what they are worth.
  private double loosely(int[] left, int[] right, Kernels kernels) {
    double worth = 0;
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length && left[i] >= 0; j++) {
        double bits = right[j] < 0 ? 0 : alike(left[i], right[j], kernels);
        if (bits > 0) {
          worth += bits;
          left[i] = -1;
          right[j] = -1;
        }
      }
    }
    return worth;
  }

  private double alike(int a, int b, Kernels kernels) {
    if (numbers[a] || numbers[b]) {
      return 0;
    }
    double rare = Math.min(rarity[a], rarity[b]);
    String left = spelled[a];
    String right = spelled[b];
    if (Math.min(left.length(), right.length()) == 1) {
      return left.charAt(0) == right.charAt(0) ? 2.5 : 0;
    }
    if (Nicknames.share(left, right)) {
      return Math.max(0.5, rare - 3.5);
    }
    String sound = Sound.of(left);
    boolean alike =
        kernels.isClose(left, right) || (sound.length() > 2 && sound.equals(Sound.of(right)));
    return alike ? Math.max(0.5, rare - 3) : 0;
  }

  private boolean isUnit(int word) {
    return numbers[word] && spelled[word].length() < 5;
  }
}
