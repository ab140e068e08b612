package org.clew.linkage;

/// The letters of one text after the other, and how they sound, without making text of either. Not
/// safe for many threads.
final class Spelled {
  private char[] letters = new char[64];
  private int length;
  private char[] sound = new char[0];
  private byte[] bytes = new byte[0];

  /// Which letters there are, as [Likeness#letters] has them.
  int mask;

  boolean hasVowels;

  /// Whether some letter is a capital: [NameSpelling] says what that means.
  boolean hasCapitals;

  boolean hasSpaces;

  /// Goes on to a text.
  void read(Texts texts, int number) {
    length = 0;
    if (texts.isPlain(number)) {
      int count = texts.length(number);
      byte[] block = texts.block(number);
      int from = texts.from(number);
      letters = letters.length < count ? new char[count] : letters;
      for (int i = 0; i < count; i++) {
        letters[i] = (char) block[from + i];
      }
      length = count;
    } else {
      letters = texts.text(number).toCharArray();
      length = letters.length;
    }
    look();
  }

  private void look() {
    mask = 0;
    hasVowels = false;
    hasCapitals = false;
    hasSpaces = false;
    for (int i = 0; i < length; i++) {
      char c = letters[i];
      mask |= 1 << (c & 31);
      hasVowels |= Sound.isVowel(c);
      hasCapitals |= c >= 'A' && c <= 'Z';
      hasSpaces |= c == ' ';
    }
  }

  /// How many UTF-16 units the text has.
  int length() {
    return length;
  }

  /// The number of its [Sound#of].
  int sound(Texts sounds) {
    sound = sound.length < 2 * length ? new char[2 * length] : sound;
    return code(sounds, sound, Sound.of(letters, length, sound));
  }

  /// The number of its [Sound#vowels].
  int vowels(Texts vowels) {
    sound = sound.length < 2 * length ? new char[2 * length] : sound;
    return code(vowels, sound, Sound.vowels(letters, length, sound));
  }

  /// The number of its first letters.
  int front(Texts fronts, int most) {
    return code(fronts, letters, Math.min(most, length));
  }

  private int code(Texts texts, char[] all, int count) {
    bytes = bytes.length < count ? new byte[2 * count] : bytes;
    int above = 0;
    for (int i = 0; i < count; i++) {
      above |= all[i];
      bytes[i] = (byte) all[i];
    }
    return above < 0x80 ? texts.code(bytes, 0, count) : texts.code(new String(all, 0, count));
  }
}
