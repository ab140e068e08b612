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
  private static final int LONGEST_FIGURE = 6;

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
    long hash = Hashes.WORD;
    for (char letter : letters.toLowerCase(Locale.ROOT).toCharArray()) {
      hash = with(hash, letter);
    }
    int slot = slot(hash);
    HASHES[slot] = hash;
    MEANINGS[slot] = (value << VALUE) | kind;
  }

  /// The hash of a word with one more letter, if it is one.
  private static long with(long hash, char letter) {
    int glyph = Glyphs.of(letter);
    return Glyphs.kind(glyph) == Glyphs.UNSEEN ? hash : Hashes.letter(hash, Glyphs.folded(glyph));
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

  /// The digits of words written without spaces, `fivefivetoo`, the longest where several fit;
  /// empty where they are not all digits.
  static String glued(char[] text, int start, int end) {
    if (!beginsWithFigure(text, start, end)) {
      return "";
    }
    String[] read = new String[end - start + 1];
    read[end - start] = "";
    for (int from = end - 2; from >= start; from--) {
      long hash = Hashes.WORD;
      for (int at = from; at < Math.min(end, from + LONGEST_FIGURE); at++) {
        hash = with(hash, text[at]);
        String rest = read[at + 1 - start];
        int meaning = rest == null || at == from ? NONE : meaning(hash);
        if (isFigure(meaning)) {
          read[from - start] = value(meaning) + rest;
        }
      }
    }
    return read[0] == null ? "" : read[0];
  }

  private static boolean beginsWithFigure(char[] text, int start, int end) {
    long hash = with(Hashes.WORD, text[start]);
    for (int at = start + 1; at < Math.min(end, start + LONGEST_FIGURE); at++) {
      hash = with(hash, text[at]);
      if (isFigure(meaning(hash))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFigure(int meaning) {
    return (kind(meaning) == DIGIT || kind(meaning) == SOUND) && value(meaning) < 10;
  }
}
