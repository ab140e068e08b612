package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Puts together what there is to see of a run.
final class Looking {
  private static final double LOWEST = -10;
  private static final double STEP = 0.25;

  private final LinkTable table;
  private final Entities entities;
  private final Entities.Model model;
  private final Traits traits;

  Looking(LinkTable table, Entities entities, Entities.Model model) {
    this.table = table;
    this.entities = entities;
    this.model = model;
    this.traits = model.traits();
  }

  Findings findings() {
    var review = new Review(entities, model);
    List<Question> questions = review.questions();
    var groups = new Grouping(entities, model, review, questions);
    var reaching = new Reaching(table, entities, model);
    return new Findings(
        overview(groups),
        thresholds(reaching),
        columns(),
        rules(),
        reaching.reach(),
        reaching.byScript(),
        groups.groups(),
        new Showing(entities, model, questions).pairs());
  }

  private Findings.Overview overview(Grouping groups) {
    return new Findings.Overview(
        traits.rows,
        entities.count(),
        groups.together(),
        traits.pairs(),
        model.compared().pairs(),
        entities.pairs().size(),
        right(),
        right() + below(),
        model.weights().prior(),
        model.threshold(),
        model.source().from(),
        entities.contradictions().size());
  }

  /// Of the linked pairs, those that are one: the share is that of all pairs that reach the
  /// threshold.
  private double right() {
    double reaching = Math.max(1, model.weights().pairs(model.threshold()));
    double share = model.weights().expected(model.threshold()) / reaching;
    return entities.pairs().size() * Math.min(1, share);
  }

  /// Pairs under the threshold that are one. (Of those above it, between two lists, some were left
  /// out because a row fits another better: they are not missed.)
  private double below() {
    double all = model.weights().expected(Double.NEGATIVE_INFINITY);
    return Math.max(0, all - model.weights().expected(model.threshold()));
  }

  private List<Findings.Threshold> thresholds(Reaching reaching) {
    double highest = model.weights().highest();
    List<Findings.Threshold> out = new ArrayList<>();
    for (double bits = Math.min(LOWEST, Math.floor(model.threshold()) - 4);
        bits <= Math.max(highest, model.threshold() + 4);
        bits += STEP) {
      out.add(
          new Findings.Threshold(
              bits,
              model.weights().pairs(bits),
              Math.min((double) model.weights().pairs(bits), model.weights().expected(bits)),
              reaching.share(bits)));
    }
    return out;
  }

  private List<Findings.Column> columns() {
    List<Findings.Column> out = new ArrayList<>();
    for (int trait = 0; trait < traits.size(); trait++) {
      Trait known = traits.all.get(trait);
      int distinct = 0;
      int commonest = 0;
      for (int count : known.counts) {
        distinct += count > 0 ? 1 : 0;
        commonest = Math.max(commonest, count);
      }
      out.add(
          new Findings.Column(
              known.kind,
              known.headings,
              (int) known.holders,
              before(known),
              distinct,
              unread(trait),
              commonest,
              model.source().known().pairs(trait),
              levels(trait)));
    }
    return out;
  }

  private OptionalDouble before(Trait trait) {
    if (model.source().from() == Findings.From.THIS_LIST) {
      return OptionalDouble.empty();
    }
    return model.source().kept().get().columns().stream()
        .filter(column -> column.kind() == trait.kind)
        .sorted((a, b) -> same(b, trait) - same(a, trait))
        .mapToDouble(column -> column.seen().filled())
        .findFirst();
  }

  private static int same(LinkModel.Column column, Trait trait) {
    return column.headings().equals(trait.headings) ? 1 : 0;
  }

  private int unread(int number) {
    Trait trait = traits.all.get(number);
    int out = 0;
    for (int i = 0; i < trait.columns.length; i++) {
      int[] written = table.codes(trait.columns[i]);
      for (int row = 0; row < traits.rows; row++) {
        out += written[row] >= 0 && traits.value(number, i, row) < 0 ? 1 : 0;
      }
    }
    return out;
  }

  private List<Findings.Level> levels(int trait) {
    double[] m = model.source().known().m()[trait];
    double[] u = model.source().known().u()[trait];
    List<Likeness.Level> levels = traits.all.get(trait).likeness.levels();
    List<Findings.Level> out = new ArrayList<>();
    for (int level = 1; level < m.length; level++) {
      Agreement how = levels.get(level - 1).agreement();
      int places = 0;
      int place = 0;
      for (int other = 1; other < m.length; other++) {
        boolean alike = levels.get(other - 1).agreement() == how;
        places += alike ? 1 : 0;
        place += alike && other <= level ? 1 : 0;
      }
      double bits = model.weights().bits(trait, level);
      out.add(new Findings.Level(how, place, places, m[level], u[level], bits));
    }
    return out;
  }

  private List<Findings.Rule> rules() {
    List<Findings.Rule> out = new ArrayList<>();
    List<Compared.Step> steps = model.compared().steps();
    for (int rule = 0; rule < model.source().rules().size(); rule++) {
      Rule followed = model.source().rules().get(rule);
      List<Findings.Key> keys = new ArrayList<>();
      for (LinkModel.Key key : ModelFit.said(followed).keys()) {
        keys.add(new Findings.Key(traits.all.get(key.column()).headings, key.name()));
      }
      out.add(new Findings.Rule(keys, steps.get(rule).pairs(), steps.get(rule).matches()));
    }
    return out;
  }
}
