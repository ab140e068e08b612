package org.clew.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Titles and longer text, names of organisations and addresses: runs of three letters, in titles
/// model numbers as a whole, each weighed by how rare it is in this list. Their cosine, and whether
/// the numbers that decide are the same, makes the level.
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

  /// The numbers in values by which one thing is told from its like.
  interface Numbers {
    enum Said {
      SAME,
      NOTHING,
      OTHER
    }

    Said compare(int a, int b);
  }

  private static final int DIFFERENT = 13;

  private final Texts texts;
  private final int[][] words;
  private final Texts knownWords;
  private final long[] wordHolders;
  private final float[] wordRarity;

  /// By value, its parts in rising order.
  private final int[][] parts;

  private final float[] squares;
  private final float[] lengths;
  private final Numbers numbers;
  private final Scale same;
  private final Scale nothing;
  private final Scale other;
  private final List<Level> levels;

  TextLikeness(Kind kind, Texts forms, Tally tally) {
    texts = forms;
    int size = forms.size();
    words = new int[size][];
    parts = new int[size][];
    knownWords = new Texts();
    var knownParts = new Texts();
    for (int i = 0; i < size; i++) {
      String text = forms.text(i);
      words[i] = numbered(words(text), knownWords);
      parts[i] = numbered(parts(kind, text), knownParts);
    }
    knownWords.close();
    wordHolders = tally.holders(Tally.What.WORD, knownWords, words);
    wordRarity = rarity(wordHolders, tally.rows());
    squares = rarity(tally.holders(Tally.What.PART, knownParts, parts), tally.rows());
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
    if (areThings(kind)) {
      numbers = new ModelNumbers(forms, tally);
      same = new Scale(1, List.of(0.45, 0.25, 0.0));
      nothing = new Scale(4, List.of(0.65, 0.45, 0.3, 0.2, 0.12));
      other = new Scale(9, List.of(0.6, 0.4, 0.25, 0.12));
    } else {
      numbers = new UnitNumbers(forms);
      same = new Scale(1, List.of(0.7, 0.45, 0.25, 0.12));
      nothing = new Scale(5, List.of(0.75, 0.55, 0.4, 0.25, 0.12));
      other = new Scale(10, List.of(0.6, 0.3, 0.12));
    }
    levels = levels(kind);
  }

  private static boolean areThings(Kind kind) {
    return kind == Kind.TITLE || kind == Kind.TEXT;
  }

  /// The words of a value, as they follow each other.
  static String[] words(String text) {
    return SPACE.split(text, -1);
  }

  /// What of a value is compared, as it follows each other.
  static String[] parts(Kind kind, String text) {
    return areThings(kind) ? withModelNumbers(text) : runs(text.replace(" ", ""));
  }

  private static int[] numbered(String[] texts, Texts known) {
    int[] out = new int[texts.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = known.code(texts[i]);
    }
    return Arrays.stream(out).sorted().distinct().toArray();
  }

  private static String[] withModelNumbers(String text) {
    return Stream.concat(
            SPACE.splitAsStream(text).filter(ModelNumbers::is),
            Arrays.stream(runs(" " + text + " ")))
        .toArray(String[]::new);
  }

  private static String[] runs(String text) {
    String[] out = new String[Math.max(1, text.length() - RUN + 1)];
    for (int i = 0; i < out.length; i++) {
      out[i] = text.substring(i, Math.min(text.length(), i + RUN));
    }
    return out;
  }

  /// Bits by which each part is rarer than one that all rows hold.
  private static float[] rarity(long[] holders, long rows) {
    float[] out = new float[holders.length];
    for (int part = 0; part < out.length; part++) {
      // Parts that a row and its double alone hold are as rare as any.
      double others = Math.max(0, holders[part] - 2) + 1;
      out[part] = (float) Math.max(0.01, Math.log((rows + 1) / others) / Math.log(2));
    }
    return out;
  }

  private List<Level> levels(Kind kind) {
    double[] m = believed(kind);
    Level[] out = new Level[m.length];
    out[0] = new Level(Agreement.EXACT, m[0], 1e-5);
    Agreement how = kind == Kind.ADDRESS ? Agreement.NEAR : Agreement.PARTIAL;
    fill(out, same, how, m);
    fill(out, nothing, how, m);
    fill(out, other, numbers instanceof UnitNumbers ? Agreement.OTHER_UNIT : how, m);
    out[DIFFERENT] = new Level(Agreement.DIFFERENT, m[DIFFERENT], 0.95);
    return List.of(out);
  }

  private static void fill(Level[] out, Scale scale, Agreement how, double[] m) {
    for (int step = 0; step < scale.cosines.size(); step++) {
      double u = Math.min(0.05, Math.pow(scale.cosines.get(step) + 0.1, -4) * 1e-5);
      out[scale.first + step] = new Level(how, m[scale.first + step], u);
    }
  }

  /// m by level before a list was seen. Notes on one person seldom repeat each other: they speak
  /// only for.
  private static double[] believed(Kind kind) {
    return switch (kind) {
      case ORGANISATION_NAME ->
          new double[] {
            0.4, 0.08, 0.05, 0.03, 0.02, 0.14, 0.08, 0.05, 0.03, 0.02, 0.02, 0.02, 0.01, 0.05
          };
      case ADDRESS ->
          new double[] {
            0.3, 0.15, 0.1, 0.06, 0.03, 0.1, 0.06, 0.04, 0.03, 0.02, 0.02, 0.02, 0.01, 0.06
          };
      case TITLE ->
          new double[] {
            0.25, 0.15, 0.1, 0.05, 0.1, 0.08, 0.06, 0.05, 0.03, 0.02, 0.02, 0.02, 0.02, 0.05
          };
      default ->
          new double[] {
            0.012, 0.007, 0.005, 0.003, 0.005, 0.004, 0.003, 0.003, 0.002, 0.001, 0.001, 0.001,
            0.001, 0.952
          };
    };
  }

  @Override
  public List<Level> levels() {
    return levels;
  }

  @Override
  public List<Key> keys() {
    return List.of(Likeness.whole(texts));
  }

  /// By value, its words from the rarest on.
  @Override
  public int[][] words() {
    return Likeness.rarestFirst(words, wordRarity);
  }

  @Override
  public int[] words(int value) {
    return words[value];
  }

  @Override
  public long wordHolders(int word) {
    return wordHolders[word];
  }

  @Override
  public String word(int word) {
    return knownWords.text(word);
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    return scale(a, b).level(cosine(a, b));
  }

  private Scale scale(int a, int b) {
    return switch (numbers.compare(a, b)) {
      case SAME -> same;
      case NOTHING -> nothing;
      case OTHER -> other;
    };
  }

  @Override
  public int noMoreThan(int level) {
    if (level == nothing.first) {
      return 0;
    }
    return level == other.first ? nothing.first : level - 1;
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
