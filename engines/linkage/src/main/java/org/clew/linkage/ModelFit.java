package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A [LinkModel] made out of what was learned, and what was learned out of a model.
final class ModelFit {
  private final LinkModel model;
  private final Traits traits;

  /// By trait, the column of the model.
  private final int[] columns;

  /// @throws ModelRefused when the list has other columns, or compares them in other ways
  ModelFit(LinkModel model, Traits traits) {
    this.model = model;
    this.traits = traits;
    columns = new int[traits.size()];
    boolean[] used = new boolean[model.columns().size()];
    for (int trait = 0; trait < columns.length; trait++) {
      columns[trait] = column(traits.all.get(trait), used);
      used[columns[trait]] = true;
      demandLevels(trait);
    }
    if (columns.length != used.length) {
      throw other();
    }
  }

  /// The column of a trait: the one with its headings, or else the only one of its kind.
  private int column(Trait trait, boolean[] used) {
    int found = -1;
    int ofKind = 0;
    for (int i = 0; i < used.length; i++) {
      LinkModel.Column column = model.columns().get(i);
      if (column.kind() == trait.kind && !used[i]) {
        if (column.headings().equals(trait.headings)) {
          return i;
        }
        found = i;
      }
      ofKind += column.kind() == trait.kind ? 1 : 0;
    }
    if (found < 0 || ofKind > 1) {
      throw other();
    }
    return found;
  }

  private ModelRefused other() {
    String theirs =
        model.columns().stream()
            .map(column -> said(column.headings(), column.kind()))
            .collect(Collectors.joining(", "));
    String ours =
        traits.all.stream()
            .map(trait -> said(trait.headings, trait.kind))
            .collect(Collectors.joining(", "));
    return new ModelRefused(
        ModelRefused.Why.OTHER_COLUMNS,
        "The model was learned from %s. This list has %s.".formatted(theirs, ours));
  }

  private static String said(List<String> headings, Kind kind) {
    return "%s as %s".formatted(String.join(" and ", headings), kind);
  }

  private void demandLevels(int trait) {
    List<Agreement> theirs =
        model.columns().get(columns[trait]).levels().stream()
            .map(LinkModel.Level::agreement)
            .toList();
    List<Agreement> ours =
        traits.all.get(trait).likeness.levels().stream().map(Likeness.Level::agreement).toList();
    if (!theirs.equals(ours)) {
      throw new ModelRefused(
          ModelRefused.Why.OTHER_COLUMNS,
          "The model knows other ways of agreeing for %s than this program. Learn it anew."
              .formatted(said(traits.all.get(trait).headings, traits.all.get(trait).kind)));
    }
  }

  Learning.Learned learned() {
    double[][] m = new double[columns.length][];
    double[][] u = new double[columns.length][];
    double[] matches = new double[columns.length];
    double[] alike = new double[columns.length];
    for (int trait = 0; trait < columns.length; trait++) {
      LinkModel.Column column = model.columns().get(columns[trait]);
      m[trait] = new double[column.levels().size() + 1];
      u[trait] = new double[column.levels().size() + 1];
      for (int level = 1; level < m[trait].length; level++) {
        m[trait][level] = column.levels().get(level - 1).m();
        u[trait][level] = column.levels().get(level - 1).u();
      }
      matches[trait] = column.seen().matches();
      alike[trait] = column.seen().alike();
    }
    return new Learning.Learned(m, u, matches, alike, model.balance().household());
  }

  /// @throws ModelRefused when a rule names a key that is none
  List<Rule> rules() {
    List<Rule> out = new ArrayList<>();
    for (LinkModel.BlockingRule rule : model.rules()) {
      out.add(rule(rule));
    }
    return out;
  }

  private Rule rule(LinkModel.BlockingRule rule) {
    List<Rule.Part> parts = new ArrayList<>();
    for (LinkModel.Key key : rule.keys()) {
      int trait = trait(key.column());
      Trait known = traits.all.get(trait);
      if (key.name().equals(LinkModel.WORDS) && known.hasWords() && rule.keys().size() == 1) {
        return Rule.ofWords(traits, trait, WordKeys.of(known));
      }
      Likeness.Key meant =
          known.likeness.keys().stream()
              .filter(each -> each.name().equals(key.name()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new ModelRefused(
                          ModelRefused.Why.OTHER_COLUMNS,
                          "A rule of the model looks at a key that %s does not have."
                              .formatted(said(known.headings, known.kind))));
      parts.add(new Rule.Part(trait, meant));
    }
    return Rule.of(traits, parts);
  }

  private int trait(int column) {
    for (int trait = 0; trait < columns.length; trait++) {
      if (columns[trait] == column) {
        return trait;
      }
    }
    throw other();
  }

  /// The number of a trait's column in the model.
  int column(int trait) {
    return columns[trait];
  }

  /// The model that says what was learned.
  static LinkModel of(
      Traits traits,
      Learning.Learned learned,
      List<Rule> rules,
      LinkModel.From from,
      LinkModel.Balance balance) {
    List<LinkModel.Column> columns = new ArrayList<>();
    for (int trait = 0; trait < traits.size(); trait++) {
      columns.add(column(traits, trait, learned));
    }
    return new LinkModel(from, balance, columns, rules.stream().map(ModelFit::said).toList());
  }

  private static LinkModel.Column column(Traits traits, int number, Learning.Learned learned) {
    Trait trait = traits.all.get(number);
    List<LinkModel.Level> levels = new ArrayList<>();
    for (int level = 1; level < learned.m()[number].length; level++) {
      levels.add(
          new LinkModel.Level(
              trait.likeness.levels().get(level - 1).agreement(),
              learned.m()[number][level],
              learned.u()[number][level]));
    }
    long distinct = java.util.Arrays.stream(trait.counts).filter(count -> count > 0).count();
    var seen =
        new LinkModel.Seen(
            trait.holders / (double) Math.max(1, traits.rows),
            distinct,
            learned.pairs(number),
            learned.alike(number));
    return new LinkModel.Column(trait.kind, trait.headings, seen, levels);
  }

  /// What a rule looks at, by name.
  static LinkModel.BlockingRule said(Rule rule) {
    if (rule.isOfWords()) {
      int trait = Integer.numberOfTrailingZeros(rule.uses());
      return new LinkModel.BlockingRule(List.of(new LinkModel.Key(trait, LinkModel.WORDS)));
    }
    return new LinkModel.BlockingRule(
        rule.parts.stream()
            .map(part -> new LinkModel.Key(part.trait(), part.key().name()))
            .toList());
  }
}
