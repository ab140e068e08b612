package org.clew.linkage;

import java.util.List;

/// How two words of names agree, and how much less that is worth than the same word: one judgement
/// for records of an index, lists of whole names and names in columns.
enum WordMatch {
  SAME(Agreement.EXACT, 0),
  OTHER_SCRIPT(Agreement.SAME_IN_ANOTHER_SCRIPT, 0),
  /// Not the usual spelling in Latin letters, but one that sounds the same.
  HEARD_IN_OTHER_SCRIPT(Agreement.SAME_IN_ANOTHER_SCRIPT, 0.25),
  SOUND(Agreement.SOUNDS_ALIKE, 2),
  /// As short as names of one syllable are, of which many sound much the same.
  SHORT_SOUND(Agreement.SOUNDS_ALIKE, 4.5),
  NICKNAME(Agreement.NICKNAME, 4),
  CLOSE(Agreement.CLOSE_SPELLING, 4.5),
  /// A short word has many neighbours: Amina and Amira are two names.
  CLOSE_AND_SHORT(Agreement.CLOSE_SPELLING, 6),
  /// But for the ending that tells a man's name from a woman's.
  OTHER_ENDING(Agreement.CLOSE_SPELLING, 6),
  INITIAL(Agreement.INITIAL, 0),
  NONE(Agreement.DIFFERENT, 0);

  /// An initial is one of some twenty.
  private static final double INITIAL_BITS = 2.5;

  private static final double SAME_M = 0.75;
  private static final double LEAST = 0.05;
  private static final int SHORTEST_OF_FEW_NEIGHBOURS = 7;
  private static final int SHORTEST_OF_SYLLABLES = 5;
  private static final int SHORTEST_LEFT = 3;
  private static final List<String> BEFORE =
      List.of("al", "el", "dela", "delos", "de", "ben", "bin", "bou", "ould");
  private static final List<String> BEHIND = List.of("ul", "ur", "us", "ud");

  private final Agreement agreement;
  private final double loss;

  WordMatch(Agreement agreement, double loss) {
    this.agreement = agreement;
    this.loss = loss;
  }

  Agreement agreement() {
    return agreement;
  }

  /// Bits that words of one name agree in, when the commoner of them is in this share of names.
  double bits(double share) {
    return ofRarity(Model.bits(SAME_M, share));
  }

  /// The same of a word that would be worth so many bits if it were the same.
  double ofRarity(double bits) {
    return switch (this) {
      case NONE -> 0;
      case INITIAL -> INITIAL_BITS;
      default -> Math.max(LEAST, bits - loss);
    };
  }

  static WordMatch of(Word a, Word b) {
    if (a.same(b)) {
      return SAME;
    }
    if (a.isNumber() || b.isNumber()) {
      return NONE;
    }
    if (Math.min(a.latin.length(), b.latin.length()) == 1) {
      return initial(a, b);
    }
    return a.isMarked() || b.isMarked() ? acrossScripts(a, b) : latin(a, b);
  }

  private static WordMatch initial(Word a, Word b) {
    // `Oo` is `ဦး` and Lee `이`, which are u and i.
    WordMatch heard = a.isMarked() || b.isMarked() ? heard(a, b) : NONE;
    if (heard != NONE) {
      return heard;
    }
    return a.latin.charAt(0) == b.latin.charAt(0) ? INITIAL : NONE;
  }

  private static WordMatch latin(Word a, Word b) {
    boolean heard = a.sameSound(b) && a.sound.length() > 1 && Sound.vowelsAgree(a.text, b.text);
    if (heard) {
      return isOtherEnding(a.text, b.text) ? OTHER_ENDING : sound(a, b);
    }
    if (NameGroups.SPELLINGS.share(a.text, b.text)) {
      return SOUND;
    }
    if (NameGroups.NICKNAMES.share(a.text, b.text)) {
      return NICKNAME;
    }
    if (a.echo == b.echo && Echo.isSame(a.readings().getFirst(), b.readings().getFirst())) {
      return isOtherEnding(a.text, b.text) ? OTHER_ENDING : sound(a, b);
    }
    if (a.isClose(b)) {
      return isOtherEnding(a.text, b.text) ? OTHER_ENDING : close(a, b);
    }
    return isSameWithoutArticle(a.text, b.text) ? SOUND : NONE;
  }

  private static WordMatch sound(Word a, Word b) {
    return Math.min(a.latin.length(), b.latin.length()) < SHORTEST_OF_SYLLABLES
        ? SHORT_SOUND
        : SOUND;
  }

  private static WordMatch close(Word a, Word b) {
    return Math.min(a.latin.length(), b.latin.length()) < SHORTEST_OF_FEW_NEIGHBOURS
        ? CLOSE_AND_SHORT
        : CLOSE;
  }

  /// Karim and Karima, Mario and Maria.
  private static boolean isOtherEnding(String a, String b) {
    String longer = a.length() >= b.length() ? a : b;
    String shorter = longer.equals(a) ? b : a;
    int last = longer.length() - 1;
    if (last < 3 || "ao".indexOf(longer.charAt(last)) < 0) {
      return false;
    }
    String stem = longer.substring(0, last);
    return shorter.equals(stem)
        || (shorter.length() == longer.length()
            && shorter.startsWith(stem)
            && "ao".indexOf(shorter.charAt(last)) >= 0);
  }

  /// Alkhatib and Khatib, Delacruz and Cruz, Habibur and Habib: the article written as a part of
  /// the name.
  private static boolean isSameWithoutArticle(String a, String b) {
    String longer = a.length() > b.length() ? a : b;
    String shorter = longer.equals(a) ? b : a;
    int more = longer.length() - shorter.length();
    if (more < 2 || shorter.length() < SHORTEST_LEFT) {
      return false;
    }
    return longer.endsWith(shorter)
        ? BEFORE.contains(longer.substring(0, more))
        : longer.startsWith(shorter) && BEHIND.contains(longer.substring(shorter.length()));
  }

  private static boolean isHeardWithoutArticle(Word marked, String latin) {
    for (String article : BEFORE) {
      if (latin.startsWith(article) && latin.length() >= article.length() + SHORTEST_LEFT) {
        NameSpelling bare = NameSpelling.latin(latin.substring(article.length()));
        if (Echo.likeness(marked.readings().getFirst(), bare) == Echo.Likeness.SAME) {
          return true;
        }
      }
    }
    return false;
  }

  private static WordMatch acrossScripts(Word a, Word b) {
    WordMatch heard = heard(a, b);
    if (heard == OTHER_SCRIPT || heard == HEARD_IN_OTHER_SCRIPT) {
      return heard;
    }
    Word marked = a.isMarked() ? a : b;
    Word other = a.isMarked() ? b : a;
    if (!other.isMarked()) {
      boolean one =
          marked.sound.length() > 2
              && NameGroups.SPELLINGS.shareUnvoweled(marked.sound, other.latin);
      if (one) {
        return SOUND;
      }
      if (NameGroups.NICKNAMES.share(marked.latin, other.latin)) {
        return NICKNAME;
      }
      if (isAbjad(marked) && isHeardWithoutArticle(marked, other.latin)) {
        return HEARD_IN_OTHER_SCRIPT;
      }
    } else if (NameGroups.NICKNAMES.share(a.latin, b.latin)) {
      return NICKNAME;
    }
    return heard;
  }

  private static WordMatch heard(Word a, Word b) {
    WordMatch best = NONE;
    for (NameSpelling left : a.readings()) {
      for (NameSpelling right : b.readings()) {
        WordMatch match = heard(left, right, a, b);
        best = match.compareTo(best) < 0 ? match : best;
      }
    }
    return best;
  }

  private static WordMatch heard(NameSpelling left, NameSpelling right, Word a, Word b) {
    boolean voweled = !left.isAbjad() && !right.isAbjad();
    if (voweled && left.latin().equals(right.latin())) {
      return OTHER_SCRIPT;
    }
    return left.isListed() || right.isListed() ? NONE : of(Echo.likeness(left, right), a, b);
  }

  private static boolean isAbjad(Word word) {
    return word.readings().getFirst().isAbjad();
  }

  private static WordMatch of(Echo.Likeness likeness, Word a, Word b) {
    return switch (likeness) {
      case SAME ->
          isOtherEnding(a.latin, b.latin) && !isAbjad(a) && !isAbjad(b)
              ? OTHER_ENDING
              : HEARD_IN_OTHER_SCRIPT;
      case CLOSE -> close(a, b);
      case OTHER -> NONE;
    };
  }
}
