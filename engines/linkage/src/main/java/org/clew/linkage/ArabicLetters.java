package org.clew.linkage;

/// Arabic, Persian and Urdu letters: without vowel signs and with one form for letters that writers
/// use for each other, and as Latin consonants.
final class ArabicLetters {
  private ArabicLetters() {}

  /// The word without vowel signs and lengthening, alef and ya in one form each.
  static String bare(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (Character.getType(letter) == Character.NON_SPACING_MARK || letter == 'ـ') {
        continue;
      }
      out.append(
          switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی', 'ې', 'ے' -> 'ي';
            case 'ک' -> 'ك';
            case 'ہ', 'ھ', 'ۀ' -> 'ه';
            default -> letter;
          });
    }
    return out.toString();
  }

  /// The bare word letter by letter, with capitals for what has no one Latin letter or may be a
  /// vowel: `A` alef, `W` waw, `Y` ya, `E` ain, `H` ta marbuta, `K` kha, `S` shin, `C` cheh, `Z`
  /// zheh, `G` ghain, `X` tha, `V` dhal and dad, `Q` za.
  static String code(String bare) {
    StringBuilder out = new StringBuilder(bare.length() + 4);
    for (int i = 0; i < bare.length(); i++) {
      out.append(code(bare.charAt(i)));
    }
    return out.toString();
  }

  /// What such a code is in Latin letters.
  static String latin(String code) {
    StringBuilder out = new StringBuilder(code.length() + 4);
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      out.append(
          switch (c) {
            case 'A', 'E' -> "a";
            case 'W' -> "w";
            case 'Y' -> "y";
            case 'H' -> "";
            case 'K' -> "kh";
            case 'S', 'C' -> "sh";
            case 'Z' -> "j";
            case 'G' -> "g";
            case 'X' -> "t";
            case 'V' -> "d";
            case 'Q' -> "z";
            case 'q' -> "k";
            default -> String.valueOf(c);
          });
    }
    return out.toString();
  }

  private static String code(char letter) {
    return switch (letter) {
      case 'ا' -> "A";
      case 'ع' -> "E";
      case 'ب' -> "b";
      case 'پ' -> "p";
      case 'ت', 'ط', 'ٹ' -> "t";
      case 'ث' -> "X";
      case 'ج' -> "j";
      case 'ژ' -> "Z";
      case 'چ' -> "C";
      case 'ش' -> "S";
      case 'ح', 'ه' -> "h";
      case 'خ' -> "K";
      case 'د', 'ڈ' -> "d";
      case 'ذ', 'ض' -> "V";
      case 'ر', 'ڑ' -> "r";
      case 'ز' -> "z";
      case 'ظ' -> "Q";
      case 'س', 'ص' -> "s";
      case 'غ' -> "G";
      case 'گ' -> "g";
      case 'ف' -> "f";
      case 'ق' -> "q";
      case 'ك' -> "k";
      case 'ل' -> "l";
      case 'م' -> "m";
      case 'ن', 'ں' -> "n";
      case 'و', 'ؤ' -> "W";
      case 'ي', 'ئ' -> "Y";
      case 'ة' -> "H";
      case 'ء' -> "";
      default -> String.valueOf(letter);
    };
  }
}
