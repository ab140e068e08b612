package org.clew.linkage;

import java.util.Arrays;
import java.util.List;

/// The match weight of two rows: the prior, and for every trait the bits of its level, for the same
/// and for nearly the same value by how many rows hold it. Every part is a multiple of 1/1024 bit.
final class Weights {
  private static final double ROUND = 500;
  private static final double BINS_PER_BIT = 16;
  private static final int BINS = 4096;
  private static final int ROUNDS = 60;

  /// So much rarer than most that are alike values may count.
  static final double RARER = 64;

  /// Of values that fewer rows hold than this, as most are, it is worked out once what they weigh.
  private static final int FEW = 64;

  /// Pairs whose rows are looked at in one go.
  private static final int AT_A_TIME = 64;

  private final Traits traits;
  private final PatternBits bits;
  private final float[][] same;
  private final boolean[] texts;
  private final double[] commonness;

  /// By trait and value, how many rows hold it.
  private final int[][] counts;

  private float[] weights = new float[0];
  private final long[] histogram = new long[BINS];

  /// By bin, how many pairs are one, where pairs compete; empty where they do not.
  private double[] likely = new double[0];

  private double prior;

  Weights(Traits traits, Learning.Learned learned) {
    this.traits = traits;
    this.bits = new PatternBits(traits, learned.m(), learned.u(), learned.household());
    this.same = new float[traits.size()][];
    this.texts = new boolean[traits.size()];
    this.commonness = new double[traits.size()];
    this.counts = traits.all.stream().map(each -> each.counts).toArray(int[][]::new);
    for (int trait = 0; trait < same.length; trait++) {
      Trait each = traits.all.get(trait);
      texts[trait] = each.likeness instanceof TextLikeness;
      same[trait] =
          texts[trait] ? same(each, bits.of(trait, 1)) : byFrequency(each, learned.m()[trait][1]);
      boolean named = traits.all.get(trait).likeness instanceof NameLikeness;
      commonness[trait] = named ? learned.alike(trait) * traits.listed : 0;
    }
  }

  /// By text, the bits of both rows holding it: as many as for any text, and fewer for one that
  /// more than the two hold. How rare a long text is cannot be told from how many hold it.
  private static float[] same(Trait trait, double most) {
    float[] out = new float[trait.counts.length];
    for (int value = 0; value < out.length; value++) {
      double others = Math.max(1, trait.counts[value] - 1);
      out[value] = (float) Math.max(0, most - Math.log(others) / Math.log(2));
    }
    return out;
  }

  /// By value, the bits of both rows holding it.
  private static float[] byFrequency(Trait trait, double m) {
    float[] few = new float[FEW];
    for (int count = 0; count < few.length; count++) {
      few[count] = byFrequency(trait, m, count);
    }
    float[] out = new float[trait.counts.length];
    for (int value = 0; value < out.length; value++) {
      int count = trait.counts[value];
      out[value] = count < few.length ? few[count] : byFrequency(trait, m, count);
    }
    return out;
  }

  private static float byFrequency(Trait trait, double m, int count) {
    double u = Model.of(trait.kind).chance(Math.max(0, count - 2), trait.holders);
    return (float) Math.max(0, Math.log(m / Math.min(u, 1)) / Math.log(2));
  }

  /// Bits by trait; 0 where one of the two says nothing.
  void fill(int a, int b, long pattern, double[] each) {
    int left = traits.place(a);
    int right = traits.place(b);
    for (int trait = 0; trait < each.length; trait++) {
      int level = Traits.level(pattern, trait);
      each[trait] =
          switch (level) {
            case 0 -> 0;
            case 1 -> same[trait][shared(trait, left, right)];
            case 2 -> alike(trait, left, right);
            default -> bits.of(trait, level);
          };
      if (level > 1 && texts[trait]) {
        each[trait] = text(trait, left, right);
      }
    }
    bits.temper(each);
    for (int trait = 0; trait < each.length; trait++) {
      each[trait] = Model.step(each[trait]);
    }
  }

  private int shared(int trait, int left, int right) {
    int columns = traits.columns(trait);
    for (int i = 0; i < columns; i++) {
      int value = traits.valueAt(trait, i, left);
      for (int j = 0; value >= 0 && j < columns; j++) {
        if (value == traits.valueAt(trait, j, right)) {
          return value;
        }
      }
    }
    throw new IllegalStateException("no value is shared");
  }

  private double alike(int trait, int left, int right) {
    double base = bits.of(trait, 2);
    if (commonness[trait] == 0) {
      return base;
    }
    int one = traits.valueAt(trait, 0, left);
    int other = traits.valueAt(trait, 0, right);
    double common = Math.max(counts[trait][one], counts[trait][other]);
    double scale = Math.clamp(common / commonness[trait], 1 / RARER, 8);
    double most = Math.max(base, Math.min(same[trait][one], same[trait][other]) - 1);
    return Math.min(most, base - Math.log(scale) / Math.log(2));
  }

  /// Texts that differ never weigh more than the same text.
  private double text(int trait, int left, int right) {
    TextLikeness likeness = (TextLikeness) traits.all.get(trait).likeness;
    int one = traits.valueAt(trait, 0, left);
    int other = traits.valueAt(trait, 0, right);
    double most = Math.min(same[trait][one], same[trait][other]);
    return Math.min(likeness.blended(one, other, level -> bits.of(trait, level + 1)), most);
  }

  private double sum(int a, int b, long pattern, double[] each) {
    fill(a, b, pattern, each);
    double sum = 0;
    for (double one : each) {
      sum += one;
    }
    return sum;
  }

  /// Weighs all pairs, and finds the prior under which as many are one as the prior says.
  void weigh(Pairs pairs, Work work) {
    weights = new float[pairs.size()];
    List<int[]> counted = work.parts(Work.PARTS, part -> weigh(pairs, part));
    for (int[] each : counted) {
      for (int bin = 0; bin < BINS; bin++) {
        histogram[bin] += each[bin];
      }
    }
    prior = Model.step(prior(traits, 0.5 * traits.rows));
    boolean still = false;
    for (int round = 1; round < ROUNDS && !still; round++) {
      double next = Model.step(prior(traits, expected(Double.NEGATIVE_INFINITY)));
      still = next == prior;
      prior = next;
    }
  }

  /// The bits for any two rows being one where so many pairs are.
  static double prior(Traits traits, double matches) {
    // A list of a few rows is a part of a world of many.
    double others = traits.pairs() + ROUND * traits.rows;
    return Math.log((matches + 1) / (others + 1)) / Math.log(2);
  }

  private int[] weigh(Pairs pairs, int part) {
    int[] counted = new int[BINS];
    double[] each = new double[traits.size()];
    int[] rows = new int[2 * AT_A_TIME];
    int to = (int) ((long) pairs.size() * (part + 1) / Work.PARTS);
    int next = (int) ((long) pairs.size() * part / Work.PARTS);
    while (next < to) {
      int end = Math.min(to, next + AT_A_TIME);
      traits.prefetch(rows, pairs.rows(next, end, rows));
      weigh(pairs, next, end, each, counted);
      next = end;
    }
    return counted;
  }

  private void weigh(Pairs pairs, int from, int to, double[] each, int[] counted) {
    for (int pair = from; pair < to; pair++) {
      double sum = sum(pairs.left(pair), pairs.right(pair), pairs.pattern(pair), each);
      weights[pair] = (float) sum;
      counted[bin(sum)] += pairs.standsFor(pair);
    }
  }

  private static int bin(double bits) {
    return (int) Math.clamp(bits * BINS_PER_BIT + BINS / 2.0, 0, BINS - 1);
  }

  private static double middle(int bin) {
    return (bin - BINS / 2.0 + 0.5) / BINS_PER_BIT;
  }

  /// Says which pairs may be linked at all, where each row is in one at most: from now on these
  /// alone are counted.
  ///
  /// @param shares by pair, how likely it is one beside its rivals
  void choose(int[] pairs, double[] shares) {
    Arrays.fill(histogram, 0);
    likely = new double[BINS];
    for (int pair : pairs) {
      histogram[bin(weights[pair])]++;
    }
    for (int pair = 0; pair < shares.length; pair++) {
      likely[bin(weights[pair])] += shares[pair];
    }
  }

  /// How many pairs of at least a weight are one, if the model holds.
  double expected(double weight) {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double each = middle(bin) + prior;
      if (each >= weight) {
        sum += likely.length > 0 ? likely[bin] : histogram[bin] / (1 + Math.pow(2, -each));
      }
    }
    return sum;
  }

  /// The weight from which linking is best on balance: where expected precision and recall are. A
  /// pair that is wrongly linked joins more pairs than itself, and more of them in a long list.
  double balance() {
    double all = expected(Double.NEGATIVE_INFINITY);
    double right = 0;
    double wrong = 0;
    double best = 0;
    double at = 3;
    for (int bin = BINS - 1; bin >= 0; bin--) {
      double weight = middle(bin) + prior;
      if (histogram[bin] == 0 || weight < 0) {
        continue;
      }
      double one = 1 / (1 + Math.pow(2, -weight));
      right += histogram[bin] * one;
      wrong += histogram[bin] * (1 - one);
      double balance = 2 * right / (right + 3 * wrong + all);
      if (balance > best) {
        best = balance;
        at = weight;
      }
    }
    return Math.floor((at + below(at)) / 2 * 4) / 4;
  }

  /// The next weight down that any pair has, at least 0: between the two nothing changes.
  private double below(double weight) {
    for (int bin = BINS - 1; bin >= 0; bin--) {
      double each = middle(bin) + prior;
      if (histogram[bin] > 0 && each < weight) {
        return Math.max(0, each);
      }
    }
    return 0;
  }

  double prior() {
    return prior;
  }

  /// How many of the pairs that met reach a weight.
  long pairs(double weight) {
    long sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += middle(bin) + prior >= weight ? histogram[bin] : 0;
    }
    return sum;
  }

  /// The weight of the strongest pair, to a sixteenth of a bit; the prior where there is none.
  double highest() {
    for (int bin = BINS - 1; bin >= 0; bin--) {
      if (histogram[bin] > 0) {
        return middle(bin) + prior;
      }
    }
    return prior;
  }

  /// Bits of a level, for a value as rare as most.
  double bits(int trait, int level) {
    return bits.of(trait, level);
  }

  /// Takes a prior that was found before, or in another way.
  void take(double known) {
    prior = known;
  }

  /// Weight of a pair that was compared.
  double of(int pair) {
    return weights[pair] + prior;
  }

  /// Weighs any two rows, as often as it is asked. Not safe for many threads.
  final class Scale implements Sweep.PairWeight {
    private final Kernels kernels = new Kernels();
    private final double[] each = new double[traits.size()];

    @Override
    public double of(int a, int b) {
      return prior + sum(a, b, traits.pattern(a, b, kernels), each);
    }

    /// Weight of a row and one that comes after it in the list, whatever their numbers are here.
    double inOrder(int first, int second) {
      long pattern = traits.patternInOrder(first, second, kernels);
      return prior + (float) sum(first, second, pattern, each);
    }

    @Override
    public void prefetch(int[] rows) {
      traits.prefetch(rows, rows.length);
    }
  }
}
