package org.clew.linkage;

/// How a romanised word sounds, near enough to join spellings: its consonants, with the letters
/// that languages use for each other made one, a leading vowel as `a`, no others. Our own code,
/// made so that a word of Arabic without vowels and its Latin spellings come out the same.
final class Sound {
  private Sound() {}

  static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  /// The consonants of a word in lower-case Latin letters; other letters stay as they are.
  static String of(String word) {
    char[] out = new char[2 * word.length()];
    return new String(out, 0, of(word.toCharArray(), word.length(), out));
  }

  /// The same of the first so many letters.
  ///
  /// @param out takes twice as many
  /// @return how many are written there
  static int of(char[] word, int length, char[] out) {
    int end = 0;
    for (int i = 0; i < length; i++) {
      char c = word[i];
      char next = i + 1 < length ? word[i + 1] : ' ';
      char both = digraph(c, next);
      if (both != ' ') {
        end = put(both, out, end);
        i++;
      } else if (!isVowel(c)) {
        end = single(c, next, i, out, end);
      } else if (i == 0) {
        end = put(glides(c, next) ? 'y' : 'a', out, end);
      }
    }
    return end;
  }

  /// Whether a word begins as if with a y: passports write Юлия as Iuliia, most people Yulia.
  private static boolean glides(char first, char next) {
    return first == 'i' && isVowel(next) && next != 'i';
  }

  /// What two letters sound as together; a space where they do not.
  private static char digraph(char c, char next) {
    return switch (c) {
      case 'p' -> next == 'h' ? 'f' : ' ';
      case 'k' -> next == 'h' ? 'h' : ' ';
      case 'g' -> next == 'h' ? 'g' : ' ';
      case 't' -> next == 'h' ? 't' : next == 's' || next == 'z' ? 's' : ' ';
      case 'd' -> next == 'h' ? 'd' : next == 'j' ? 'j' : ' ';
      case 'z' -> next == 'h' ? 'j' : ' ';
      case 's' -> next == 'h' || next == 'z' ? 'S' : ' ';
      case 'c' -> next == 'h' || next == 'z' ? 'S' : next == 'k' ? 'k' : ' ';
      default -> ' ';
    };
  }

  private static int single(char c, char next, int at, char[] out, int end) {
    return switch (c) {
      case 'c' -> put(next == 'e' || next == 'i' || next == 'y' ? 's' : 'k', out, end);
      case 'q' -> put('k', out, end);
      case 'x' -> put('s', out, put('k', out, end));
      case 'z' -> put('s', out, end);
      case 'w' -> at == 0 ? put('v', out, end) : end;
      case 'y' -> at == 0 ? put('y', out, end) : end;
      case 'h' -> next == ' ' ? end : put('h', out, end);
      default -> put(c, out, end);
    };
  }

  /// Writes a sound; one that follows itself is heard once.
  private static int put(char sound, char[] out, int end) {
    if (end > 0 && out[end - 1] == sound) {
      return end;
    }
    out[end] = sound;
    return end + 1;
  }

  /// Whether two Latin spellings of one sound have nearly the same vowels: Mohamed and Muhammad do,
  /// Hasan and Hussein do not.
  static boolean vowelsAgree(String a, String b) {
    String left = vowels(a);
    String right = vowels(b);
    if (left.equals(right)) {
      return true;
    }
    return Math.max(left.length(), right.length()) > 1 && Spelling.within(left, right, 1);
  }

  /// The same of two of some [#vowels].
  static boolean vowelsAgree(Texts vowels, int a, int b, Kernels kernels) {
    boolean any = Math.max(vowels.length(a), vowels.length(b)) > 1;
    return a == b || (any && kernels.edits(vowels, a, b, 1) <= 1);
  }

  /// The vowels of a word as they are heard.
  static String vowels(String word) {
    char[] out = new char[word.length()];
    return new String(out, 0, vowels(word.toCharArray(), word.length(), out));
  }

  /// The same of the first so many letters.
  ///
  /// @param out takes as many
  /// @return how many are written there
  static int vowels(char[] word, int length, char[] out) {
    int end = 0;
    for (int i = 0; i < length; i++) {
      char c = word[i];
      char kind =
          switch (c) {
            case 'a' -> 'a';
            case 'e', 'i', 'y' -> 'i';
            case 'o', 'u', 'w' -> 'u';
            default -> ' ';
          };
      boolean repeated = end > 0 && out[end - 1] == kind && word[i - 1] == c;
      if (kind != ' ' && !repeated) {
        out[end++] = kind;
      }
    }
    return end > 1 && word[length - 1] == 'e' ? end - 1 : end;
  }
}
