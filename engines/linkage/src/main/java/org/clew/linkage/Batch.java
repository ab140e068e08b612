package org.clew.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/// Links the rows of a list with each other, or of one list with those of another: no labels, no
/// configuration. The same list, settings and judgements give the same result, on however many
/// threads.
///
/// Rows are judged by their numbers: [Judgement#left] is `"0"` for the first.
public final class Batch {

  private Batch() {}

  /// How to link.
  ///
  /// @param region ISO 3166 alpha-2 code of the home region, or an empty string
  /// @param thresholdBits the weight from which a pair is linked; empty to have it chosen
  /// @param seed of what is drawn
  /// @param threads 1 or more
  public record Settings(String region, OptionalDouble thresholdBits, long seed, int threads) {
    public Settings {
      Objects.requireNonNull(region, "region");
      Objects.requireNonNull(thresholdBits, "thresholdBits");
      if (threads < 1) {
        throw new IllegalArgumentException("threads must be 1 or more: " + threads);
      }
    }

    /// All by default, with a home region.
    public static Settings of(String region) {
      return new Settings(region, OptionalDouble.empty(), 1, 1);
    }
  }

  /// Finds which rows of a list are the same.
  ///
  /// Judgements are hard: [Verdict#SAME] joins whatever the evidence says, [Verdict#DIFFERENT]
  /// keeps two rows in different entities even where a chain of links would join them. Where
  /// judgements contradict each other the result says so.
  ///
  /// @param judgements of rows by their numbers; those about absent rows are passed over
  /// @param progress hears how far it has come, and may stop it
  public static Entities dedupe(
      LinkTable table, Settings settings, Collection<Judgement> judgements, Progress progress) {
    return run(table, table.rows(), settings, judgements, progress);
  }

  /// Finds which row of one list is which row of another; each row is linked once at most.
  ///
  /// @param second the number of the first row of the other list
  public static Entities between(
      LinkTable table,
      int second,
      Settings settings,
      Collection<Judgement> judgements,
      Progress progress) {
    if (second < 0 || second > table.rows()) {
      throw new IllegalArgumentException("there is no row " + second);
    }
    return run(table, second, settings, judgements, progress);
  }

  private static Entities run(
      LinkTable table,
      int second,
      Settings settings,
      Collection<Judgement> judgements,
      Progress progress) {
    Judgements judged = new Judgements(judgements, rows(judgements, table.rows()));
    try (Work work = new Work(settings.threads, progress)) {
      work.heard(0, 1);
      Traits traits = new Traits(table, settings.region, second);
      List<Rule> rules = new ArrayList<>();
      if (!Blocking.comparesAll(traits)) {
        rules.addAll(new Rules(traits, settings.seed).choose());
      }
      Pairs pairs = new Blocking(traits, rules, work).compare();
      Chances chances = Chances.of(traits, pairs, settings.seed, work);
      Learning.Learned learned = new Learning(traits, chances, pairs, rules).learn();
      Weights weights = new Weights(traits, chances, learned);
      weights.weigh(pairs, work);
      double threshold = settings.thresholdBits.orElseGet(weights::balance);
      Edges edges = Edges.of(pairs, weights, threshold);
      work.heard(1, 1);
      var model = new Entities.Model(traits, weights, threshold, believed(traits, learned));
      return entities(table, edges, judged, model);
    } catch (Work.Stopped _) {
      return new Entities(table);
    }
  }

  private static Set<String> rows(Collection<Judgement> judgements, int rows) {
    Set<String> out = new HashSet<>();
    for (Judgement each : judgements) {
      for (String row : List.of(each.left(), each.right())) {
        if (row.matches("\\d{1,9}") && Integer.parseInt(row) < rows) {
          out.add(row);
        }
      }
    }
    return out;
  }

  private static List<Kind> believed(Traits traits, Learning.Learned learned) {
    List<Kind> out = new ArrayList<>();
    for (int trait = 0; trait < traits.size(); trait++) {
      if (learned.pairs(trait) < Learning.BELIEF && !out.contains(traits.all.get(trait).kind)) {
        out.add(traits.all.get(trait).kind);
      }
    }
    return List.copyOf(out);
  }

  private static Entities entities(
      LinkTable table, Edges edges, Judgements judged, Entities.Model model) {
    boolean one = model.traits().second == table.rows();
    var sweep = new Sweep(table.rows(), model.traits().size(), model.weights(), model.threshold());
    List<Entities.Pair> pairs = new ArrayList<>(edges.size());
    Set<Long> bound = new HashSet<>();
    for (Judgement same : judged.same()) {
      int left = Integer.parseInt(same.left());
      int right = Integer.parseInt(same.right());
      bound.add((long) Math.min(left, right) << 32 | Math.max(left, right));
      sweep.bind(left, right);
      double weight =
          model.weights().of(left, right, new Kernels(), new double[model.traits().size()]);
      pairs.add(new Entities.Pair(Math.min(left, right), Math.max(left, right), weight));
    }
    for (Judgement different : judged.different()) {
      sweep.keepApart(Integer.parseInt(different.left()), Integer.parseInt(different.right()));
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      int left = edges.left(edge);
      int right = edges.right(edge);
      float weight = edges.weight(edge);
      boolean chosen = true;
      if (one) {
        sweep.join(left, right, weight);
      } else {
        chosen = sweep.pair(left, right, weight);
      }
      if (chosen && (bound.isEmpty() || !bound.contains((long) left << 32 | right))) {
        pairs.add(new Entities.Pair(left, right, weight));
      }
    }
    return new Entities(table, sweep, pairs, judged.contradictions(), model);
  }
}
