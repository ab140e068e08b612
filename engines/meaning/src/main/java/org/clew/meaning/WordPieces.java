package org.clew.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clew.meaning.Pieces.Piece;

/// Cuts texts into word pieces as uncased BERT does (Devlin et al. 2019; WordPiece: Wu et al.
/// 2016): small letters without accents, signs by themselves, and of each word the longest piece
/// that the vocabulary has, then of what is left the longest again. A word that cannot be made up
/// of pieces is one unknown piece.
final class WordPieces {

  static final String UNKNOWN = "[UNK]";

  private static final String INSIDE = "##";
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int unknown;

  /// @param vocabulary the number of each piece; pieces inside words begin with `##`
  WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    this.unknown = vocabulary.getOrDefault(UNKNOWN, 0);
  }

  /// Cuts a text.
  ///
  /// @param most after so many pieces nothing more is read, but for the word begun
  Pieces cut(String text, int most) {
    return new Cut(text).pieces(most);
  }

  /// One text on its way to being cut.
  private final class Cut {
    private final String text;
    private final List<Piece> all = new ArrayList<>();

    /// The word so far, and where each of its UTF-16 units stands in the text.
    private final StringBuilder word = new StringBuilder();

    private final int[] start = new int[2 * LONGEST_WORD + 2];
    private final int[] end = new int[2 * LONGEST_WORD + 2];
    private int signs;
    private int wordStart;
    private int wordEnd;

    Cut(String text) {
      this.text = text;
    }

    Pieces pieces(int most) {
      int at = 0;
      while (at < text.length() && all.size() < most) {
        int sign = text.codePointAt(at);
        int next = at + Character.charCount(sign);
        read(sign, at, next);
        at = next;
      }
      endWord();
      return new Pieces(all, at == text.length());
    }

    private void read(int sign, int at, int next) {
      if (isSpace(sign)) {
        endWord();
      } else if (isIdeograph(sign)) {
        alone(decomposed(sign).codePointAt(0), at, next);
      } else if (sign < 0x80) {
        plain(sign, at, next);
      } else if (!isDropped(sign)) {
        decomposed(sign)
            .codePoints()
            .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
            .forEach(each -> plain(each, at, next));
      }
    }

    private void plain(int sign, int at, int next) {
      if (isPunctuation(sign)) {
        alone(sign, at, next);
      } else if (!isDropped(sign)) {
        add(Character.toLowerCase(sign), at, next);
      }
    }

    private void alone(int sign, int at, int next) {
      endWord();
      add(sign, at, next);
      endWord();
    }

    private void add(int sign, int at, int next) {
      if (signs == 0) {
        wordStart = at;
      }
      wordEnd = next;
      signs++;
      if (signs <= LONGEST_WORD) {
        Arrays.fill(start, word.length(), word.length() + 2, at);
        Arrays.fill(end, word.length(), word.length() + 2, next);
        word.appendCodePoint(sign);
      }
    }

    private void endWord() {
      if (signs == 0) {
        return;
      }
      int before = all.size();
      boolean known = signs <= LONGEST_WORD;
      int at = 0;
      while (known && at < word.length()) {
        int piece = longest(at);
        known = piece > at;
        if (known) {
          all.add(new Piece(id(at, piece), start[at], end[piece - 1], at == 0));
          at = piece;
        }
      }
      if (!known) {
        all.subList(before, all.size()).clear();
        all.add(new Piece(unknown, wordStart, wordEnd, true));
      }
      word.setLength(0);
      signs = 0;
    }

    /// Where the longest piece ends that begins here; here itself where there is none.
    private int longest(int at) {
      int piece = word.length();
      while (piece > at && !vocabulary.containsKey(written(at, piece))) {
        piece = word.offsetByCodePoints(piece, -1);
      }
      return piece;
    }

    private int id(int at, int piece) {
      return vocabulary.getOrDefault(written(at, piece), unknown);
    }

    private String written(int at, int piece) {
      return at == 0 ? word.substring(at, piece) : INSIDE + word.substring(at, piece);
    }
  }

  private static String decomposed(int sign) {
    return Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD);
  }

  private static boolean isSpace(int sign) {
    return sign == '\t' || sign == '\n' || sign == '\r' || Character.isSpaceChar(sign);
  }

  /// Controls, marks of direction and the like, and what stands for a character that was lost.
  private static boolean isDropped(int sign) {
    return sign == 0xFFFD
        || switch (Character.getType(sign)) {
          case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE ->
              true;
          default -> false;
        };
  }

  private static boolean isPunctuation(int sign) {
    if (sign < 0x80) {
      return sign > ' ' && sign < 0x7F && !Character.isLetterOrDigit(sign);
    }
    return switch (Character.getType(sign)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /// Signs of Chinese, each a word, in the blocks that BERT counts.
  private static boolean isIdeograph(int sign) {
    return (sign >= 0x4E00 && sign <= 0x9FFF)
        || (sign >= 0x3400 && sign <= 0x4DBF)
        || (sign >= 0x20000 && sign <= 0x2A6DF)
        || (sign >= 0x2A700 && sign <= 0x2B73F)
        || (sign >= 0x2B740 && sign <= 0x2B81F)
        || (sign >= 0x2B920 && sign <= 0x2CEAF)
        || (sign >= 0xF900 && sign <= 0xFAFF)
        || (sign >= 0x2F800 && sign <= 0x2FA1F);
  }
}
