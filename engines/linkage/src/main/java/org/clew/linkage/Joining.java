package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;

/// Words that one writes apart and another together: Noor Jahan and Noorjahan, Wai Yan and Waiyan.
final class Joining {
  private static final int MOST_TOGETHER = 3;
  private static final Word ARTICLE = new Word(Kind.NAME, "el");

  /// What was left over on both sides when words were paired one by one.
  final List<Word> asked;

  final List<Word> found;

  /// Of the words that came together.
  double bits;

  WordMatch weakest = WordMatch.SAME;
  int pairs;

  Joining(List<Word> asked, List<Word> found) {
    this.asked = new ArrayList<>(asked);
    this.found = new ArrayList<>(found);
    while (join(this.asked, this.found) || join(this.found, this.asked)) {
      pairs++;
    }
  }

  /// Brings neighbours of the one side together with a word of the other, if any do.
  private boolean join(List<Word> apart, List<Word> together) {
    for (int count = Math.min(MOST_TOGETHER, apart.size()); count > 1; count--) {
      for (int i = 0; i + count <= apart.size(); i++) {
        for (int j = 0; j < together.size(); j++) {
          List<Word> neighbours = apart.subList(i, i + count);
          if (isAny(neighbours, together.get(j))) {
            apart.subList(i, i + count).clear();
            together.remove(j);
            return true;
          }
        }
      }
    }
    return false;
  }

  /// In either order, and with the article that was left out between two of them.
  private boolean isAny(List<Word> apart, Word together) {
    if (isOne(apart, together) || isOne(apart.reversed(), together)) {
      return true;
    }
    boolean compound = apart.size() == 2 && !apart.getFirst().isMarked();
    return compound && isOne(List.of(apart.getFirst(), ARTICLE, apart.getLast()), together);
  }

  private boolean isOne(List<Word> apart, Word together) {
    int length = 0;
    for (Word word : apart) {
      length += word.latin.length();
    }
    int other = together.latin.length();
    if (length < 4 || length > 2 * other || other > 2 * length) {
      return false;
    }
    WordMatch match = WordMatch.of(joined(apart), together);
    if (match == WordMatch.NONE || match == WordMatch.INITIAL) {
      return false;
    }
    weakest = match.compareTo(weakest) > 0 ? match : weakest;
    double share = together.share;
    bits += match.bits(share);
    return true;
  }

  /// One word of several; what their scripts say of how to read them stays.
  private static Word joined(List<Word> words) {
    StringBuilder out = new StringBuilder();
    String first = words.getFirst().text;
    boolean marked = NameSpelling.isMarked(first);
    out.append(marked ? first.substring(0, 1) : "");
    for (Word word : words) {
      boolean own = word.isMarked() && marked && word.text.charAt(0) == first.charAt(0);
      String text = own ? word.text.substring(1) : word.latin;
      int end = text.indexOf('|');
      out.append(end < 0 ? text : text.substring(0, end));
    }
    return new Word(Kind.NAME, out.toString());
  }
}
