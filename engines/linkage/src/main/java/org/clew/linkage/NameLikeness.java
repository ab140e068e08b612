package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Given and family names.
final class NameLikeness implements Likeness {
  /// The level of given and family name in each other's place; set by [Traits], which sees both.
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

  private static final int VOWELS = 1;

  /// Its sound says more than next to nothing.
  private static final int HEARD = 2;

  private static final int PETTED = 4;
  private static final int WORDS = 8;
  private static final int LETTER = 16;

  /// It was written in another script, or a word of it was.
  private static final int MARKED = 32;

  private static final Pattern SPACE = Pattern.compile(" ");

  /// The key by which names of other scripts are brought together with Latin ones.
  static final String ECHO = "echo";

  private final Texts texts;
  private final int[] sounds;

  /// By value, the number of its vowels as they are heard.
  private final int[] vowels;

  private final Texts heardVowels = new Texts();

  /// By value, which letters it has.
  private final int[] letters;

  /// By value, its [#VOWELS] and what else is asked of it often.
  private final byte[] traits;

  /// Of names of several words; none of a single one.
  private final String[][] words;

  private final List<Key> keys;

  NameLikeness(Texts forms, Tally tally) {
    int size = forms.size();
    texts = forms;
    sounds = new int[size];
    vowels = new int[size];
    letters = new int[size];
    traits = new byte[size];
    words = new String[size][];
    var heard = new Texts();
    var fronts = new Texts();
    int[] front = new int[size];
    boolean anyMarked = false;
    var spelled = new Spelled();
    for (int i = 0; i < size; i++) {
      spelled.read(forms, i);
      anyMarked |= spelled.hasCapitals;
      hear(i, spelled, heard);
      front[i] = spelled.length() < 2 ? -1 : spelled.front(fronts, FRONT);
    }
    heard.close();
    heardVowels.close();
    fronts.close();
    List<Key> all = new ArrayList<>();
    all.add(Likeness.whole(forms));
    if (anyMarked || tally.heardAcrossScripts()) {
      all.add(new Key(ECHO, echoes(forms)));
    }
    all.add(new Key("sound", sounds, heard));
    all.add(new Key("first_letters", front, fronts));
    keys = List.copyOf(all);
  }

  private void hear(int value, Spelled spelled, Texts heard) {
    boolean marked = spelled.hasCapitals;
    sounds[value] = marked ? heard.code(Sound.of(plain(texts.text(value)))) : spelled.sound(heard);
    vowels[value] = spelled.vowels(heardVowels);
    letters[value] = spelled.mask;
    words[value] = spelled.hasSpaces ? SPACE.split(texts.text(value), -1) : NONE;
    traits[value] =
        (byte)
            ((spelled.hasVowels ? VOWELS : 0)
                | (heard.chars(sounds[value]) > 1 ? HEARD : 0)
                | (isGrouped(texts, value) ? PETTED : 0)
                | (marked ? MARKED : 0)
                | (words[value].length > 0 ? WORDS : 0)
                | (spelled.length() == 1 ? LETTER : 0));
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (String word : SPACE.split(text, -1)) {
      out.append(out.isEmpty() ? "" : " ").append(NameSpelling.plain(word));
    }
    return out.toString();
  }

  private static boolean isGrouped(Texts forms, int value) {
    return NameGroups.NICKNAMES.has(forms, value) || NameGroups.SPELLINGS.has(forms, value);
  }

  private static int[] echoes(Texts forms) {
    int[] out = new int[forms.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = new Word(Kind.NAME, SPACE.split(forms.text(i), 2)[0]).echo;
    }
    return out;
  }

  /// By value, the number of its sound.
  int[] sounds() {
    return sounds;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  /// Names in each other's place are told by both: no other level bounds them.
  @Override
  public int noMoreThan(int level) {
    return level == TURNED ? -1 : level - 1;
  }

  @Override
  public List<Key> keys() {
    return keys;
  }

  @Override
  public boolean hasOutlines() {
    return true;
  }

  @Override
  public int outline(int value) {
    boolean grouped = (traits[value] & PETTED) != 0;
    boolean open = (traits[value] & (MARKED | WORDS | LETTER)) != 0;
    return Outline.of(letters[value], grouped, open);
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    int either = traits[a] | traits[b];
    int both = traits[a] & traits[b];
    if ((either & MARKED) != 0) {
      return acrossScripts(a, b);
    }
    if (sounds[a] == sounds[b] && (both & HEARD) != 0 && heardAsOne(a, b, both, kernels)) {
      return 1;
    }
    int apart = Integer.bitCount(letters[a] ^ letters[b]);
    if (apart <= 4 && kernels.isClose(texts, a, b)) {
      return 1;
    }
    boolean grouped = (both & PETTED) != 0;
    if (grouped && NameGroups.SPELLINGS.share(texts.text(a), texts.text(b))) {
      return 1;
    }
    boolean pet = grouped && NameGroups.NICKNAMES.share(texts.text(a), texts.text(b));
    if (pet || ((either & WORDS) != 0 && shareWord(a, b))) {
      return 2;
    }
    if ((either & LETTER) != 0) {
      boolean same = texts.text(a).charAt(0) == texts.text(b).charAt(0);
      return same ? 4 : LEVELS.size() - 1;
    }
    return apart <= 7 && kernels.jaroWinkler(texts, a, b) >= NEAR ? 3 : LEVELS.size() - 1;
  }

  /// Word by word, as whole names are compared: one where all of the shorter name are.
  private int acrossScripts(int a, int b) {
    List<Word> left = spelled(a);
    List<Word> right = spelled(b);
    Paired paired = Paired.of(left, right, NameLikeness::word);
    if (paired.pairs() == 0) {
      return LEVELS.size() - 1;
    }
    return switch (paired.weakest()) {
      case INITIAL -> 4;
      case NICKNAME -> 2;
      default -> paired.isComplete() ? 1 : 2;
    };
  }

  private static @Nullable Outcome word(Word a, Word b) {
    WordMatch match = WordMatch.of(a, b);
    return match == WordMatch.NONE
        ? null
        : new Outcome(match.agreement(), match.bits(Math.max(a.share, b.share)), 0);
  }

  private List<Word> spelled(int value) {
    String text = texts.text(value);
    String[] parts = words[value].length == 0 ? new String[] {text} : words[value];
    return Arrays.stream(parts).map(part -> new Word(Kind.NAME, part)).toList();
  }

  /// Vowels that are written on one side only need the vowels there are to agree.
  private boolean heardAsOne(int a, int b, int both, Kernels kernels) {
    return (both & VOWELS) == 0 || Sound.vowelsAgree(heardVowels, vowels[a], vowels[b], kernels);
  }

  private boolean shareWord(int a, int b) {
    String[] left = words[a];
    String[] right = words[b];
    if (left.length == 0) {
      return among(texts.text(a), right);
    }
    if (right.length == 0) {
      return among(texts.text(b), left);
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
