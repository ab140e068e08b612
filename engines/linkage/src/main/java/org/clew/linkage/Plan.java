package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// How a list is linked of which only portions are at hand: what a [LinkModel] says of agreeing and
/// by which keys rows meet, laid against the [Census] of the list. Rows meet in blocks: those with
/// a key in common ([Portion#keys]). Every pair that [Batch] would compare on one machine is one
/// that meets in some block, and weighs the same. Of 100,000 rows and more [Batch] may pass over
/// pairs whose keys promise nothing ([Promise]); where it does, up to a link in a thousand, and a
/// weak one, is found here only. Else what is linked is the same, too.
///
/// ```java
/// Plan plan = new Plan(model, census, OptionalDouble.empty());
/// var portion = plan.portion();
/// portion.row(forms, counts);
/// portion.row(otherForms, otherCounts);
/// double bits = portion.build().weight(0, 1);
/// ```
///
/// Safe for many threads.
public final class Plan {

  /// Of a block of more rows not each is compared with each: it is cut by [Portion#cuts].
  public static final int BLOCK = Block.MOST;

  /// Where nothing is left to cut by, a row is compared with so many that follow it.
  public static final int NEIGHBOURS = Block.NEIGHBOURS;

  private final LinkModel model;
  private final double threshold;
  private final Census census;
  private final List<Tally> tallies;
  private final ModelFit fit;
  private final Learning.Learned learned;
  private final List<LinkModel.BlockingRule> rules = new ArrayList<>();
  private final List<int[]> cuts = new ArrayList<>();
  private final boolean comparesAll;

  /// @param thresholdBits the weight from which a pair is linked; empty for that of the model
  /// @throws ModelRefused when the model was learned from other columns
  public Plan(LinkModel model, Census census, OptionalDouble thresholdBits) {
    this.model = model;
    this.threshold = thresholdBits.orElse(model.balance().threshold());
    this.census = census;
    boolean acrossScripts =
        model.rules().stream()
            .flatMap(rule -> rule.keys().stream())
            .anyMatch(key -> key.name().equals(NameLikeness.ECHO));
    tallies = census.things().stream().map(each -> each.tally(acrossScripts)).toList();
    Traits traits = new Portion.Builder(this).traits();
    fit = new ModelFit(model, traits);
    learned = fit.learned();
    comparesAll = Blocking.comparesAll(traits);
    for (Rule rule : fit.rules()) {
      rules.add(ModelFit.said(rule));
      cuts.add(rule.cuts);
    }
  }

  /// Whether the list is so short that all its rows make one block, of which each is compared with
  /// each.
  public boolean comparesAll() {
    return comparesAll;
  }

  /// Whether the model, learned from a list that was compared whole, has no rules yet for this one.
  public boolean lacksRules() {
    return rules.isEmpty() && !comparesAll;
  }

  /// The model with rules, as they are chosen for this list.
  ///
  /// @param sample rows drawn from all over the list, best more than ten thousand
  /// @param seed of what is drawn
  public LinkModel withRules(Portion sample, long seed) {
    List<LinkModel.BlockingRule> chosen = new ArrayList<>();
    for (Rule rule : new Rules(sample.traits(), seed).choose()) {
      chosen.add(
          new LinkModel.BlockingRule(
              ModelFit.said(rule).keys().stream()
                  .map(key -> new LinkModel.Key(fit.column(key.column()), key.name()))
                  .toList()));
    }
    return new LinkModel(model.from(), model.balance(), model.columns(), chosen);
  }

  /// The weight from which rows are linked, in bits.
  public double threshold() {
    return threshold;
  }

  /// How many blocking rules there are.
  public int ruleCount() {
    return rules.size();
  }

  /// Takes in rows.
  public Portion.Builder portion() {
    return new Portion.Builder(this);
  }

  Census census() {
    return census;
  }

  Tally tally(int thing) {
    return tallies.get(thing);
  }

  /// The keys of a rule, by trait.
  LinkModel.BlockingRule rule(int number) {
    return rules.get(number);
  }

  /// The traits by which blocks of a rule are cut, in that order.
  int[] cuts(int rule) {
    return Arrays.copyOf(cuts.get(rule), cuts.get(rule).length);
  }

  Weights weights(Traits traits) {
    Weights weights = new Weights(traits, learned);
    weights.take(model.prior((double) census.rows(), census.pairs()));
    return weights;
  }
}
