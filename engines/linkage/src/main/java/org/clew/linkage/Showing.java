package org.clew.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.linkage.Findings.Pair.Why;

/// Chooses a few pairs to look at: of each kind those that differ most in how their fields agree.
final class Showing {
  private static final int EACH = 4;
  private static final int LOOKED_AT = 2_000;

  private final Entities entities;
  private final Entities.Model model;
  private final List<Question> questions;
  private final List<Findings.Pair> out = new ArrayList<>();
  private final Set<Long> taken = new HashSet<>();

  Showing(Entities entities, Entities.Model model, List<Question> questions) {
    this.questions = questions;
    this.entities = entities;
    this.model = model;
  }

  List<Findings.Pair> pairs() {
    List<Entities.Pair> linked = entities.pairs();
    asked(Question.Why.ONLY_LINK, Why.ONLY_LINK);
    asked(Question.Why.HELD_APART, Why.HELD_APART);
    asked(Question.Why.RIVAL, Why.RIVAL);
    take(linked.reversed(), Why.JUST_LINKED);
    take(model.compared().below(), Why.JUST_BELOW);
    take(linked, Why.STRONGEST);
    take(linked.subList(linked.size() / 2, linked.size()), Why.MIDDLING);
    out.sort((a, b) -> a.why().compareTo(b.why()));
    return out;
  }

  private void asked(Question.Why asked, Why why) {
    take(
        questions.stream()
            .limit(LOOKED_AT)
            .filter(question -> question.why() == asked)
            .map(each -> new Entities.Pair(each.left(), each.right(), each.weight()))
            .toList(),
        why);
  }

  /// The first few, each with a pattern of its own where there is such.
  private void take(List<Entities.Pair> pairs, Why why) {
    Set<Long> patterns = new HashSet<>();
    Kernels kernels = new Kernels();
    int count = 0;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < Math.min(LOOKED_AT, pairs.size()) && count < EACH; i++) {
        Entities.Pair pair = pairs.get(i);
        long rows = (long) pair.left() << 32 | pair.right();
        long pattern = model.traits().pattern(pair.left(), pair.right(), kernels);
        if (!taken.contains(rows) && (round == 1 || patterns.add(pattern))) {
          taken.add(rows);
          count++;
          Match match = entities.explain(pair.left(), pair.right());
          out.add(new Findings.Pair(pair.left(), pair.right(), why, match));
        }
      }
    }
  }
}
