package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what a person should look at, and in which order.
final class Review {
  /// A wrong link counts as much as so many missed ones, as by [Weights#balance].
  private static final double WRONG = 3;

  /// A link of so many bits is not in doubt whatever hangs on it.
  private static final double CERTAIN = 40;

  private static final int MOST_SIZES = 1_000;

  /// What is less likely to change anything is not asked.
  private static final double LEAST = 0.01;

  private static final Comparator<Question> ORDER =
      Comparator.comparingDouble((Question each) -> -each.worth())
          .thenComparingInt(Question::left)
          .thenComparingInt(Question::right);

  private final Entities entities;
  private final Entities.Model model;
  private final int[] sizes;
  private final int[] judged;
  private final Set<Long> settled = new HashSet<>();

  Review(Entities entities, Entities.Model model) {
    this.entities = entities;
    this.model = model;
    sizes = new int[model.traits().rows];
    for (int row = 0; row < sizes.length; row++) {
      sizes[entities.first(row)]++;
    }
    judged = new int[sizes.length];
    Arrays.setAll(judged, row -> row);
    for (Judgement same : model.judged().same()) {
      judged[Sweep.root(judged, number(same.left()))] = Sweep.root(judged, number(same.right()));
    }
    for (Judgement different : model.judged().different()) {
      settle(
          Sweep.root(judged, number(different.left())),
          Sweep.root(judged, number(different.right())));
    }
    for (Judgement unsure : model.judged().unsure()) {
      settle(number(unsure.left()), number(unsure.right()));
    }
  }

  private static int number(String row) {
    return Integer.parseInt(row);
  }

  private void settle(int a, int b) {
    settled.add(key(a, b));
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /// Whether judgements decide a pair already, or nobody could.
  private boolean isSettled(int left, int right) {
    int a = Sweep.root(judged, left);
    int b = Sweep.root(judged, right);
    return a == b || settled.contains(key(a, b)) || settled.contains(key(left, right));
  }

  /// By first row of an entity, how many rows it has.
  int[] sizes() {
    return sizes;
  }

  /// All, the most worth first.
  List<Question> questions() {
    List<Question> out = new ArrayList<>();
    linked(out);
    between(entities.pairs(), Question.Why.HELD_APART, out);
    between(model.compared().below(), Question.Why.JUST_BELOW, out);
    rivals(out);
    out.removeIf(each -> each.worth() < LEAST || isSettled(each.left(), each.right()));
    out.sort(ORDER);
    return out;
  }

  /// Links as they joined one group with another, strongest first, in entities that hold a link
  /// which may be in doubt. A link beside which others join the same groups is worth its own pair;
  /// the only one is worth all pairs across.
  private void linked(List<Question> out) {
    List<Entities.Pair> pairs = entities.pairs();
    int[] links = doubtful(pairs);
    Bridges bridges = new Bridges(entities, sizes, links);
    int[] parents = new int[bridges.rowCount()];
    Arrays.setAll(parents, row -> row);
    for (int link = 0; link < links.length; link++) {
      int a = Sweep.root(parents, bridges.left(link));
      int b = Sweep.root(parents, bridges.right(link));
      if (a != b) {
        parents[a] = b;
        Entities.Pair pair = pairs.get(links[link]);
        int left = bridges.leftOf(link);
        int right = left == 0 ? 0 : sizes[entities.first(pair.left())] - left;
        linked(pair, left, right, out);
      }
    }
  }

  private static void linked(Entities.Pair pair, int left, int right, List<Question> out) {
    double across = Math.max(1, (double) left * right);
    double worth = across * WRONG / (1 + Math.pow(2, pair.weight()));
    if (worth < LEAST) {
      return;
    }
    boolean only = left + right > 2;
    Question.Why why = only ? Question.Why.ONLY_LINK : Question.Why.JUST_LINKED;
    int leftRows = Math.max(1, left);
    int rightRows = Math.max(1, right);
    out.add(
        new Question(pair.left(), pair.right(), pair.weight(), why, leftRows, rightRows, worth));
  }

  /// The numbers of all links of entities that hold one which, were it the only one, would be worth
  /// asking about.
  private int[] doubtful(List<Entities.Pair> pairs) {
    BitSet inDoubt = new BitSet(sizes.length);
    double[] doubts = new double[MOST_SIZES + 1];
    for (int size = 0; size < MOST_SIZES; size++) {
      double across = size * (double) size / 4;
      doubts[size] = Math.log(WRONG * across / LEAST) / Math.log(2);
    }
    doubts[MOST_SIZES] = CERTAIN;
    for (Entities.Pair pair : pairs) {
      int first = entities.first(pair.left());
      if (pair.weight() < CERTAIN
          && pair.weight() < doubts[Math.min(sizes[first], MOST_SIZES)]
          && first == entities.first(pair.right())) {
        inDoubt.set(first);
      }
    }
    int[] out = new int[pairs.size()];
    int count = 0;
    for (int number = 0; number < out.length; number++) {
      int first = entities.first(pairs.get(number).left());
      if (inDoubt.get(first) && first == entities.first(pairs.get(number).right())) {
        out[count++] = number;
      }
    }
    return Arrays.copyOf(out, count);
  }

  /// Pairs of two entities, of each two the strongest.
  private void between(List<Entities.Pair> pairs, Question.Why why, List<Question> out) {
    Set<Long> seen = new HashSet<>();
    for (Entities.Pair pair : pairs) {
      int a = entities.first(pair.left());
      int b = entities.first(pair.right());
      if (a != b && seen.add(key(a, b))) {
        double one = 1 / (1 + Math.pow(2, -pair.weight()));
        double across = (double) sizes[a] * sizes[b];
        out.add(
            new Question(
                pair.left(), pair.right(), pair.weight(), why, sizes[a], sizes[b], one * across));
      }
    }
  }

  /// Between two lists a row is linked once: how likely another that fits nearly as well is the
  /// one.
  private void rivals(List<Question> out) {
    if (entities.rivals().isEmpty()) {
      return;
    }
    Map<Integer, Double> chosen = new HashMap<>();
    for (Entities.Pair pair : entities.pairs()) {
      chosen.merge(pair.left(), pair.weight(), Math::max);
      chosen.merge(pair.right(), pair.weight(), Math::max);
    }
    for (Entities.Pair pair : entities.rivals()) {
      double best =
          Math.max(chosen.getOrDefault(pair.left(), 0.0), chosen.getOrDefault(pair.right(), 0.0));
      double one = 1 / (1 + Math.pow(2, best - pair.weight()) + Math.pow(2, -pair.weight()));
      out.add(
          new Question(pair.left(), pair.right(), pair.weight(), Question.Why.RIVAL, 1, 1, one));
    }
  }
}
