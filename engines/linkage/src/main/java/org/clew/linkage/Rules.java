package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/// Chooses blocking rules: of all keys and pairs of keys those that bring together the most of what
/// may be one for the fewest pairs to compare. How many pairs each would make is counted on a
/// sample of the rows; how many matches each would find is played through with the agreement
/// believed of each kind before any row is seen.
final class Rules {
  private static final int SAMPLE = 12_000;
  private static final int MATCHES = 16_384;

  /// How often values that are alike share a key that is a part of them.
  static final double FOUND = 0.55;

  /// Instead of how many pairs.
  private static final double UNCOUNTED = -1;

  private static final int MOST = 16;

  /// So many where most rows are there so often that any rule makes more pairs than there may be.
  private static final int MOST_OF_MANY = 4;

  private static final double LEAST_GAIN = 0.0003;
  private static final int TABLE = 1 << 15;

  /// Bits that count the rows of one key: a sample has fewer.
  private static final int RUN = 16;

  /// Keys that make more pairs than this, by row, are looked at with a further key.
  private static final double MANY = 0.5;

  private final Traits traits;
  private final SplittableRandom random;
  private final List<Rule.Part> parts = new ArrayList<>();
  private final List<BitSet> hits = new ArrayList<>();
  private final double[] dirt = new double[MATCHES];

  /// Keys that are looked at together.
  private final class Option {
    private final int[] parts;
    private final BitSet hits;

    /// How many pairs they make; below 0 until they were counted.
    private double pairs;

    Option(int[] parts, double pairs, BitSet hits) {
      this.parts = parts;
      this.pairs = pairs;
      this.hits = hits;
    }

    /// The same with one key more.
    Option with(int part, BitSet found) {
      int[] more = Arrays.copyOf(parts, parts.length + 1);
      more[parts.length] = part;
      BitSet both = (BitSet) hits.clone();
      both.and(found);
      return new Option(more, UNCOUNTED, both);
    }

    /// How many pairs they make; more than there may be where they are more. Counted when it is
    /// first asked for, of which most options that find little have no need.
    double pairs() {
      pairs = pairs < 0 ? counted(parts, most()) : pairs;
      return pairs;
    }
  }

  /// A place holds a number of 48 bits for some keys, and below it how many rows had them.
  private final long[] table = new long[TABLE];

  /// For how many pairs of the list one of the sample stands.
  private double scale;

  /// By part, the keys of the sampled rows.
  private int[][] sampled = {};

  Rules(Traits traits, long seed) {
    this.traits = traits;
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < MATCHES; i++) {
      // Rows differ in how carefully they were written.
      dirt[i] = new double[] {0.4, 1, 1, 2.5}[random.nextInt(4)];
    }
  }

  /// The rules, the most useful first.
  List<Rule> choose() {
    List<Rule> out = new ArrayList<>();
    BitSet covered = new BitSet(MATCHES);
    for (int trait = 0; trait < traits.size(); trait++) {
      BitSet wordHits = play(trait);
      if (traits.all.get(trait).hasWords()) {
        out.add(Rule.ofWords(traits, trait, WordKeys.of(traits.all.get(trait))));
        covered.or(wordHits);
      }
    }
    List<Option> options = options();
    int most = MOST;
    if (out.isEmpty() && options.stream().allMatch(option -> option.pairs() > most())) {
      options = beyond(options);
      most = MOST_OF_MANY;
    }
    double budget = most();
    while (out.size() < most) {
      Option best = best(options, covered, budget);
      if (best == null) {
        break;
      }
      covered.or(best.hits);
      budget -= best.pairs();
      out.add(Rule.of(traits, Arrays.stream(best.parts).mapToObj(parts::get).toList()));
    }
    return out;
  }

  /// Where most rows are there so often that any rule makes too many pairs, the same with the pairs
  /// that they make beyond those that all of them do.
  private List<Option> beyond(List<Option> options) {
    double[] all =
        options.stream()
            .mapToDouble(each -> counted(each.parts, Double.POSITIVE_INFINITY))
            .toArray();
    double least = Arrays.stream(all).min().orElse(0);
    List<Option> out = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      out.add(new Option(options.get(i).parts, all[i] - least, options.get(i).hits));
    }
    return out;
  }

  /// What it costs to follow a rule beside its pairs, in pairs.
  private double follow() {
    return 0.1 * traits.listed + 100;
  }

  /// So many pairs are made at most.
  private double most() {
    return 8.0 * traits.listed + 300_000;
  }

  private @org.jspecify.annotations.Nullable Option best(
      List<Option> options, BitSet covered, double budget) {
    Option best = null;
    double bestWorth = 0;
    for (Option option : options) {
      BitSet gained = (BitSet) option.hits.clone();
      gained.andNot(covered);
      double gain = gained.cardinality() / (double) MATCHES;
      if (gain < LEAST_GAIN || gain / follow() <= bestWorth) {
        continue;
      }
      double worth = gain / (option.pairs() + follow());
      if (option.pairs() <= budget && worth > bestWorth) {
        best = option;
        bestWorth = worth;
      }
    }
    return best;
  }

  /// Plays which matches agree in a trait, and which of them each of its keys would find. Answers
  /// those that its words would find.
  private BitSet play(int trait) {
    Trait known = traits.all.get(trait);
    double fill = known.holders / (double) Math.max(1, traits.listed);
    double exact = known.likeness.levels().getFirst().m();
    double different = known.likeness.levels().getLast().m();
    BitSet same = new BitSet(MATCHES);
    BitSet near = new BitSet(MATCHES);
    for (int i = 0; i < MATCHES; i++) {
      if (random.nextDouble() >= fill * fill) {
        continue;
      }
      double slip = Math.min(0.95, (1 - exact) * dirt[i]);
      double draw = random.nextDouble();
      same.set(i, draw >= slip);
      near.set(i, draw < slip && draw >= slip * different / (1 - exact));
    }
    for (Likeness.Key key : known.likeness.keys()) {
      BitSet found = (BitSet) same.clone();
      if (key.grain() == Likeness.Grain.PART) {
        for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
          found.set(i, random.nextDouble() < FOUND);
        }
      }
      parts.add(new Rule.Part(trait, key));
      hits.add(found);
    }
    near.or(same);
    return near;
  }

  private List<Option> options() {
    int[] rows = sample();
    sampled = parts.stream().map(part -> keys(part, rows)).toArray(int[][]::new);
    scale = traits.listed * (traits.listed - 1.0) / Math.max(1, rows.length * (rows.length - 1.0));
    List<Option> out = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Option one = new Option(new int[] {i}, UNCOUNTED, hits.get(i));
      out.add(one);
      if (one.pairs() > MANY * traits.listed) {
        more(one, i + 1, out);
      }
    }
    return out;
  }

  /// The keys with each of the further ones, and those with a third where they still make many
  /// pairs.
  private void more(Option option, int from, List<Option> out) {
    for (int part = from; part < parts.size(); part++) {
      int trait = parts.get(part).trait();
      boolean used = Arrays.stream(option.parts).anyMatch(each -> parts.get(each).trait() == trait);
      Option next = used ? option : option.with(part, hits.get(part));
      if (!used && next.hits.cardinality() >= LEAST_GAIN * MATCHES) {
        out.add(next);
        if (next.parts.length < 3 && next.pairs() > MANY * traits.listed) {
          more(next, part + 1, out);
        }
      }
    }
  }

  /// How many pairs of rows of the list share some keys; more than `most` where they are more.
  private double counted(int[] keys, double most) {
    return pairs(keys, most / scale) * scale;
  }

  private int[] keys(Rule.Part part, int[] rows) {
    int[] out = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int value = traits.value(part.trait(), rows[i]);
      out[i] = value < 0 ? -1 : part.key().of(value);
    }
    return out;
  }

  private int[] sample() {
    if (traits.rows <= SAMPLE) {
      return java.util.stream.IntStream.range(0, traits.rows).toArray();
    }
    BitSet drawn = new BitSet(traits.rows);
    for (int i = 0; i < SAMPLE; ) {
      int row = random.nextInt(traits.rows);
      if (!drawn.get(row)) {
        drawn.set(row);
        i++;
      }
    }
    return drawn.stream().toArray();
  }

  /// How many pairs of the sampled rows share all keys; more than `most` where they are more.
  private double pairs(int[] keys, double most) {
    Arrays.fill(table, 0);
    double pairs = 0;
    for (int at = 0; at < sampled[0].length && pairs <= most; at++) {
      long all = 1;
      for (int i = 0; i < keys.length && all != 0; i++) {
        int key = sampled[keys[i]][at];
        all = key < 0 ? 0 : Rule.mix(all, key);
      }
      if (all != 0) {
        pairs += meet(all);
      }
    }
    return pairs;
  }

  /// How many rows with these keys came before.
  private int meet(long keys) {
    int at = (int) (keys >>> 40) & (TABLE - 1);
    while (table[at] != 0 && (table[at] ^ keys) >>> RUN != 0) {
      at = (at + 1) & (TABLE - 1);
    }
    int before = (int) table[at] & ((1 << RUN) - 1);
    table[at] = (keys >>> RUN << RUN) | (before + 1);
    return before;
  }
}
