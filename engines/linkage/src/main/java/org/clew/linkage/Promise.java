package org.clew.linkage;

import java.util.List;
import java.util.stream.IntStream;

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

  /// A sign of a key: its first bits are drawn from the key, its last say how rare the key is: how
  /// far its holders are from two, in the words of [Model#chance]. 0 where there is no key.
  private static final int SIGN = 16;

  private static final int RARITY = 4;
  private static final int RAREST = (1 << RARITY) - 1;

  /// Where no more rows than this share a value on average, each counts as the rarest.
  private static final int FEW = 4;

  /// Bits of one step of rarity.
  private static final double STEP = 1.5;

  private final Traits traits;
  private final boolean silent;
  private final double least;

  /// By trait, the bits of sharing none of its keys.
  private final double[] different;

  /// By trait, the bits of looking alike all the same.
  private final double[] alike;

  /// By trait, where in the run of a row its numbers begin: its signs, two in a number, and where
  /// [#hasOutline] an outline. One more, where they end.
  private final int[] starts;

  private final boolean[] hasOutline;

  /// By trait, the most that may speak against two rows in those after it, in bits.
  private final double[] against;

  private final int width;

  /// By place a run of numbers.
  private final int[] table;

  /// @param threshold the weight from which pairs may be linked, in bits
  Promise(Traits traits, double threshold, Work work) {
    int size = traits.size();
    this.traits = traits;
    silent =
        traits.rows < LEAST_ROWS
            || traits.size() == 0
            || traits.second < traits.rows
            || traits.where(trait -> trait.hasWords() || trait.columns.length > 1).length > 0;
    different = new double[size];
    alike = new double[size];
    starts = new int[size + 1];
    hasOutline = new boolean[size];
    for (int trait = 0; trait < size && !silent; trait++) {
      Likeness likeness = traits.all.get(trait).likeness;
      int keys = likeness.keys().size();
      hasOutline[trait] = likeness.hasOutlines();
      if (hasOutline[trait] || traits.all.get(trait).kind == Kind.BIRTH_DATE) {
        different[trait] = different(likeness.levels(), keys);
      }
      if (hasOutline[trait]) {
        Likeness.Level near = likeness.levels().get(1);
        alike[trait] = log2(Weights.RARER * near.m() / near.u());
      }
      starts[trait + 1] = starts[trait] + (keys + 1) / 2 + (hasOutline[trait] ? 1 : 0);
    }
    least = Math.min(0, threshold) - SLACK - Weights.prior(traits, 0.5 * traits.rows);
    against = new double[size];
    for (int trait = size - 1; trait > 0; trait--) {
      against[trait - 1] = against[trait] + Math.min(0, Math.min(different[trait], alike[trait]));
    }
    width = starts[size];
    table = new int[Math.multiplyExact(traits.rows, width)];
    if (!silent) {
      int[][] numbers = IntStream.range(0, size).mapToObj(this::numbers).toArray(int[][]::new);
      work.parts(Work.PARTS, part -> fill(numbers, part));
    }
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

  /// By value of a trait, the signs of one of its keys.
  private static int[] signs(Trait trait, Likeness.Key key) {
    int[] counts = trait.counts;
    int[] out = new int[counts.length];
    if (key.grain() == Likeness.Grain.WHOLE) {
      boolean rare = areRare(trait);
      for (int value = 0; value < out.length; value++) {
        out[value] = sign(value, rare ? RAREST : rarity(trait, counts[value]));
      }
      return out;
    }
    int mask = Integer.highestOneBit(Math.max(1, counts.length)) * 4 - 1;
    int[] held = new int[mask + 1];
    for (int value = 0; value < out.length; value++) {
      out[value] = key.of(value);
      held[spread(out[value]) & mask] += counts[value];
    }
    for (int value = 0; value < out.length; value++) {
      int own = out[value];
      out[value] = own < 0 ? 0 : sign(own, rarity(trait, held[spread(own) & mask]));
    }
    return out;
  }

  /// Whether few rows share a value. Names of both kinds stand in one dictionary, so that not all
  /// values in it are a trait's.
  private static boolean areRare(Trait trait) {
    long own = 0;
    for (int count : trait.counts) {
      own += count > 0 ? 1 : 0;
    }
    return FEW * own > trait.holders;
  }

  private static int spread(int key) {
    return (key * 0x9E3779B9) >>> 3;
  }

  private static int sign(int key, int rarity) {
    int drawn = (key * 0x9E3779B9) >>> (32 - SIGN + RARITY);
    return Math.max(1, drawn) << RARITY | rarity;
  }

  private static int rarity(Trait trait, int held) {
    double share = 1 / Model.of(trait.kind).chance(Math.max(0, held - 2), trait.holders);
    // The exponent of the square is twice the bits of the share: three of them make one step.
    return Math.clamp((Math.getExponent(share * share) + 1) / 3, 0, RAREST);
  }

  /// By value of a trait its numbers, side by side.
  private int[] numbers(int trait) {
    Likeness likeness = traits.all.get(trait).likeness;
    int each = starts[trait + 1] - starts[trait];
    int values = traits.all.get(trait).counts.length;
    int[] out = new int[Math.multiplyExact(each, values)];
    for (int key = 0; key < likeness.keys().size() && each > 0; key++) {
      int[] signs = signs(traits.all.get(trait), likeness.keys().get(key));
      for (int value = 0; value < values; value++) {
        out[value * each + key / 2] |= signs[value] << (key % 2 * SIGN);
      }
    }
    for (int value = 0; value < values && hasOutline[trait]; value++) {
      out[(value + 1) * each - 1] = likeness.outline(value);
    }
    return out;
  }

  /// Writes the numbers of some rows; answers how many.
  private int fill(int[][] numbers, int part) {
    int from = Work.start(traits.rows, part);
    int end = Work.start(traits.rows, part + 1);
    for (int place = from; place < end; place++) {
      for (int trait = 0; trait < numbers.length; trait++) {
        int value = traits.valueAt(trait, 0, place);
        int each = starts[trait + 1] - starts[trait];
        int at = place * width + starts[trait];
        for (int i = 0; value >= 0 && i < each; i++) {
          table[at + i] = numbers[trait][value * each + i];
        }
      }
    }
    return end - from;
  }

  /// Whether all pairs are compared.
  boolean isSilent() {
    return silent;
  }

  /// Looks at what it knows of a place, so that it is near when it is asked for.
  int prefetch(int place) {
    int at = place * width;
    return table[at] ^ table[at + width - 1];
  }

  /// Whether comparing the rows at two places would only tell that they are not one.
  boolean isHopeless(int a, int b) {
    int left = a * width;
    int right = b * width;
    double bits = 0;
    for (int trait = 0; trait < different.length; trait++) {
      int one = left + starts[trait];
      int other = right + starts[trait];
      int outline = starts[trait + 1] - starts[trait] - (hasOutline[trait] ? 1 : 0);
      int rarest = rarest(one, other, outline);
      if (rarest >= 0) {
        bits += STEP * rarest;
      } else if (isKnown(table[one]) && isKnown(table[other])) {
        boolean near =
            hasOutline[trait] && Outline.areNear(table[one + outline], table[other + outline]);
        bits += near ? alike[trait] : different[trait];
      }
      if (bits + against[trait] >= least) {
        return false;
      }
    }
    return true;
  }

  /// How rare the rarest key is that two rows share; -1 where they share none.
  private int rarest(int left, int right, int count) {
    int most = -1;
    for (int i = 0; i < count; i++) {
      int one = table[left + i];
      int apart = one ^ table[right + i];
      if (apart << SIGN == 0 && one << SIGN != 0) {
        most = Math.max(most, one & RAREST);
      }
      if (apart >>> SIGN == 0 && one >>> SIGN != 0) {
        most = Math.max(most, one >>> SIGN & RAREST);
      }
    }
    return most;
  }

  /// Whether the first of two signs is one, so that the row says something.
  private static boolean isKnown(int signs) {
    return signs << SIGN != 0;
  }

  /// Whether the rows at two places are compared though they promise nothing. The same two always
  /// are or are not.
  static boolean isSample(int a, int b) {
    return Rule.mix((long) Math.min(a, b) << 32 | Math.max(a, b), 0) >>> 60 == 0;
  }
}
