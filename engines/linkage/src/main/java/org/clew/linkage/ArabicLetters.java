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

  /// The bare word in Latin letters.
  static String latin(String bare) {
    StringBuilder out = new StringBuilder(bare.length() + 4);
    for (int i = 0; i < bare.length(); i++) {
      out.append(latin(bare.charAt(i)));
    }
    return out.toString();
  }

  private static String latin(char letter) {
    return switch (letter) {
      case 'ا', 'ع' -> "a";
      case 'ب' -> "b";
      case 'پ' -> "p";
      case 'ت', 'ط', 'ٹ', 'ث' -> "t";
      case 'ج', 'ژ' -> "j";
      case 'چ', 'ش' -> "sh";
      case 'ح', 'ه' -> "h";
      case 'خ' -> "kh";
      case 'د', 'ذ', 'ض', 'ڈ' -> "d";
      case 'ر', 'ڑ' -> "r";
      case 'ز', 'ظ' -> "z";
      case 'س', 'ص' -> "s";
      case 'غ', 'گ' -> "g";
      case 'ف' -> "f";
      case 'ق', 'ك' -> "k";
      case 'ل' -> "l";
      case 'م' -> "m";
      case 'ن', 'ں' -> "n";
      case 'و', 'ؤ' -> "w";
      case 'ي' -> "y";
      case 'ة', 'ء', 'ئ' -> "";
      default -> String.valueOf(letter);
    };
  }
}
