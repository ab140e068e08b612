package org.clew.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which word of one value stands for which word of the other: strongest pairs first, each word
/// once.
///
/// @param bits of all pairs
/// @param pairs how many words found their other
/// @param leftAsked words asked about that found none
/// @param leftFound words on record that found none
/// @param weakest the weakest way a pair agrees
/// @param frequency records holding the rarest word that found its other
/// @param ordered whether the pairs stand in one order on both sides
record Alignment(
    double bits,
    int pairs,
    List<Word> leftAsked,
    List<Word> leftFound,
    Agreement weakest,
    long frequency,
    Order ordered) {

  enum Order {
    SAME,
    OTHER
  }

  /// How two words compare; nothing where they do not.
  @FunctionalInterface
  interface Comparing {
    @Nullable Outcome compare(Word asked, Word found);
  }

  private record Pair(int asked, int found, Outcome outcome, Word left, Word right) {}

  private static final Comparator<Pair> TEXT =
      Comparator.<Pair, String>comparing(pair -> text(pair.left.text, pair.right.text))
          .thenComparingInt(pair -> pair.asked + pair.found);

  private static final Comparator<Pair> STRONGEST =
      (a, b) -> {
        int bits = Double.compare(b.outcome.bits(), a.outcome.bits());
        return bits != 0 ? bits : TEXT.compare(a, b);
      };

  static Alignment of(List<Word> asked, List<Word> found, Comparing comparing) {
    List<Pair> pairs = new ArrayList<>(Math.min(asked.size(), found.size()) + 2);
    for (int i = 0; i < asked.size(); i++) {
      for (int j = 0; j < found.size(); j++) {
        Outcome outcome = comparing.compare(asked.get(i), found.get(j));
        if (outcome != null) {
          pairs.add(new Pair(i, j, outcome, asked.get(i), found.get(j)));
        }
      }
    }
    if (pairs.size() > 1) {
      pairs.sort(STRONGEST);
    }
    return choose(asked, found, pairs);
  }

  private static String text(String a, String b) {
    return a.equals(b) ? a : a.compareTo(b) < 0 ? a + ' ' + b : b + ' ' + a;
  }

  private static Alignment choose(List<Word> asked, List<Word> found, List<Pair> pairs) {
    boolean[] askedTaken = new boolean[asked.size()];
    boolean[] foundTaken = new boolean[found.size()];
    int[] chosen = new int[asked.size()];
    java.util.Arrays.fill(chosen, -1);
    double bits = 0;
    int count = 0;
    Agreement weakest = Agreement.EXACT;
    long frequency = Long.MAX_VALUE;
    for (Pair pair : pairs) {
      if (askedTaken[pair.asked] || foundTaken[pair.found]) {
        continue;
      }
      askedTaken[pair.asked] = true;
      foundTaken[pair.found] = true;
      chosen[pair.asked] = pair.found;
      bits += pair.outcome.bits();
      count++;
      frequency = Math.min(frequency, pair.outcome.frequency());
      if (pair.outcome.agreement().compareTo(weakest) > 0) {
        weakest = pair.outcome.agreement();
      }
    }
    return new Alignment(
        bits,
        count,
        left(asked, askedTaken),
        left(found, foundTaken),
        weakest,
        count == 0 ? 0 : frequency,
        isOrdered(chosen) ? Order.SAME : Order.OTHER);
  }

  private static List<Word> left(List<Word> words, boolean[] taken) {
    List<Word> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!taken[i]) {
        out.add(words.get(i));
      }
    }
    return out;
  }

  private static boolean isOrdered(int[] chosen) {
    int last = -1;
    for (int each : chosen) {
      if (each >= 0) {
        if (each < last) {
          return false;
        }
        last = each;
      }
    }
    return true;
  }

  boolean isComplete() {
    return leftAsked.isEmpty() && leftFound.isEmpty();
  }
}
