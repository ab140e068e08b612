package org.clew.linkage;

import org.jspecify.annotations.Nullable;

/// A romanised word with what comparing it needs, worked out once. The copy that a [Lexicon] keeps
/// also knows how many records hold it.
final class Word {
  final String text;
  final String sound;
  final long key;
  final long soundKey;
  private final int letters;
  private final boolean number;

  /// Records of the index that hold the word: written under the index's write lock, read under its
  /// read lock.
  private int holders;

  /// @param kind under which the word is counted, as [Lexicons#kind] gives it
  Word(Kind kind, String text) {
    this.text = text;
    this.sound = Sound.of(text);
    this.key = Keys.of(kind, Keys.Way.WORD, text);
    this.soundKey = Keys.of(kind, Keys.Way.SOUND, sound);
    int mask = 0;
    boolean digits = false;
    for (int i = 0; i < text.length(); i++) {
      mask |= 1 << (text.charAt(i) & 31);
      digits |= Character.isDigit(text.charAt(i));
    }
    this.letters = mask;
    this.number = digits;
  }

  int holders() {
    return holders;
  }

  void count(Postings postings) {
    holders = postings.count(key);
  }

  /// Whether there is a digit in it.
  boolean isNumber() {
    return number;
  }

  boolean same(Word other) {
    return key == other.key;
  }

  boolean sameSound(Word other) {
    return soundKey == other.soundKey;
  }

  boolean isClose(Word other) {
    return Integer.bitCount(letters ^ other.letters) <= 4 && Spelling.isClose(text, other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Word word && text.equals(word.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
