package org.clew.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which words of two names stand for each other, one by one or several for one that is written
/// together: first those that are the same, then those that are only close.
///
/// @param bits of all that came together
/// @param pairs how often words came together
/// @param weakest the weakest way they agree
/// @param frequency records holding the rarest word that found its other
record Paired(
    double bits,
    int pairs,
    List<Word> leftAsked,
    List<Word> leftFound,
    Agreement weakest,
    long frequency,
    Alignment.Order ordered) {

  static Paired of(List<Word> asked, List<Word> found, Alignment.Comparing comparing) {
    if (asked.size() == found.size()) {
      Alignment all = Alignment.of(asked, found, comparing);
      if (all.isComplete() || all.leftAsked().size() < 2) {
        return of(all);
      }
    }
    Alignment same = Alignment.of(asked, found, (a, b) -> surely(a, b, comparing));
    if (same.isComplete()) {
      return of(same);
    }
    Joining joining = new Joining(same.leftAsked(), same.leftFound());
    Alignment rest = Alignment.of(joining.asked, joining.found, comparing);
    long frequency = Math.min(rarest(same), rarest(rest));
    return new Paired(
        same.bits() + joining.bits + rest.bits(),
        same.pairs() + joining.pairs + rest.pairs(),
        rest.leftAsked(),
        rest.leftFound(),
        weaker(joining.weakest.agreement(), weaker(same.weakest(), rest.weakest())),
        frequency == Long.MAX_VALUE ? 0 : frequency,
        rest.pairs() == 0 ? same.ordered() : Alignment.Order.OTHER);
  }

  private static Paired of(Alignment all) {
    return new Paired(
        all.bits(),
        all.pairs(),
        all.leftAsked(),
        all.leftFound(),
        all.weakest(),
        all.frequency(),
        all.ordered());
  }

  private static long rarest(Alignment aligned) {
    return aligned.pairs() == 0 ? Long.MAX_VALUE : aligned.frequency();
  }

  private static Agreement weaker(Agreement a, Agreement b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static @Nullable Outcome surely(Word a, Word b, Alignment.Comparing comparing) {
    Outcome outcome = comparing.compare(a, b);
    if (outcome == null) {
      return null;
    }
    return switch (outcome.agreement()) {
      case EXACT, SAME_IN_ANOTHER_SCRIPT, SOUNDS_ALIKE -> outcome;
      default -> null;
    };
  }

  boolean isComplete() {
    return leftAsked.isEmpty() && leftFound.isEmpty();
  }
}
