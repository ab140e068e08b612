package org.clew.linkage.text;

/// The words of a text, where each stands, and a number by which equal ones are known: folded as
/// [Glyphs] says, numbers too.
final class Words {
  /// Words that are looked at, from the beginning.
  private static final int MOST = 600;

  private final String text;
  private final long[] keys;
  private final Ints starts = new Ints(128);
  private final Ints ends = new Ints(128);

  Words(String text) {
    this.text = text;
    long[] found = new long[MOST];
    long key = Hashes.WORD;
    int start = -1;
    int at = 0;
    while (at < text.length() && ends.size() < MOST) {
      int c = text.codePointAt(at);
      int glyph = Glyphs.of(c);
      int kind = Glyphs.kind(glyph);
      boolean part = kind == Glyphs.LETTER || kind == Glyphs.DIGIT;
      if (start >= 0 && !part && kind != Glyphs.UNSEEN) {
        found[ends.size()] = key;
        ends.add(at);
        start = -1;
      }
      if (start < 0 && (part || kind == Glyphs.IDEOGRAPH) && ends.size() < MOST) {
        start = at;
        starts.add(at);
        key = Hashes.WORD;
      }
      if (part || kind == Glyphs.IDEOGRAPH) {
        key = Hashes.letter(key, Glyphs.folded(glyph));
      }
      at += Character.charCount(c);
      if (kind == Glyphs.IDEOGRAPH && start >= 0) {
        found[ends.size()] = key;
        ends.add(at);
        start = -1;
      }
    }
    if (start >= 0) {
      found[ends.size()] = key;
      ends.add(text.length());
    }
    keys = found;
  }

  int size() {
    return ends.size();
  }

  long key(int word) {
    return keys[word];
  }

  /// The text from one word to another, both with it; empty where `to` is before `from`.
  String text(int from, int to) {
    return to < from ? "" : text.substring(starts.get(from), ends.get(to));
  }
}
