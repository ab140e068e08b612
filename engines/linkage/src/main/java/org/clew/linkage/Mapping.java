package org.clew.linkage;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Of two lists each row is one row of the other at most. Pairs therefore compete: how likely two
/// rows are one depends on whom else either could be. Learns m and u with that (after Jaro 1989 and
/// Winkler 1994, by shares where they assign), and says where linking is best on balance.
final class Mapping {
  private static final int ROUNDS = 60;

  /// Bits that are enough for a pair without rivals.
  private static final double SURE = 3;

  private static final int MESSAGES = 30;
  private static final double STILL = 0.003;

  /// Pairs that are less likely than this say nothing.
  private static final double LEAST_ODDS = 0.001;

  private static final double MOST_BITS = 40;

  /// Of the rows of a list, those that are surely not in the other.
  private static final double SURELY_LEFT = 0.02;

  private final Traits traits;
  private final Work work;
  private final Pairs pairs;

  /// By pair, which of the distinct patterns it shows.
  private final int[] shows;

  private final long[] patterns;
  private double matches;

  Mapping(Traits traits, Pairs pairs, Work work) {
    this.work = work;
    this.traits = traits;
    this.pairs = pairs;
    patterns = Arrays.stream(pairs.shown()).mapToLong(Pairs.Shown::pattern).distinct().toArray();
    Arrays.sort(patterns);
    shows = new int[pairs.size()];
    for (int pair = 0; pair < shows.length; pair++) {
      shows[pair] = Arrays.binarySearch(patterns, pairs.pattern(pair));
    }
  }

  /// What is learned when pairs compete.
  Learning.Learned learn(Learning learning) {
    Learning.Learned learned = learning.believed();
    matches = most();
    for (int round = 0; round < ROUNDS; round++) {
      PatternBits bits = new PatternBits(traits, learned.m(), learned.u(), learned.household());
      work.heard(1, 1);
      double prior = prior();
      float[] odds = new float[patterns.length];
      for (int i = 0; i < odds.length; i++) {
        odds[i] = odds(prior + bits.of(patterns[i], 0));
      }
      float[] each = new float[shows.length];
      for (int pair = 0; pair < each.length; pair++) {
        each[pair] = odds[shows[pair]];
      }
      double[] shares = shares(each);
      double[] ones = new double[patterns.length];
      double[] all = new double[patterns.length];
      double found = 0;
      for (int pair = 0; pair < each.length; pair++) {
        ones[shows[pair]] += shares[pair];
        all[shows[pair]]++;
        found += shares[pair];
      }
      boolean still = Math.abs(found - matches) < 2e-4 * matches;
      matches = found;
      learned = learning.of(learned, counts(ones), counts(all), matches);
      if (still) {
        break;
      }
    }
    return learned;
  }

  /// Nearly all rows of the shorter list: where counting matches begins.
  private double most() {
    return 0.9 * Math.min(traits.second, traits.rows - traits.second);
  }

  /// Finds how many rows of these lists are one, by what was learned from others, and tells the
  /// weights what of theirs is to be expected.
  void expect(Weights weights) {
    matches = most();
    float[] odds = new float[pairs.size()];
    double[] shares = new double[0];
    for (int round = 0; round < ROUNDS; round++) {
      work.heard(1, 1);
      double other = prior() - weights.prior();
      for (int pair = 0; pair < odds.length; pair++) {
        odds[pair] = odds(weights.of(pair) + other);
      }
      shares = shares(odds);
      double found = Arrays.stream(shares).sum();
      boolean still = Math.abs(found - matches) < 2e-4 * matches;
      matches = found;
      if (still) {
        break;
      }
    }
    weights.choose(chosen(shares, weights), shares);
  }

  /// The prior weight of two rows of which neither is known to be one with another: one more pair
  /// against none, when so many rows are left over on either side.
  double prior() {
    double left = left(traits.second);
    double right = left(traits.rows - traits.second);
    return Model.step(Math.log((matches + 1) / (left * right)) / Math.log(2));
  }

  /// Rows that are one with none; never none at all.
  private double left(int rows) {
    return Math.max(rows - matches, SURELY_LEFT * rows) + 1;
  }

  private static float odds(double bits) {
    return (float) Math.pow(2, Math.min(MOST_BITS, bits));
  }

  private double[][] counts(double[] byPattern) {
    double[][] out = new double[traits.size()][16];
    for (int i = 0; i < byPattern.length; i++) {
      for (int trait = 0; trait < out.length; trait++) {
        int level = Traits.level(patterns[i], trait);
        out[trait][level] += level == 0 ? 0 : byPattern[i];
      }
    }
    return out;
  }

  /// By pair, how likely it is one, when either row may be one with another or with none: beliefs
  /// passed along the pairs until they agree (Zdeborová & Mézard 2006; exact where pairs form no
  /// rings).
  private double[] shares(float[] odds) {
    int[] rivals = IntStream.range(0, odds.length).filter(i -> odds[i] >= LEAST_ODDS).toArray();
    // By rival, how likely its left, and its right, row is free when the pair itself is left out.
    float[] left = new float[rivals.length];
    float[] right = new float[rivals.length];
    Arrays.fill(left, 1);
    Arrays.fill(right, 1);
    double moved = 1;
    for (int round = 0; round < MESSAGES && moved > STILL; round++) {
      double[] against = new double[traits.rows];
      for (int i = 0; i < rivals.length; i++) {
        against[pairs.left(rivals[i])] += (double) odds[rivals[i]] * right[i];
        against[pairs.right(rivals[i])] += (double) odds[rivals[i]] * left[i];
      }
      moved = 0;
      for (int i = 0; i < rivals.length; i++) {
        double odd = odds[rivals[i]];
        float ofLeft = free(left[i], against[pairs.left(rivals[i])] - odd * right[i]);
        float ofRight = free(right[i], against[pairs.right(rivals[i])] - odd * left[i]);
        moved = Math.max(moved, Math.abs(left[i] - ofLeft) + Math.abs(right[i] - ofRight));
        left[i] = ofLeft;
        right[i] = ofRight;
      }
    }
    double[] out = new double[odds.length];
    for (int i = 0; i < rivals.length; i++) {
      double free = (double) odds[rivals[i]] * left[i] * right[i];
      out[rivals[i]] = free / (1 + free);
    }
    return out;
  }

  /// Half way, in bits, from what was believed to what follows: so that beliefs do not swing.
  private static float free(float before, double rivals) {
    return (float) Math.sqrt(before / (1 + Math.max(0, rivals)));
  }

  /// The weight from which linking is best on balance: where expected precision and recall are.
  /// Tells the weights which pairs are left when each row is in one at most.
  double balance(Weights weights) {
    float[] odds = new float[pairs.size()];
    for (int pair = 0; pair < odds.length; pair++) {
      odds[pair] = odds(weights.of(pair));
    }
    double[] shares = shares(odds);
    int[] chosen = chosen(shares, weights);
    weights.choose(chosen, shares);
    double all = Arrays.stream(shares).sum();
    double right = 0;
    double best = 0;
    double at = SURE;
    double below = 0;
    for (int i = 0; i < chosen.length; i++) {
      right += shares[chosen[i]];
      double balance = 2 * right / (i + 1 + all);
      if (balance > best) {
        best = balance;
        at = weights.of(chosen[i]);
        below = i + 1 == chosen.length ? 0 : weights.of(chosen[i + 1]);
      }
    }
    // Between the two no other pair is chosen; one that a judgement sets free may be.
    double between = (at + Math.clamp(below, Math.min(0, at), at)) / 2;
    return Math.floor(Math.min(between, Math.max(SURE, below)) * 4) / 4;
  }

  /// Pairs from the strongest on, each row in one at most.
  private int[] chosen(double[] shares, Weights weights) {
    long[] order =
        IntStream.range(0, shares.length)
            .filter(pair -> shares[pair] > 0)
            .mapToLong(pair -> (long) Edges.descending((float) weights.of(pair)) << 32 | pair)
            .sorted()
            .toArray();
    boolean[] taken = new boolean[traits.rows];
    return Arrays.stream(order)
        .mapToInt(each -> (int) each)
        .filter(
            pair -> {
              boolean free = !taken[pairs.left(pair)] && !taken[pairs.right(pair)];
              taken[pairs.left(pair)] |= free;
              taken[pairs.right(pair)] |= free;
              return free;
            })
        .toArray();
  }
}
