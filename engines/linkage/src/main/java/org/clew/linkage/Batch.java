package org.clew.linkage;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Links the rows of a list with each other, or of one list with those of another: no labels, no
/// configuration. The same list, settings and judgements give the same result, on however many
/// threads.
///
/// Rows are judged by their numbers: [Judgement#left] is `"0"` for the first.
public final class Batch {

  /// So many pairs that lost to another are remembered.
  private static final int MOST_RIVALS = 2_000;

  /// One link in so many may be missed.
  private static final int MOST_MISSED = 1_000;

  /// Links whose rows are looked at in one go.
  private static final int AT_A_TIME = 128;

  private Batch() {}

  /// How to link.
  ///
  /// @param region ISO 3166 alpha-2 code of the home region, or an empty string
  /// @param thresholdBits the weight from which a pair is linked, from -[LinkModel#MOST_BITS] to
  ///   [LinkModel#MOST_BITS]; empty to have it chosen
  /// @param seed of what is drawn
  /// @param threads 1 or more
  /// @param model what was learned before, so that nothing is learned from this list; null to learn
  public record Settings(
      String region,
      OptionalDouble thresholdBits,
      long seed,
      int threads,
      @Nullable LinkModel model) {
    public Settings {
      Objects.requireNonNull(region, "region");
      if (!(Math.abs(thresholdBits.orElse(0)) <= LinkModel.MOST_BITS)) {
        throw new IllegalArgumentException("no threshold: " + thresholdBits);
      }
      if (threads < 1) {
        throw new IllegalArgumentException("threads must be 1 or more: " + threads);
      }
    }

    /// To learn from the list itself.
    public Settings(String region, OptionalDouble thresholdBits, long seed, int threads) {
      this(region, thresholdBits, seed, threads, null);
    }

    /// The same, with what was learned before.
    public Settings with(LinkModel learned) {
      return new Settings(region, thresholdBits, seed, threads, learned);
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
  /// @throws ModelRefused when a model is given that was learned from other columns
  /// @throws ListTooLarge when more would have to be held at once than can be
  public static Entities dedupe(
      LinkTable table, Settings settings, Collection<Judgement> judgements, Progress progress) {
    return run(table, table.rows(), settings, judgements, progress);
  }

  /// Finds which row of one list is which row of another; each row is linked once at most.
  ///
  /// @param second the number of the first row of the other list; where either list has no row,
  ///   every row is alone
  /// @throws ModelRefused when a model is given that was learned from other columns
  /// @throws ListTooLarge when more would have to be held at once than can be
  public static Entities between(
      LinkTable table,
      int second,
      Settings settings,
      Collection<Judgement> judgements,
      Progress progress) {
    if (second < 0 || second > table.rows()) {
      throw new IllegalArgumentException("there is no row " + second);
    }
    // To Traits a second list that begins at the end is none; an empty one stands first instead.
    int first = second == table.rows() ? 0 : second;
    return run(table, first, settings, judgements, progress);
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
      LinkModel before = settings.model;
      ModelFit fit = before == null ? null : new ModelFit(before, traits);
      List<Rule> rules = rules(traits, settings, fit);
      Pairs pairs = compared(traits, rules, lowest(settings), work);
      Weighed weighed = weighed(traits, pairs, rules, settings, fit, work);
      if (weighed.missesLinks()) {
        pairs = compared(traits, rules, Double.NEGATIVE_INFINITY, work);
        weighed = weighed(traits, pairs, rules, settings, fit, work);
      }
      Learning.Learned learned = weighed.learned;
      Weights weights = weighed.weights;
      double threshold = weighed.threshold;
      work.heard(1, 1);
      Supplier<LinkModel> kept =
          () ->
              before != null
                  ? before
                  : ModelFit.of(
                      traits,
                      learned,
                      rules,
                      new LinkModel.From(
                          settings.region, settings.seed, traits.rows, traits.pairs()),
                      new LinkModel.Balance(weights.prior(), threshold, learned.household()));
      var from = before == null ? Findings.From.THIS_LIST : Findings.From.A_MODEL;
      var known =
          new Entities.Model(
              traits,
              weights,
              threshold,
              new Entities.Source(learned, rules, kept, from),
              new Compared(pairs, Math.max(1, rules.size()), weights, threshold),
              judged);
      return entities(table, pairs, weighed.edges, known);
    } catch (Work.Stopped _) {
      return new Entities(table);
    }
  }

  private static Pairs compared(Traits traits, List<Rule> rules, double threshold, Work work) {
    return traits.pairs() == 0
        ? new Pairs()
        : new Blocking(traits, rules, threshold, work).compare();
  }

  /// The rules of a model; where it has none, because it was learned from a short list, they are
  /// chosen.
  private static List<Rule> rules(Traits traits, Settings settings, @Nullable ModelFit fit) {
    List<Rule> known = fit == null ? List.of() : fit.rules();
    if (Blocking.comparesAll(traits)) {
      return List.of();
    }
    return !known.isEmpty() ? known : new Rules(traits, settings.seed).choose();
  }

  /// The weight from which pairs may be linked, as far as it is known before they are weighed.
  private static double lowest(Settings settings) {
    LinkModel before = settings.model;
    return settings.thresholdBits.orElse(before == null ? 0 : before.balance().threshold());
  }

  /// Pairs with their weights, from which weight they are linked, and those that are.
  private record Weighed(Learning.Learned learned, Weights weights, double threshold, Edges edges) {

    /// Whether more than one link in [#MOST_MISSED] is among the pairs that were passed over, as
    /// the sample of them tells: then all are to be compared.
    boolean missesLinks() {
      return edges.missed() * MOST_MISSED > edges.size();
    }
  }

  private static Weighed weighed(
      Traits traits,
      Pairs pairs,
      List<Rule> rules,
      Settings settings,
      @Nullable ModelFit fit,
      Work work) {
    LinkModel before = settings.model;
    return fit == null || before == null
        ? weighed(traits, pairs, rules, settings, work)
        : weighed(traits, pairs, fit.learned(), before, settings, work);
  }

  /// By what is learned from the list.
  private static Weighed weighed(
      Traits traits, Pairs pairs, List<Rule> rules, Settings settings, Work work) {
    Chances chances = Chances.of(traits, pairs, settings.seed, work);
    Learning learning = new Learning(traits, chances, pairs, rules);
    if (traits.second == traits.rows) {
      Learning.Learned learned = learning.learn();
      Weights weights = new Weights(traits, learned);
      weights.weigh(pairs, work);
      return reaching(weights.balance(), learned, weights, pairs, settings);
    }
    Mapping mapping = new Mapping(traits, pairs, work);
    Learning.Learned learned = mapping.learn(learning);
    Weights weights = new Weights(traits, learned);
    weights.weigh(pairs, work);
    weights.take(mapping.prior());
    return reaching(mapping.balance(weights), learned, weights, pairs, settings);
  }

  /// By what was learned before.
  private static Weighed weighed(
      Traits traits,
      Pairs pairs,
      Learning.Learned learned,
      LinkModel before,
      Settings settings,
      Work work) {
    Weights weights = new Weights(traits, learned);
    weights.weigh(pairs, work);
    weights.take(before.prior(traits.rows, traits.pairs()));
    if (traits.second < traits.rows) {
      new Mapping(traits, pairs, work).expect(weights);
    }
    return reaching(before.balance().threshold(), learned, weights, pairs, settings);
  }

  /// With the pairs that reach a threshold, unless another was asked for.
  private static Weighed reaching(
      double found, Learning.Learned learned, Weights weights, Pairs pairs, Settings settings) {
    double threshold = settings.thresholdBits.orElse(found);
    return new Weighed(learned, weights, threshold, Edges.of(pairs, weights, threshold));
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

  private static Entities entities(
      LinkTable table, Pairs compared, Edges edges, Entities.Model model) {
    Judgements judged = model.judged();
    boolean one = model.traits().second == table.rows();
    var weights = new KnownPairs(model.traits(), compared, model.weights());
    var sweep = new Sweep(table.rows(), weights, model.threshold());
    PairList pairs = new PairList(edges.size());
    PairList rivals = new PairList(0);
    Set<Long> bound = new HashSet<>();
    for (Judgement same : judged.same()) {
      int left = Integer.parseInt(same.left());
      int right = Integer.parseInt(same.right());
      bound.add((long) Math.min(left, right) << 32 | Math.max(left, right));
      sweep.bind(left, right);
      pairs.add(Math.min(left, right), Math.max(left, right), weights.of(left, right));
    }
    for (Judgement different : judged.different()) {
      sweep.keepApart(Integer.parseInt(different.left()), Integer.parseInt(different.right()));
    }
    var linking = new Linking(sweep, one, bound, pairs, rivals);
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edge % AT_A_TIME == 0) {
        sweep.prefetch(edges, edge, Math.min(edges.size(), edge + AT_A_TIME));
      }
      linking.take(edges.left(edge), edges.right(edge), edges.weight(edge));
    }
    return new Entities(table, sweep, pairs, rivals, model);
  }

  /// Takes links one by one, strongest first.
  private static final class Linking {
    private final Sweep sweep;

    /// Whether there is one list.
    private final boolean one;

    /// Pairs that are judged to be one, and are taken already.
    private final Set<Long> bound;

    private final PairList pairs;
    private final PairList rivals;

    Linking(Sweep sweep, boolean one, Set<Long> bound, PairList pairs, PairList rivals) {
      this.sweep = sweep;
      this.one = one;
      this.bound = bound;
      this.pairs = pairs;
      this.rivals = rivals;
    }

    void take(int left, int right, float weight) {
      boolean chosen = true;
      if (one) {
        sweep.join(left, right, weight);
      } else {
        chosen = sweep.pair(left, right, weight);
      }
      if (chosen && (bound.isEmpty() || !bound.contains((long) left << 32 | right))) {
        pairs.add(left, right, weight);
      } else if (!chosen && rivals.size() < MOST_RIVALS) {
        rivals.add(left, right, weight);
      }
    }
  }
}
