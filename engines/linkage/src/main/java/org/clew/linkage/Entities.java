package org.clew.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the rows of a list came to: which are one, which pairs are linked, and why.
public final class Entities {
  private final LinkTable table;
  private final int[] first;
  private final float[] strongest;
  private final List<Pair> pairs;
  private final List<Pair> rivals;
  private final List<Contradiction> contradictions;
  private final @Nullable Model model;

  /// How a run ended.
  public enum Ending {
    /// All rows were compared.
    DONE,
    /// [Progress] said stop.
    STOPPED
  }

  /// A pair of rows that is linked.
  ///
  /// @param weight in bits
  public record Pair(int left, int right, double weight) {}

  /// What a run came by, to explain it with.
  record Model(
      Traits traits,
      Weights weights,
      double threshold,
      Source source,
      Compared compared,
      Judgements judged) {}

  /// What was known of agreeing, and where from.
  ///
  /// @param kept is made when it is asked for
  record Source(
      Learning.Learned known, List<Rule> rules, Supplier<LinkModel> kept, Findings.From from) {}

  Entities(LinkTable table, Sweep sweep, PairList pairs, PairList rivals, Model model) {
    this.table = table;
    this.pairs = pairs;
    this.rivals = rivals;
    this.contradictions = List.copyOf(model.judged.contradictions());
    this.model = model;
    strongest = sweep.strongest();
    first = new int[table.rows()];
    for (int row = 0; row < first.length; row++) {
      first[row] = sweep.root(row);
    }
  }

  /// The outcome of a run that was stopped: every row is alone.
  Entities(LinkTable table) {
    this.table = table;
    this.pairs = List.of();
    this.rivals = List.of();
    this.contradictions = List.of();
    this.model = null;
    strongest = new float[table.rows()];
    first = new int[table.rows()];
    for (int row = 0; row < first.length; row++) {
      first[row] = row;
      strongest[row] = Float.NaN;
    }
  }

  /// Whether all of it was done; a run that was stopped leaves every row alone.
  public Ending ending() {
    return model == null ? Ending.STOPPED : Ending.DONE;
  }

  /// The first row of the entity a row is in: the row itself where it is alone.
  public int first(int row) {
    return first[row];
  }

  /// The weight of the strongest link that holds a row in its entity, in bits; none for a row
  /// alone.
  public OptionalDouble weight(int row) {
    return Float.isNaN(strongest[row]) ? OptionalDouble.empty() : OptionalDouble.of(strongest[row]);
  }

  /// How many entities there are.
  public int count() {
    int count = 0;
    for (int row = 0; row < first.length; row++) {
      count += first[row] == row ? 1 : 0;
    }
    return count;
  }

  /// Every pair that reached the threshold or was judged [Verdict#SAME], strongest first, also
  /// those that something kept out of an entity; between two lists only those that were chosen.
  public List<Pair> pairs() {
    return pairs;
  }

  /// Judgements that cannot all hold.
  public List<Contradiction> contradictions() {
    return contradictions;
  }

  /// The weight from which rows are linked, in bits.
  public double threshold() {
    return known().threshold;
  }

  /// Kinds of which the list says too little to learn how often they agree: what is believed of
  /// them in general was taken.
  public List<Kind> believed() {
    List<Kind> out = new ArrayList<>();
    Traits traits = known().traits;
    for (int trait = 0; trait < traits.size(); trait++) {
      Kind kind = traits.all.get(trait).kind;
      if (known().source.known.pairs(trait) < Learning.BELIEF && !out.contains(kind)) {
        out.add(kind);
      }
    }
    return List.copyOf(out);
  }

  /// What was learned, or taken from [Batch.Settings#model]; to be kept for other lists of these
  /// columns.
  public LinkModel model() {
    return known().source.kept.get();
  }

  /// The headings of each compared thing: a column, or several of one kind.
  public List<List<String>> headings() {
    return known().traits.all.stream().map(trait -> trait.headings).toList();
  }

  /// What a row says of each of [#headings], as written; an empty text where it says nothing.
  public List<String> said(int row) {
    return known().traits.all.stream().map(trait -> written(trait, row)).toList();
  }

  /// The pairs that are most worth a person's judgement, the most worth first. Worth is how many
  /// pairs of rows are expected to be wrong without an answer, wrong links counted threefold as by
  /// the threshold: a doubtful link that alone holds two groups together is worth all pairs across.
  /// What was judged, or follows from what was judged, is not asked again.
  ///
  /// @param most how many at most
  public List<Question> questions(int most) {
    List<Question> all = new Review(this, known()).questions();
    return all.subList(0, Math.min(most, all.size()));
  }

  /// What there is to see of the run. Worked out anew each time; takes a few hundredths of what
  /// linking took.
  public Findings findings() {
    return new Looking(table, this, known()).findings();
  }

  /// Between two lists, pairs that reached the threshold and of which a row was linked otherwise,
  /// strongest first; no more than a few thousand.
  List<Pair> rivals() {
    return rivals;
  }

  private Model known() {
    if (model == null) {
      throw new IllegalStateException("the run was stopped");
    }
    return model;
  }

  /// Why two rows are one, or are not: the figures with which they were weighed.
  public Match explain(int left, int right) {
    Traits traits = known().traits;
    double[] bits = new double[traits.size()];
    long pattern = traits.pattern(left, right, new Kernels());
    known().weights.fill(left, right, pattern, bits);
    List<Evidence> evidence = new ArrayList<>();
    for (int trait = 0; trait < bits.length; trait++) {
      int level = Traits.level(pattern, trait);
      int different = traits.all.get(trait).likeness.levels().size();
      if (level > 0 && (level < different || bits[trait] != 0)) {
        evidence.add(evidence(trait, level, bits[trait], left, right));
      }
    }
    evidence.sort((a, b) -> Double.compare(b.bits(), a.bits()));
    Match match = Match.of(String.valueOf(right), known().weights.prior(), evidence);
    return Weighing.told(match);
  }

  private Evidence evidence(int number, int level, double bits, int left, int right) {
    Trait trait = known().traits.all.get(number);
    Agreement how = trait.likeness.levels().get(level - 1).agreement();
    long holders = 0;
    int value = known().traits.value(number, right);
    if (how != Agreement.DIFFERENT && value >= 0) {
      holders = trait.counts[value];
    }
    return new Evidence(
        trait.kind, written(trait, left), written(trait, right), how, bits, holders);
  }

  private String written(Trait trait, int row) {
    List<String> texts = new ArrayList<>();
    for (int column : trait.columns) {
      int code = table.codes(column)[row];
      if (code >= 0) {
        texts.add(table.text(column, code));
      }
    }
    return String.join(", ", texts);
  }
}
