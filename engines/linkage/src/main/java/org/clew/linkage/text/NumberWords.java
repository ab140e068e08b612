package org.clew.linkage.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What words in and around numbers mean. A meaning is one number: what kind of word it is, and a
/// value. Looked up by the hash of the folded letters.
final class NumberWords {
  static final int NONE = 0;

  /// A digit or a number below twenty.
  static final int DIGIT = 1;

  /// A digit among digits alone: it only sounds like one.
  static final int SOUND = 2;

  /// Twenty to ninety, by their first digit.
  static final int TENS = 3;

  /// As many zeros.
  static final int ZEROS = 4;

  /// The next digit as many times.
  static final int REPEAT = 5;

  /// May stand between digits.
  static final int BETWEEN = 6;

  static final int PLUS = 7;
  static final int AREA = 8;
  static final int CODE = 9;
  static final int BACKWARDS = 10;
  static final int CUE = 11;
  static final int UNIT = 12;
  static final int REFERENCE = 13;

  private static final List<String> KINDS =
      List.of(
          "",
          "",
          "",
          "tens",
          "zeros",
          "repeat",
          "between",
          "plus",
          "area",
          "code",
          "backwards",
          "cue",
          "unit",
          "reference");
  private static final int VALUE = 8;
  private static final int SLOTS = 1 << 10;
  private static final int ALPHABET = 26;
  private static final int LONGEST_GLUED = 64;
  private static final int SHORTEST_GLUED = 3;

  private static final long[] HASHES = new long[SLOTS];
  private static final int[] MEANINGS = new int[SLOTS];

  /// The first two letters of digits' names, of `a` to `z`.
  private static final BitSet BEGINNINGS = new BitSet(ALPHABET * ALPHABET);

  static {
    read();
  }

  private NumberWords() {}

  private static void read() {
    InputStream file = NumberWords.class.getResourceAsStream("number-words.txt");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(file, "number-words.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] words = line.split(" ", -1);
          for (int i = 1; i < words.length; i++) {
            put(words[0], words[i]);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(String meaning, String word) {
    int colon = word.indexOf(':');
    String letters = colon < 0 ? word : word.substring(0, colon);
    int value = colon < 0 ? 0 : Integer.parseInt(word.substring(colon + 1));
    int kind = KINDS.indexOf(meaning);
    if (kind < 0) {
      boolean sound = meaning.endsWith("?");
      kind = sound ? SOUND : DIGIT;
      value = Integer.parseInt(sound ? meaning.substring(0, meaning.length() - 1) : meaning);
    }
    if (kind == DIGIT || kind == SOUND) {
      int beginning = letters.length() < 2 ? -1 : beginning(letters.charAt(0), letters.charAt(1));
      if (beginning >= 0) {
        BEGINNINGS.set(beginning);
      }
    }
    long hash = hash(letters.toLowerCase(Locale.ROOT), 0, letters.length());
    int slot = slot(hash);
    HASHES[slot] = hash;
    MEANINGS[slot] = (value << VALUE) | kind;
  }

  private static long hash(String word, int from, int to) {
    long hash = Hashes.WORD;
    for (int i = from; i < to; i++) {
      int glyph = Glyphs.of(word.charAt(i));
      if (Glyphs.kind(glyph) != Glyphs.UNSEEN) {
        hash = Hashes.letter(hash, Glyphs.folded(glyph));
      }
    }
    return hash;
  }

  private static int slot(long hash) {
    int slot = (int) (hash >>> 40) & (SLOTS - 1);
    while (HASHES[slot] != 0 && HASHES[slot] != hash) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  /// The meaning of a word, 0 where it has none.
  ///
  /// @param hash of its folded letters, begun with [Hashes#WORD]
  static int meaning(long hash) {
    return MEANINGS[slot(hash)];
  }

  static int kind(int meaning) {
    return meaning & 0xFF;
  }

  static int value(int meaning) {
    return meaning >> VALUE;
  }

  private static int beginning(int first, int second) {
    boolean latin = first >= 'a' && first <= 'z' && second >= 'a' && second <= 'z';
    return latin ? (first - 'a') * ALPHABET + second - 'a' : -1;
  }

  /// Whether a word of so many letters, which begins so, is worth asking [#glued] about.
  static boolean mayBeGlued(int letters, int first, int second) {
    int beginning =
        letters < SHORTEST_GLUED * 2 || letters > LONGEST_GLUED ? -1 : beginning(first, second);
    return beginning >= 0 && BEGINNINGS.get(beginning);
  }

  /// The digits of words written without spaces, `fivefivetoo`; empty where they are not all
  /// digits.
  static String glued(String letters) {
    int length = letters.length();
    String[] read = new String[length + 1];
    read[length] = "";
    for (int from = length - 2; from >= 0; from--) {
      for (int to = Math.min(length, from + 6); to > from + 1; to--) {
        String rest = read[to];
        if (rest != null && read[from] == null) {
          int meaning = meaning(hash(letters, from, to));
          int kind = kind(meaning);
          if ((kind == DIGIT || kind == SOUND) && value(meaning) < 10) {
            read[from] = value(meaning) + rest;
          }
        }
      }
    }
    return read[0] == null ? "" : read[0];
  }
}
