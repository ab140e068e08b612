package org.clew.linkage.text;

/// Reads texts into shingles: pairs of neighbouring words, each pair once. Every number, however
/// long and however spaced, is one word, for numbers are what changes between copies.
final class ShingleReader {
  private static final long NUMBER = 0x2545F4914F6CDD1DL;

  private final Ints shingles = new Ints(1 << 15);
  private final Ints ends = new Ints(512);
  private final Hashed ofText = new Hashed();
  private final long[] wholes;
  private int texts;

  private char[] text = new char[1 << 10];
  private long previous;
  private long hash;
  private int words;

  ShingleReader(int texts) {
    this.wholes = new long[texts];
  }

  void read(String whole) {
    int length = whole.length();
    if (length > text.length) {
      text = new char[Math.max(length, text.length * 2)];
    }
    whole.getChars(0, length, text, 0);
    previous = 0;
    words = 0;
    hash = 0;
    ofText.clear();
    readWords(length);
    if (words == 1) {
      shingle(0, previous);
    }
    ends.add(shingles.size());
    wholes[texts++] = hash;
  }

  private void readWords(int length) {
    long word = Hashes.WORD;
    boolean lettered = false;
    int at = 0;
    while (at < length) {
      int c = text[at++];
      if (Character.isHighSurrogate((char) c)
          && at < length
          && Character.isLowSurrogate(text[at])) {
        c = Character.toCodePoint((char) c, text[at++]);
      }
      int glyph = Glyphs.of(c);
      int kind = Glyphs.kind(glyph);
      if (kind == Glyphs.LETTER || kind == Glyphs.DIGIT) {
        word = Hashes.letter(word, Glyphs.folded(glyph));
        lettered |= kind == Glyphs.LETTER;
      } else if (kind != Glyphs.UNSEEN) {
        addWord(word, lettered);
        word = Hashes.WORD;
        lettered = false;
        if (kind == Glyphs.IDEOGRAPH) {
          add(Hashes.letter(Hashes.WORD, Glyphs.folded(glyph)));
        }
      }
    }
    addWord(word, lettered);
  }

  private void addWord(long word, boolean lettered) {
    if (lettered) {
      add(word);
    } else if (word != Hashes.WORD && previous != NUMBER) {
      add(NUMBER);
    }
  }

  private void add(long next) {
    if (words > 0) {
      shingle(previous, next);
    }
    previous = next;
    words++;
    hash = Hashes.pair(hash, next);
  }

  private void shingle(long first, long second) {
    int shingle = (int) (Hashes.pair(first, second) >>> 32);
    if (ofText.add(shingle)) {
      shingles.add(shingle);
    }
  }

  /// How many texts were read.
  int texts() {
    return texts;
  }

  /// Where the shingles of a text end in [#shingles]; those of the next begin there.
  int end(int text) {
    return ends.get(text);
  }

  /// The shingles of all texts, those of one each once.
  int[] shingles() {
    return shingles.array();
  }

  /// A hash of all the words of a text in their order.
  long whole(int text) {
    return wholes[text];
  }
}
