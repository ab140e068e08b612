package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Whole names: words weighed by how rare they are. What two share, less what both have left over,
/// makes the level.
final class WholeNameLikeness implements Likeness {
  private static final Pattern SPACE = Pattern.compile(" ");

  /// Bits of shared words from which each level is reached.
  private static final double[] STEPS = {22, 17, 13, 9.5, 6.5, 4, 1.5};

  private static final int OTHER_UNIT = STEPS.length + 1;
  private static final int DIFFERENT = STEPS.length + 2;
  private static final int WORDS_MATCHED_LOOSELY = 8;

  /// For how many rows what is known of names in the world counts.
  private static final double WORLD = 100;

  private static final List<Level> LEVELS = known();

  private final Texts texts;
  private final int[][] words;
  private final Word[] spelled;
  private final long[] holders;
  private final float[] rarity;

  /// By value, what its words sound like; nothing where all are of Latin letters.
  private final int[][] heard;

  /// By number of a word or of what one sounds like, how many rows hold it; nothing where none is.
  private long[] heardHolders = new long[0];

  WholeNameLikeness(Texts forms, Tally tally) {
    texts = forms;
    int size = forms.size();
    words = new int[size][];
    var known = new Texts();
    long rows = 1 + tally.rows();
    for (int i = 0; i < size; i++) {
      String[] parts = SPACE.split(forms.text(i), -1);
      int[] numbered = new int[parts.length];
      for (int j = 0; j < parts.length; j++) {
        numbered[j] = known.code(parts[j]);
      }
      words[i] = Arrays.stream(numbered).sorted().distinct().toArray();
    }
    holders = tally.holders(Tally.What.WORD, known, words);
    spelled = new Word[known.size()];
    rarity = new float[known.size()];
    for (int word = 0; word < spelled.length; word++) {
      spelled[word] = new Word(Kind.NAME, known.text(word));
      // Words that a row and its double alone hold are as rare as any, but for what is known of
      // them.
      double others = Math.max(0, holders[word] - 2) + 1 + WORLD * spelled[word].share;
      rarity[word] = (float) (Math.log((rows + WORLD) / others) / Math.log(2));
    }
    boolean marked = tally.isOfWhole() && Arrays.stream(spelled).anyMatch(Word::isMarked);
    heard = marked ? heard(forms, tally) : new int[0][];
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
    return List.of(Likeness.whole(texts));
  }

  /// By value, its words from the rarest on; where some are of another script, also what they sound
  /// like.
  @Override
  public int[][] words() {
    if (heard.length == 0) {
      return Likeness.rarestFirst(words, rarity);
    }
    int[][] all = withHeard(heard);
    float[] rare = new float[heardHolders.length];
    for (int each = 0; each < rare.length; each++) {
      rare[each] = (float) -Math.log(heardHolders[each] + 1.0);
    }
    return Likeness.rarestFirst(all, rare);
  }

  /// By value, its words and what they sound like.
  private int[][] withHeard(int[][] sounds) {
    int[][] all = new int[words.length][];
    Arrays.setAll(
        all, i -> IntStream.concat(Arrays.stream(words[i]), Arrays.stream(sounds[i])).toArray());
    return all;
  }

  /// What words sound like is common: more of them are taken.
  @Override
  public int wordsTogether() {
    return heard.length == 0 ? Likeness.super.wordsTogether() : 7;
  }

  /// By value, numbers of what its words sound like, alone and with the next, beyond those of
  /// words.
  private int[][] heard(Texts forms, Tally tally) {
    var numbers = new HashMap<Integer, Integer>();
    int[][] out = new int[words.length][];
    for (int i = 0; i < out.length; i++) {
      String[] parts = SPACE.split(forms.text(i), -1);
      IntStream echoes = IntStream.empty();
      for (int j = 0; j < parts.length; j++) {
        Word word = new Word(Kind.NAME, parts[j]);
        echoes = IntStream.concat(echoes, Arrays.stream(word.echoes()));
        if (j + 1 < parts.length) {
          String joined = word.latin + NameSpelling.plain(parts[j + 1]);
          echoes = IntStream.concat(echoes, Arrays.stream(new Word(Kind.NAME, joined).echoes()));
        }
      }
      out[i] =
          echoes
              .map(echo -> numbers.computeIfAbsent(echo, _ -> spelled.length + numbers.size()))
              .distinct()
              .toArray();
    }
    heardHolders = tally.holders(spelled.length + numbers.size(), withHeard(out));
    return out;
  }

  @Override
  public int[] words(int value) {
    return words[value];
  }

  @Override
  public long wordHolders(int word) {
    return heardHolders.length == 0 ? holders[word] : heardHolders[word];
  }

  @Override
  public String word(int word) {
    return spelled[word].text;
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
    return level(shared, Arrays.copyOf(lostLeft, countLeft), Arrays.copyOf(lostRight, countRight));
  }

  private int level(double exactly, int[] left, int[] right) {
    double shared = exactly;
    if (left.length * right.length <= WORDS_MATCHED_LOOSELY * WORDS_MATCHED_LOOSELY) {
      shared += loosely(left, right) + joined(left, right);
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
  private double loosely(int[] left, int[] right) {
    double worth = 0;
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length && left[i] >= 0; j++) {
        double bits = right[j] < 0 ? 0 : alike(left[i], right[j]);
        if (bits > 0) {
          worth += bits;
          left[i] = -1;
          right[j] = -1;
        }
      }
    }
    return worth;
  }

  private double alike(int a, int b) {
    return WordMatch.of(spelled[a], spelled[b]).ofRarity(Math.min(rarity[a], rarity[b]));
  }

  /// Brings together words that one side writes apart.
  private double joined(int[] left, int[] right) {
    List<Word> asked = words(left);
    List<Word> found = words(right);
    Joining joining = new Joining(asked, found);
    if (joining.pairs > 0) {
      keep(left, joining.asked);
      keep(right, joining.found);
    }
    return joining.bits;
  }

  private List<Word> words(int[] numbered) {
    List<Word> out = new ArrayList<>(numbered.length);
    for (int word : numbered) {
      if (word >= 0) {
        out.add(spelled[word]);
      }
    }
    return out;
  }

  private void keep(int[] numbered, List<Word> left) {
    for (int i = 0; i < numbered.length; i++) {
      if (numbered[i] >= 0 && !left.contains(spelled[numbered[i]])) {
        numbered[i] = -1;
      }
    }
  }

  private boolean isUnit(int word) {
    return spelled[word].isNumber() && spelled[word].text.length() < 5;
  }
}
