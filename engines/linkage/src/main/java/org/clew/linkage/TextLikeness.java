package org.clew.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;

/// Titles, product names and longer text: runs of three letters, and codes as a whole, each weighed
/// by how rare it is in this list. The cosine of the two makes the level.
final class TextLikeness implements Likeness {
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final int RUN = 3;

  /// A run of levels, from the strongest on.
  ///
  /// @param first the first of them
  /// @param cosines from which each is reached
  private record Scale(int first, List<Double> cosines) {

    /// The level of a cosine, and [#DIFFERENT] where it is too low for any.
    int level(double cosine) {
      for (int step = 0; step < cosines.size(); step++) {
        if (cosine >= cosines.get(step)) {
          return first + step;
        }
      }
      return DIFFERENT;
    }
  }

  private static final Scale SAME_NUMBER = new Scale(1, List.of(0.45, 0.25, 0.0));
  private static final Scale NO_NUMBER = new Scale(4, List.of(0.65, 0.45, 0.3, 0.2, 0.12));
  private static final Scale OTHER_NUMBER = new Scale(9, List.of(0.6, 0.4, 0.25, 0.12));
  private static final int DIFFERENT = 13;

  private final int[][] words;
  private final float[] wordRarity;

  /// By value, its parts in rising order.
  private final int[][] parts;

  private final float[] squares;
  private final float[] lengths;
  private final ModelNumbers numbers;
  private final List<Level> levels;

  /// @param counts by value, how many rows hold it
  TextLikeness(Kind kind, Texts forms, int[] counts) {
    int size = forms.size();
    words = new int[size][];
    parts = new int[size][];
    var knownWords = new Texts();
    var knownParts = new Texts();
    for (int i = 0; i < size; i++) {
      String text = forms.text(i);
      words[i] = numbered(SPACE.split(text, -1), knownWords);
      parts[i] = numbered(parts(text), knownParts);
    }
    wordRarity = rarity(words, knownWords.size(), counts);
    squares = rarity(parts, knownParts.size(), counts);
    for (int part = 0; part < squares.length; part++) {
      squares[part] *= squares[part];
    }
    lengths = new float[size];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int part : parts[i]) {
        sum += squares[part];
      }
      lengths[i] = (float) Math.sqrt(sum);
    }
    numbers = new ModelNumbers(forms, counts);
    levels = levels(kind);
  }

  private static int[] numbered(String[] texts, Texts known) {
    int[] out = new int[texts.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = known.code(texts[i]);
    }
    return Arrays.stream(out).sorted().distinct().toArray();
  }

  private static String[] parts(String text) {
    String spaced = " " + text + " ";
    String[] codes = SPACE.splitAsStream(text).filter(ModelNumbers::is).toArray(String[]::new);
    int runs = Math.max(1, spaced.length() - RUN + 1);
    String[] out = Arrays.copyOf(codes, codes.length + runs);
    for (int i = 0; i < runs; i++) {
      out[codes.length + i] = spaced.substring(i, Math.min(spaced.length(), i + RUN));
    }
    return out;
  }

  /// Bits by which each part is rarer than one that all rows hold.
  private static float[] rarity(int[][] parts, int known, int[] counts) {
    long[] holders = new long[known];
    long rows = 0;
    for (int i = 0; i < parts.length; i++) {
      rows += counts[i];
      for (int part : parts[i]) {
        holders[part] += counts[i];
      }
    }
    float[] out = new float[known];
    for (int part = 0; part < known; part++) {
      // Parts that a row and its double alone hold are as rare as any.
      double others = Math.max(0, holders[part] - 2) + 1;
      out[part] = (float) Math.max(0.01, Math.log((rows + 1) / others) / Math.log(2));
    }
    return out;
  }

  private static List<Level> levels(Kind kind) {
    double[] m = {0.25, 0.15, 0.1, 0.05, 0.1, 0.08, 0.06, 0.05, 0.03, 0.02, 0.02, 0.02, 0.02, 0.05};
    // Notes on one person seldom repeat each other: before a list was seen they speak only for.
    double repeated = kind == Kind.TEXT ? 0.05 : 1;
    Level[] out = new Level[m.length];
    out[0] = new Level(Agreement.EXACT, m[0] * repeated, 1e-5);
    for (Scale scale : List.of(SAME_NUMBER, NO_NUMBER, OTHER_NUMBER)) {
      for (int step = 0; step < scale.cosines.size(); step++) {
        double u = Math.min(0.05, Math.pow(scale.cosines.get(step) + 0.1, -4) * 1e-5);
        int level = scale.first + step;
        out[level] = new Level(Agreement.PARTIAL, m[level] * repeated, u);
      }
    }
    out[DIFFERENT] = new Level(Agreement.DIFFERENT, 1 - 0.95 * repeated, 0.95);
    return List.of(out);
  }

  @Override
  public List<Level> levels() {
    return levels;
  }

  @Override
  public List<Key> keys() {
    return List.of(Likeness.whole(words.length));
  }

  /// By value, its words from the rarest on.
  @Override
  public int[][] words() {
    int[][] out = new int[words.length][];
    for (int i = 0; i < words.length; i++) {
      out[i] =
          Arrays.stream(words[i])
              .boxed()
              .sorted(
                  (a, b) ->
                      wordRarity[a] == wordRarity[b]
                          ? a - b
                          : Float.compare(wordRarity[b], wordRarity[a]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return out;
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    return scale(a, b).level(cosine(a, b));
  }

  private Scale scale(int a, int b) {
    return switch (numbers.compare(a, b)) {
      case SAME -> SAME_NUMBER;
      case NOTHING -> NO_NUMBER;
      case OTHER -> OTHER_NUMBER;
    };
  }

  @Override
  public int noMoreThan(int level) {
    if (level == NO_NUMBER.first) {
      return 0;
    }
    return level == OTHER_NUMBER.first ? NO_NUMBER.first : level - 1;
  }

  /// Bits of two different texts: between those of their level and of the next by how far they
  /// stand in it.
  ///
  /// @param bits by level
  double blended(int a, int b, IntToDoubleFunction bits) {
    double cosine = cosine(a, b);
    Scale scale = scale(a, b);
    int level = scale.level(cosine);
    int steps = scale.cosines.size();
    int step = level == DIFFERENT ? steps : level - scale.first;
    double over = step == 0 ? 1 : scale.cosines.get(step - 1);
    double under = step == steps ? 0 : scale.cosines.get(step);
    double off = Math.clamp((cosine - (over + under) / 2) / (over - under), -0.5, 0.5);
    int next = level;
    if (off > 0 && step > 0) {
      next = scale.first + step - 1;
    } else if (off < 0 && step < steps) {
      next = step + 1 == steps ? DIFFERENT : level + 1;
    }
    double here = bits.applyAsDouble(level);
    return here + Math.abs(off) * (bits.applyAsDouble(next) - here);
  }

  private double cosine(int a, int b) {
    int[] left = parts[a];
    int[] right = parts[b];
    double shared = 0;
    int i = 0;
    int j = 0;
    while (i < left.length && j < right.length) {
      if (left[i] == right[j]) {
        shared += squares[left[i]];
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared / (lengths[a] * (double) lengths[b]);
  }
}
