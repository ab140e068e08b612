package org.clew.linkage;

import java.util.List;
import java.util.SplittableRandom;

/// How often rows that are not one agree by chance (u): the same value counted exactly over all
/// pairs of rows, what is alike on pairs drawn blindly, or on all of them where they are few.
final class Chances {
  private static final int DRAWN = 150_000;

  /// Pairs whose rows are looked at in one go.
  private static final int AT_A_TIME = 64;

  /// How much a level counts before any pair was looked at, in agreeing pairs.
  private static final double BELIEF = 0.5;

  private final Traits traits;

  /// By trait and level, pairs.
  private final double[][] seen;

  /// By trait, the frequencies of the more common of two alike values, summed.
  private final double[] common;

  private final double[][] chances;

  private Chances(Traits traits) {
    this.traits = traits;
    this.seen = new double[traits.size()][16];
    this.common = new double[traits.size()];
    this.chances = new double[traits.size()][];
  }

  /// @param compared the pairs, if they are all there are
  static Chances of(Traits traits, Pairs compared, long seed, Work work) {
    Chances out = new Chances(traits);
    if (Blocking.comparesAll(traits)) {
      for (int pair = 0; pair < compared.size(); pair++) {
        out.see(compared.left(pair), compared.right(pair), compared.pattern(pair));
      }
    } else {
      List<Chances> parts = work.parts(Work.PARTS, part -> draw(traits, seed + part));
      parts.forEach(out::add);
    }
    for (int trait = 0; trait < traits.size(); trait++) {
      out.chances[trait] = out.chances(trait);
    }
    return out;
  }

  private static Chances draw(Traits traits, long seed) {
    Chances out = new Chances(traits);
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
    Kernels kernels = new Kernels();
    int[] rows = new int[2 * AT_A_TIME];
    for (int drawn = 0; drawn < DRAWN / Work.PARTS; ) {
      int count = Math.min(AT_A_TIME, DRAWN / Work.PARTS - drawn);
      for (int i = 0; i < 2 * count; ) {
        int a = random.nextInt(traits.rows);
        int b = random.nextInt(traits.rows);
        if (a != b && traits.mayBeOne(a, b)) {
          rows[i++] = a;
          rows[i++] = b;
        }
      }
      traits.prefetch(rows, 2 * count);
      out.see(rows, count, kernels);
      drawn += count;
    }
    return out;
  }

  /// Looks at so many pairs of rows.
  private void see(int[] rows, int count, Kernels kernels) {
    for (int i = 0; i < 2 * count; i += 2) {
      see(rows[i], rows[i + 1], traits.pattern(rows[i], rows[i + 1], kernels));
    }
  }

  private void see(int a, int b, long pattern) {
    for (int trait = 0; trait < traits.size(); trait++) {
      int level = Traits.level(pattern, trait);
      seen[trait][level]++;
      if (level == 2) {
        common[trait] += frequency(trait, a, b);
      }
    }
  }

  /// How frequent the more common value of two rows is.
  private double frequency(int trait, int a, int b) {
    return Math.max(frequency(trait, a), frequency(trait, b));
  }

  /// How frequent a row's value is, the most common where it has several.
  private double frequency(int trait, int row) {
    int[] counts = traits.all.get(trait).counts;
    int most = 0;
    for (int column = 0; column < traits.columns(trait); column++) {
      int value = traits.value(trait, column, row);
      most = value < 0 ? most : Math.max(most, counts[value]);
    }
    return most;
  }

  private void add(Chances other) {
    for (int trait = 0; trait < seen.length; trait++) {
      common[trait] += other.common[trait];
      for (int level = 0; level < 16; level++) {
        seen[trait][level] += other.seen[trait][level];
      }
    }
  }

  private double[] chances(int number) {
    Trait trait = traits.all.get(number);
    List<Likeness.Level> levels = trait.likeness.levels();
    double known = 0;
    for (int level = 1; level < 16; level++) {
      known += seen[number][level];
    }
    double[] out = new double[levels.size() + 1];
    double rest = 1;
    for (int level = 1; level < levels.size(); level++) {
      double believed = levels.get(level - 1).u();
      double all = level == 1 ? knownPairs(trait) : known;
      double agree = level == 1 ? samePairs(number) : seen[number][level];
      out[level] = (agree + BELIEF) / (all + BELIEF / believed);
      rest -= out[level];
    }
    out[levels.size()] = Math.max(0.01, rest);
    return out;
  }

  /// How many pairs of rows there are that both say something of a trait.
  double knownPairs(int trait) {
    return Math.max(1, knownPairs(traits.all.get(trait)));
  }

  /// At how many pairs was looked for how often what is not one agrees, 1 at least.
  double looked() {
    return Blocking.comparesAll(traits) ? Math.max(1, traits.pairs()) : DRAWN;
  }

  private double knownPairs(Trait trait) {
    double share = trait.holders / (double) Math.max(1, traits.rows);
    return traits.pairs() * share * share;
  }

  private double samePairs(int number) {
    Trait trait = traits.all.get(number);
    double pairs = 0;
    for (int count : trait.counts) {
      pairs += count * (count - 1.0) / 2;
    }
    if (traits.second == traits.rows) {
      return pairs;
    }
    int[] left = new int[trait.counts.length];
    for (int column = 0; column < traits.columns(number); column++) {
      for (int row = 0; row < traits.second; row++) {
        int value = traits.value(number, column, row);
        if (value >= 0) {
          left[value]++;
        }
      }
    }
    double across = 0;
    for (int value = 0; value < left.length; value++) {
      across += (double) left[value] * (trait.counts[value] - left[value]);
    }
    return across;
  }

  double[] of(int trait) {
    return chances[trait].clone();
  }

  /// How frequent the more common of two values is that are alike by chance.
  double commonness(int trait) {
    return common[trait] / Math.max(1, seen[trait][2]);
  }

  /// Whether enough alike values were seen to tell how frequent they are.
  boolean knowsCommonness(int trait) {
    return seen[trait][2] >= 20;
  }
}
