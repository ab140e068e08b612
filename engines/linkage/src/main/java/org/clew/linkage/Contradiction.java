package org.clew.linkage;

import java.util.List;

/// Judgements that cannot all hold: a chain of [Verdict#SAME] joins two records that a
/// [Verdict#DIFFERENT] keeps apart. The chain is kept and the `DIFFERENT` set aside until a person
/// settles it.
///
/// @param different the judgement set aside
/// @param same the shortest chain of judgements against it
public record Contradiction(Judgement different, List<Judgement> same) {
  public Contradiction {
    same = List.copyOf(same);
  }
}
