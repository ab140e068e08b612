package org.clew.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clew.linkage.Judgement;
import org.clew.linkage.Link;
import org.clew.linkage.Match;
import org.clew.linkage.Verdict;
import org.jspecify.annotations.Nullable;

/// Which rows are one: the links that hold them together.
final class LinkEntities {

  private static final Comparator<Link> STRONGEST =
      Comparator.<Link>comparingDouble(link -> -link.match().weight())
          .thenComparing(Link::left)
          .thenComparing(Link::right);

  private final int[] parents;
  private final @Nullable Match[] strongest;

  LinkEntities(int rows) {
    parents = IntStream.range(0, rows).toArray();
    strongest = new Match[rows];
  }

  void join(Link link) {
    int left = LinkInput.number(link.left());
    int right = LinkInput.number(link.right());
    int one = first(left);
    int other = first(right);
    parents[Math.max(one, other)] = Math.min(one, other);
    for (int row : new int[] {left, right}) {
      Match before = strongest[row];
      if (before == null || before.weight() < link.match().weight()) {
        strongest[row] = link.match();
      }
    }
  }

  /// The first row of the entity a row is in.
  int first(int row) {
    int here = row;
    while (parents[here] != here) {
      parents[here] = parents[parents[here]];
      here = parents[here];
    }
    return here;
  }

  /// The strongest link that holds a row in its entity.
  Optional<Match> strongest(int row) {
    return Optional.ofNullable(strongest[row]);
  }

  long count() {
    return IntStream.range(0, parents.length).filter(row -> first(row) == row).count();
  }

  /// Of links from one source to another those that give each row one other at most: what was
  /// judged to be one first, then the strongest; never what was judged not to be.
  static List<Link> oneToOne(List<Link> links, List<Judgement> judgements) {
    Set<List<String>> same = pairs(judgements, Verdict.SAME);
    Set<List<String>> different = pairs(judgements, Verdict.DIFFERENT);
    List<Link> sorted = new ArrayList<>(links);
    sorted.sort(
        Comparator.<Link, Boolean>comparing(link -> !same.contains(pair(link)))
            .thenComparing(STRONGEST));
    Set<String> taken = new HashSet<>();
    var chosen = new ArrayList<Link>();
    for (Link link : sorted) {
      if (!different.contains(pair(link))
          && !taken.contains(link.left())
          && !taken.contains(link.right())) {
        taken.addAll(List.of(link.left(), link.right()));
        chosen.add(link);
      }
    }
    chosen.sort(STRONGEST);
    return chosen;
  }

  private static Set<List<String>> pairs(List<Judgement> judgements, Verdict verdict) {
    var pairs = new HashSet<List<String>>();
    for (Judgement judgement : judgements) {
      if (judgement.verdict() == verdict) {
        pairs.add(pair(judgement.left(), judgement.right()));
      }
    }
    return pairs;
  }

  private static List<String> pair(Link link) {
    return pair(link.left(), link.right());
  }

  private static List<String> pair(String one, String other) {
    String[] both = {one, other};
    Arrays.sort(both);
    return List.of(both);
  }
}
