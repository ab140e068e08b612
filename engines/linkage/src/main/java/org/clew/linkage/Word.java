package org.clew.linkage;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A romanised word with what comparing it needs, worked out once. The copy that a [Lexicon] keeps
/// also knows how many records hold it.
final class Word {
  /// As [NameSpelling] has it.
  final String text;

  /// In lower-case Latin letters, as it is usually read.
  final String latin;

  final String sound;
  final long key;
  final long soundKey;

  /// [Echo#key] of a word of a person's name, 0 of others.
  final int echo;

  /// Of people who bear names, about which part bears this word; 0 of other words.
  final double share;

  /// Ways to read a word of another script; none of one of Latin letters.
  private final List<NameSpelling> readings;

  private final int letters;
  private final boolean number;

  /// Records of the index that hold the word: written under the index's write lock, read under its
  /// read lock.
  private int holders;

  /// @param kind under which the word is counted, as [Lexicons#kind] gives it
  Word(Kind kind, String text) {
    this.text = text;
    boolean name = kind == Kind.NAME;
    this.readings = name && NameSpelling.isMarked(text) ? NameSpelling.of(text) : List.of();
    this.latin = readings.isEmpty() ? text : readings.getFirst().latin();
    this.sound = Sound.of(latin);
    this.key = Keys.of(kind, Keys.Way.WORD, text);
    this.soundKey = Keys.of(kind, Keys.Way.SOUND, sound);
    this.echo = name ? Echo.key(isMarked() ? usual().sounds() : Phonemes.of(text, false)) : 0;
    this.share = !name ? 0 : isMarked() ? CommonNames.share(usual()) : CommonNames.share(text);
    int mask = 0;
    boolean digits = false;
    for (int i = 0; i < latin.length(); i++) {
      mask |= 1 << (latin.charAt(i) & 31);
      digits |= Character.isDigit(latin.charAt(i));
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

  /// Whether it was written in another script than Latin.
  boolean isMarked() {
    return !readings.isEmpty();
  }

  private NameSpelling usual() {
    return readings.getFirst();
  }

  /// [Echo#key] of every way to read it, and of how it looks to somebody who reads it as Latin
  /// letters.
  int[] echoes() {
    IntStream all = IntStream.of(echo);
    for (NameSpelling reading : readings) {
      int looks = Echo.key(Phonemes.of(reading.latin(), false));
      all = IntStream.concat(all, IntStream.of(Echo.key(reading.sounds()), looks));
    }
    return all.filter(each -> each != 0).distinct().toArray();
  }

  /// Ways to read it, the usual one first.
  List<NameSpelling> readings() {
    return readings.isEmpty() ? List.of(NameSpelling.latin(text)) : readings;
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
    return Integer.bitCount(letters ^ other.letters) <= 4 && Spelling.isClose(latin, other.latin);
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
