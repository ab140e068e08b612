package org.clew.meaning;

import java.util.ArrayList;
import java.util.List;

/// The passages of a text, one after another, each beginning before the last has ended.
///
/// @param all none where the text holds no word and no sign
/// @param isWhole whether they reach to the text's end
public record Passages(List<Passage> all, boolean isWhole) {

  /// The most word pieces of a passage, with the one that begins it and the one that ends it.
  public static final int LONGEST = 256;

  /// The most word pieces of a text that are read: some 15,000 words, or 30 pages.
  public static final int MOST_PIECES = 20_000;

  /// From how many pieces on a passage may end where a sentence or a word does.
  private static final int SHORTEST = LONGEST / 2;

  /// How many pieces two passages have in common, at most.
  private static final int COMMON = LONGEST / 4;

  private static final String ENDS = ".!?…。！？؟।";

  public Passages {
    all = List.copyOf(all);
  }

  /// Cuts a text.
  ///
  /// @param around the pieces that stand before and after a passage, and the one for unknown words
  static Passages of(String text, Pieces pieces, Around around) {
    var cut = new Cut(text, pieces, around);
    List<Passage> all = new ArrayList<>();
    int begin = 0;
    while (begin < pieces.count()) {
      int end = cut.end(begin);
      all.add(cut.passage(begin, end));
      begin = end == pieces.count() ? end : cut.next(end);
    }
    return new Passages(all, pieces.isWhole());
  }

  /// Pieces of the vocabulary that are no words.
  record Around(int before, int after, int unknown) {}

  private record Cut(String text, Pieces pieces, Around around) {

    int end(int begin) {
      int latest = begin + LONGEST - 2;
      if (latest >= pieces.count()) {
        return pieces.count();
      }
      int word = latest;
      for (int i = latest; i > begin + SHORTEST; i--) {
        if (beginsSentence(i)) {
          return i;
        }
        if (word == latest && !pieces.get(word).beginsWord() && pieces.get(i).beginsWord()) {
          word = i;
        }
      }
      return word;
    }

    int next(int end) {
      int word = end;
      for (int i = end - COMMON; i < end; i++) {
        if (beginsSentence(i)) {
          return i;
        }
        if (word == end && pieces.get(i).beginsWord()) {
          word = i;
        }
      }
      return word;
    }

    private boolean beginsSentence(int piece) {
      int before = pieces.get(piece - 1).to();
      int here = pieces.get(piece).from();
      return pieces.get(piece).beginsWord()
          && here > before
          && (ENDS.indexOf(text.charAt(before - 1)) >= 0
              || text.substring(before, here).indexOf('\n') >= 0);
    }

    Passage passage(int begin, int end) {
      long[] ids = new long[end - begin + 2];
      boolean known = false;
      ids[0] = around.before();
      for (int i = begin; i < end; i++) {
        ids[i - begin + 1] = pieces.get(i).id();
        known |= pieces.get(i).id() != around.unknown();
      }
      ids[ids.length - 1] = around.after();
      int from = pieces.get(begin).from();
      int to = end < pieces.count() ? pieces.get(end).from() : pieces.get(end - 1).to();
      return new Passage(
          from, from + text.substring(from, to).stripTrailing().length(), ids, known);
    }
  }
}
