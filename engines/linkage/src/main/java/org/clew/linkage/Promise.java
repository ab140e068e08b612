package org.clew.linkage;

import java.util.Arrays;
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

  /// A number of a key says in its last bits how rare the key is: how far its holders are from two,
  /// in the words of [Model#chance].
  private static final int RARITY = 4;

  private static final int RAREST = (1 << RARITY) - 1;

  /// Where no more rows than this share a value on average, each counts as the rarest.
  private static final int FEW = 4;

  /// Bits of one step of rarity.
  private static final double STEP = 1.5;

  private final boolean silent;
  private final double least;

  /// By trait its keys, one bit each, and the first of them.
  private final long[] parts;

  private final int[] first;

  /// By trait, the bits of sharing none of its keys.
  private final double[] different;

  /// By trait, the bits of looking alike all the same.
  private final double[] alike;

  /// By trait, where the outline of its value stands; -1 for none.
  private final int[] outlines;

  /// @param parts the keys that rules look at; takes in all others there are
  /// @param threshold the weight from which pairs may be linked, in bits
  Promise(Traits traits, List<Rule.Part> parts, double threshold) {
    int size = traits.size();
    silent =
        traits.rows < LEAST_ROWS
            || parts.isEmpty()
            || traits.second < traits.rows
            || traits.where(trait -> trait.hasWords() || trait.columns.length > 1).length > 0;
    for (int trait = 0; trait < size && !silent; trait++) {
      for (Likeness.Key key : traits.all.get(trait).likeness.keys()) {
        var part = new Rule.Part(trait, key);
        if (!parts.contains(part)) {
          parts.add(part);
        }
      }
    }
    this.parts = new long[size];
    first = new int[size];
    for (int part = parts.size() - 1; part >= 0; part--) {
      this.parts[parts.get(part).trait()] |= 1L << part;
      first[parts.get(part).trait()] = part;
    }
    different = new double[size];
    alike = new double[size];
    outlines = new int[size];
    Arrays.fill(outlines, -1);
    int next = parts.size();
    for (int trait = 0; trait < size && !silent; trait++) {
      Likeness likeness = traits.all.get(trait).likeness;
      if (likeness.hasOutlines() || traits.all.get(trait).kind == Kind.BIRTH_DATE) {
        different[trait] = different(likeness.levels(), Long.bitCount(this.parts[trait]));
      }
      if (likeness.hasOutlines()) {
        Likeness.Level near = likeness.levels().get(1);
        alike[trait] = log2(Weights.RARER * near.m() / near.u());
        outlines[trait] = next++;
      }
    }
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

  /// By value of a trait, the number of its key: no two keys have the same, but by chance. Empty
  /// where it is that of a [#rare] value.
  static int[] numbers(Trait trait, Likeness.Key key) {
    int[] counts = trait.counts;
    if (key.grain() == Likeness.Grain.WHOLE && areRare(trait)) {
      return new int[0];
    }
    int[] out = new int[counts.length];
    if (key.grain() == Likeness.Grain.WHOLE) {
      Arrays.setAll(out, value -> number(value, trait, counts[value]));
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
      out[value] = own < 0 ? -1 : number(own, trait, held[spread(own) & mask]);
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

  /// The number of a value that is its own key, of a trait of which few rows share any.
  static int rare(int value) {
    return (value << RARITY | RAREST) & Integer.MAX_VALUE;
  }

  private static int spread(int key) {
    return (key * 0x9E3779B9) >>> 3;
  }

  private static int number(int key, Trait trait, int held) {
    double share = 1 / Model.of(trait.kind).chance(Math.max(0, held - 2), trait.holders);
    // The exponent of the square is twice the bits of the share: three of them make one step.
    int rarity = (Math.getExponent(share * share) + 1) / 3;
    return (key << RARITY | Math.clamp(rarity, 0, RAREST)) & Integer.MAX_VALUE;
  }

  /// How many outlines a row has.
  int outlines() {
    return (int) Arrays.stream(outlines).filter(at -> at >= 0).count();
  }

  /// Where the outline of a trait stands; -1 for none.
  int outline(int trait) {
    return outlines[trait];
  }

  /// Whether comparing two rows would only tell that they are not one.
  ///
  /// @param shared the keys they share
  /// @param table of keys and outlines, in which each row has a run
  boolean isHopeless(long shared, int[] table, int left, int right) {
    if (silent) {
      return false;
    }
    double bits = 0;
    for (int trait = 0; trait < parts.length; trait++) {
      long both = shared & parts[trait];
      if (both != 0) {
        bits += rarest(both, table, left);
      } else if ((table[left + first[trait]] | table[right + first[trait]]) >= 0) {
        bits += looksAlike(trait, table, left, right) ? alike[trait] : different[trait];
      }
    }
    return bits < least;
  }

  private static double rarest(long shared, int[] table, int row) {
    int most = 0;
    for (long rest = shared; rest != 0; rest &= rest - 1) {
      int key = table[row + Long.numberOfTrailingZeros(rest)];
      most = Math.max(most, key & RAREST);
    }
    return STEP * most;
  }

  private boolean looksAlike(int trait, int[] table, int left, int right) {
    int at = outlines[trait];
    return at >= 0 && Outline.areNear(table[left + at], table[right + at]);
  }

  /// Whether a pair that promises nothing is compared all the same. The same pair always is or is
  /// not.
  static boolean isSample(long pair) {
    return Rule.mix(pair, 0) >>> 60 == 0;
  }
}
