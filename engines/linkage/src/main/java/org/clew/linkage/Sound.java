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
    StringBuilder out = new StringBuilder(word.length());
    int length = word.length();
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      char next = i + 1 < length ? word.charAt(i + 1) : ' ';
      int taken = digraph(c, next, out);
      if (taken > 0) {
        i += taken;
      } else if (isVowel(c)) {
        if (i == 0) {
          out.append(glides(c, next) ? 'y' : 'a');
        }
      } else {
        single(c, next, i, out);
      }
    }
    return collapse(out);
  }

  /// Whether a word begins as if with a y: passports write Юлия as Iuliia, most people Yulia.
  private static boolean glides(char first, char next) {
    return first == 'i' && isVowel(next) && next != 'i';
  }

  /// Writes what two letters sound as together; how many letters beyond the first were used.
  private static int digraph(char c, char next, StringBuilder out) {
    char sound =
        switch (c) {
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
    if (sound == ' ') {
      return 0;
    }
    out.append(sound);
    return 1;
  }

  private static void single(char c, char next, int at, StringBuilder out) {
    switch (c) {
      case 'c' -> out.append(next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
      case 'q' -> out.append('k');
      case 'x' -> out.append("ks");
      case 'z' -> out.append('s');
      case 'w' -> {
        if (at == 0) {
          out.append('v');
        }
      }
      case 'y' -> {
        if (at == 0) {
          out.append('y');
        }
      }
      case 'h' -> {
        if (next != ' ') {
          out.append('h');
        }
      }
      default -> out.append(c);
    }
  }

  private static String collapse(StringBuilder sound) {
    StringBuilder out = new StringBuilder(sound.length());
    for (int i = 0; i < sound.length(); i++) {
      if (i == 0 || sound.charAt(i) != sound.charAt(i - 1)) {
        out.append(sound.charAt(i));
      }
    }
    return out.toString();
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
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char kind =
          switch (c) {
            case 'a' -> 'a';
            case 'e', 'i', 'y' -> 'i';
            case 'o', 'u', 'w' -> 'u';
            default -> ' ';
          };
      boolean repeated = !out.isEmpty() && out.charAt(out.length() - 1) == kind;
      if (kind != ' ' && !(repeated && i > 0 && word.charAt(i - 1) == c)) {
        out.append(kind);
      }
    }
    if (out.length() > 1 && word.endsWith("e")) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }
}
