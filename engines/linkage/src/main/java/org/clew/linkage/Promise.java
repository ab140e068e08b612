package org.clew.linkage;

import java.util.List;

/// What two rows promise before they are compared: how likely they are one by which keys they share
/// and how rare those are. Most rows that meet share little but the keys they meet by; comparing
/// them, which costs many times as much, would find them different. Names that look alike count as
/// the rarest that are; names and birth dates that share nothing count against, as they do in rows
/// that are written carelessly; what else differs does not count.
///
/// It is silent, so that all are compared, in short lists, between two lists, and where what rows
/// say is not in their keys: words, or several columns of one kind. [Batch] compares all, too,
/// where the sample of those that were passed over shows that links are among them.
final class Promise {
  /// Shorter lists are compared in no time.
  private static final int LEAST_ROWS = 100_000;

  /// So far below the threshold nothing is promised any more, in bits.
  private static final double SLACK = 3;

  /// Slips of careless rows, in those of all.
  private static final double CARELESS = 2.5;

  /// Bits of one step of rarity.
  private static final double STEP = 1.5;

  private final Traits traits;
  private final boolean silent;
  private final double least;

  /// By trait; empty where it is silent.
  private final Said[] said;

  /// @param threshold the weight from which pairs may be linked, in bits
  Promise(Traits traits, double threshold) {
    this.traits = traits;
    silent =
        traits.rows < LEAST_ROWS
            || traits.second < traits.rows
            || traits.where(trait -> trait.hasWords() || trait.columns.length > 1).length > 0;
    said = silent ? new Said[0] : traits.all.stream().map(Said::new).toArray(Said[]::new);
    least = Math.min(0, threshold) - SLACK - Weights.prior(traits, 0.5 * traits.rows);
  }

  private static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }

  /// How much less likely one row shares none of so many keys with itself than with another.
  private static double different(List<Likeness.Level> levels, int keys) {
    double exact = levels.getFirst().m();
    double slips = Math.min(0.95, (1 - exact) * CARELESS);
    double apart = slips * levels.getLast().m() / (1 - exact);
    return log2(apart + (slips - apart) * Math.pow(1 - Rules.FOUND, keys));
  }

  /// What is said of the values of a trait.
  private static final class Said {
    /// Whether few rows share a value.
    private final boolean areRare;

    private final boolean hasOutline;

    /// How many numbers there are of a value: its signs, two in a number, and where it has one its
    /// outline.
    private final int each;

    /// By value its numbers, side by side.
    private final int[] numbers;

    /// The bits of sharing no key, and of looking alike all the same.
    private final double different;

    private final double alike;

    Said(Trait trait) {
      Likeness likeness = trait.likeness;
      int keys = likeness.keys().size();
      hasOutline = likeness.hasOutlines();
      boolean speaksAgainst = hasOutline || trait.kind == Kind.BIRTH_DATE;
      different = speaksAgainst ? different(likeness.levels(), keys) : 0;
      alike = hasOutline ? alike(likeness.levels().get(1)) : 0;
      each = (keys + 1) / 2 + (hasOutline ? 1 : 0);
      var signs = new Signs(trait);
      areRare = signs.areRare();
      numbers = signs.all(each);
    }

    private static double alike(Likeness.Level near) {
      return log2(Weights.RARER * near.m() / near.u());
    }

    /// The bits of both rows holding a value.
    double same(int value) {
      return STEP * (areRare ? Signs.RAREST : Signs.rarity(numbers[value * each]));
    }

    /// The bits of one row holding one value and the other another.
    double apart(int a, int b) {
      int one = a * each;
      int other = b * each;
      int most = -1;
      for (int i = 0; i < each - (hasOutline ? 1 : 0); i++) {
        most = Math.max(most, Signs.rarest(numbers[one + i], numbers[other + i]));
      }
      if (most >= 0) {
        return STEP * most;
      }
      boolean near =
          hasOutline && Outline.areNear(numbers[one + each - 1], numbers[other + each - 1]);
      return near ? alike : different;
    }

    /// The bits of different values at worst.
    double atWorst() {
      return Math.min(0, different);
    }
  }

  /// Whether comparing the rows at two places would only tell that they are not one.
  boolean isHopeless(int a, int b) {
    if (silent) {
      return false;
    }
    double bits = 0;
    double against = 0;
    int differ = 0;
    for (int trait = 0; trait < said.length; trait++) {
      int one = traits.valueAt(trait, 0, a);
      int other = traits.valueAt(trait, 0, b);
      if (one >= 0 && one == other) {
        bits += said[trait].same(one);
      } else if ((one | other) >= 0) {
        against += said[trait].atWorst();
        differ |= 1 << trait;
      }
    }
    // Where enough is the same, what differs need not be looked at.
    for (int rest = differ; rest != 0 && bits + against < least; rest &= rest - 1) {
      int trait = Integer.numberOfTrailingZeros(rest);
      Said what = said[trait];
      against -= what.atWorst();
      bits += what.apart(traits.valueAt(trait, 0, a), traits.valueAt(trait, 0, b));
    }
    return bits + against < least;
  }

  /// Whether the rows at two places are compared though they promise nothing. The same two always
  /// are or are not.
  static boolean isSample(int a, int b) {
    return Rule.mix((long) Math.min(a, b) << 32 | Math.max(a, b), 0) >>> 60 == 0;
  }
}
