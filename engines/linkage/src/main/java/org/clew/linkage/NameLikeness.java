package org.clew.linkage;

import java.util.List;
import java.util.regex.Pattern;

/// Given and family names.
final class NameLikeness implements Likeness {
  /// The level of given and family name in each other's place; set by [Levels], which sees both.
  static final int TURNED = 5;

  private static final List<Level> LEVELS =
      List.of(
          new Level(Agreement.EXACT, 0.80, 3e-3),
          new Level(Agreement.CLOSE_SPELLING, 0.11, 3e-3),
          new Level(Agreement.PARTIAL, 0.02, 2e-3),
          new Level(Agreement.NEAR, 0.02, 6e-3),
          new Level(Agreement.INITIAL, 0.005, 2e-3),
          new Level(Agreement.SAME_WORDS_OTHER_ORDER, 0.01, 1e-5),
          new Level(Agreement.DIFFERENT, 0.035, 0.98));

  private static final double NEAR = 0.88;
  private static final int FRONT = 4;
  private static final String[] NONE = {};
  private static final Pattern SPACE = Pattern.compile(" ");

  private final String[] texts;
  private final int[] sounds;
  private final int[] letters;
  private final boolean[] petted;

  /// Of names of several words; none of a single one.
  private final String[][] words;

  private final List<Key> keys;

  NameLikeness(Texts forms) {
    int size = forms.size();
    texts = new String[size];
    sounds = new int[size];
    letters = new int[size];
    petted = new boolean[size];
    words = new String[size][];
    var heard = new Texts();
    var fronts = new Texts();
    int[] front = new int[size];
    for (int i = 0; i < size; i++) {
      String text = forms.text(i);
      texts[i] = text;
      sounds[i] = heard.code(Sound.of(text));
      letters[i] = Likeness.letters(text);
      petted[i] = Nicknames.groups(text).length > 0;
      words[i] = text.indexOf(' ') < 0 ? NONE : SPACE.split(text, -1);
      front[i] =
          text.length() < 2 ? -1 : fronts.code(text.substring(0, Math.min(FRONT, text.length())));
    }
    keys =
        List.of(
            Likeness.whole(size),
            new Key("sound", sounds, Grain.PART),
            new Key("first_letters", front, Grain.PART));
  }

  /// By value, the number of its sound.
  int[] sounds() {
    return sounds;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public List<Key> keys() {
    return keys;
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    String left = texts[a];
    String right = texts[b];
    if (sounds[a] == sounds[b] && heardAsOne(left, right)) {
      return 1;
    }
    int apart = Integer.bitCount(letters[a] ^ letters[b]);
    if (apart <= 4 && kernels.isClose(left, right)) {
      return 1;
    }
    if ((petted[a] && petted[b] && Nicknames.share(left, right)) || shareWord(a, b)) {
      return 2;
    }
    if (Math.min(left.length(), right.length()) == 1) {
      return left.charAt(0) == right.charAt(0) ? 4 : LEVELS.size() - 1;
    }
    return apart <= 7 && kernels.jaroWinkler(left, right) >= NEAR ? 3 : LEVELS.size() - 1;
  }

  /// A sound that says little, and vowels that are written on one side only, need the vowels there
  /// are to agree.
  private static boolean heardAsOne(String left, String right) {
    if (Sound.of(left).length() < 2) {
      return false;
    }
    int one = vowels(left);
    int other = vowels(right);
    return one == 0 || other == 0 || Sound.vowelsAgree(left, right);
  }

  private static int vowels(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      count += "aeiou".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return count;
  }

  private boolean shareWord(int a, int b) {
    String[] left = words[a];
    String[] right = words[b];
    if (left.length == 0) {
      return among(texts[a], right);
    }
    if (right.length == 0) {
      return among(texts[b], left);
    }
    for (String word : left) {
      if (among(word, right)) {
        return true;
      }
    }
    return false;
  }

  private static boolean among(String word, String[] words) {
    for (String each : words) {
      if (each.equals(word) && word.length() > 1) {
        return true;
      }
    }
    return false;
  }
}
