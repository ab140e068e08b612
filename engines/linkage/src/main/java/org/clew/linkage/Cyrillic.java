package org.clew.linkage;

/// Cyrillic letters after ICAO 9303, without what only a machine writes. Ukrainian and Belarusian
/// say h where Russian says g.
final class Cyrillic {
  private static final String NOT_RUSSIAN = "іїєґў";

  private Cyrillic() {}

  /// Whether a text has letters that Russian has not and its neighbours to the west have.
  static boolean isUkrainian(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (NOT_RUSSIAN.indexOf(folded.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  static String latin(String word, boolean ukrainian) {
    StringBuilder out = new StringBuilder(word.length() + 4);
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      out.append(letter == 'г' && ukrainian ? "h" : latin(letter));
    }
    return out.toString();
  }

  private static String latin(char letter) {
    return switch (letter) {
      case 'а' -> "a";
      case 'б' -> "b";
      case 'в' -> "v";
      case 'г', 'ґ' -> "g";
      case 'ғ' -> "gh";
      case 'д' -> "d";
      case 'е', 'э', 'є', 'ё' -> "e";
      case 'ж', 'җ' -> "zh";
      case 'з' -> "z";
      case 'и', 'і', 'ї' -> "i";
      case 'й', 'ы' -> "y";
      case 'к', 'қ' -> "k";
      case 'л' -> "l";
      case 'м' -> "m";
      case 'н' -> "n";
      case 'ң' -> "ng";
      case 'о', 'ө' -> "o";
      case 'п' -> "p";
      case 'р' -> "r";
      case 'с' -> "s";
      case 'т' -> "t";
      case 'у', 'ү', 'ў' -> "u";
      case 'ф' -> "f";
      case 'х', 'ҳ', 'һ' -> "kh";
      case 'ц' -> "ts";
      case 'ч' -> "ch";
      case 'ш', 'щ' -> "sh";
      case 'ю' -> "yu";
      case 'я' -> "ya";
      case 'ј' -> "j";
      case 'ә' -> "a";
      case 'ь', 'ъ' -> "";
      default -> String.valueOf(letter);
    };
  }
}
