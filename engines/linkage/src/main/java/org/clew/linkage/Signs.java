package org.clew.linkage;

/// What [Promise] knows of the values of a trait: of each key a sign, two in a number, and where
/// there is one the outline. Needed until the numbers are made; they stand alone.
final class Signs {
  /// A sign of a key: its first bits are drawn from the key, its last say how rare the key is: how
  /// far its holders are from two, in the words of [Model#chance]. 0 where there is no key.
  private static final int SIGN = 16;

  private static final int RARITY = 4;
  static final int RAREST = (1 << RARITY) - 1;

  /// A number by which keys are multiplied, so that those near each other are drawn far apart.
  private static final int SPREAD = 0x9E3779B9;

  /// Where no more rows than this share a value on average, each counts as the rarest.
  private static final int FEW = 4;

  private final Trait trait;
  private final Likeness.Key[] keys;

  /// By key, whether it is the whole value.
  private final boolean[] areWhole;

  /// By key that is a part, in how many rows are those that are drawn to a place.
  private final int[][] held;

  private final int mask;

  /// By how many rows, how rare what they hold is.
  private final byte[] rarities = new byte[256];

  private final boolean areRare;

  Signs(Trait trait) {
    this.trait = trait;
    keys = trait.likeness.keys().toArray(new Likeness.Key[0]);
    int values = trait.counts.length;
    mask = Integer.highestOneBit(Math.max(1, values)) * 2 - 1;
    areWhole = new boolean[keys.length];
    held = new int[keys.length][];
    for (int key = 0; key < keys.length; key++) {
      areWhole[key] = keys[key].grain() == Likeness.Grain.WHOLE;
      held[key] = new int[areWhole[key] ? 0 : mask + 1];
    }
    long own = 0;
    for (int value = 0; value < values; value++) {
      own += count(value);
    }
    // Names of both kinds stand in one dictionary, so that not all values in it are a trait's.
    areRare = FEW * own > trait.holders;
    for (int holders = 0; holders < rarities.length; holders++) {
      rarities[holders] = (byte) rarityOf(holders);
    }
  }

  /// Counts a value under its keys; answers 1 where any row holds it.
  private int count(int value) {
    int count = trait.counts[value];
    for (int key = 0; key < keys.length && count > 0; key++) {
      int own = keys[key].of(value);
      if (!areWhole[key] && own >= 0) {
        held[key][spread(own) & mask] += count;
      }
    }
    return count > 0 ? 1 : 0;
  }

  /// Whether few rows share a value.
  boolean areRare() {
    return areRare;
  }

  /// By value so many numbers, side by side.
  int[] all(int each) {
    int[] out = new int[ListTooLarge.numbers(trait.counts.length, each)];
    for (int value = 0; value < trait.counts.length; value++) {
      if (trait.counts[value] > 0) {
        say(value, out, value * each, each);
      }
    }
    return out;
  }

  private void say(int value, int[] out, int at, int each) {
    for (int key = 0; key < keys.length; key++) {
      out[at + key / 2] |= sign(key, value) << (key % 2 * SIGN);
    }
    if (trait.likeness.hasOutlines()) {
      out[at + each - 1] = trait.likeness.outline(value);
    }
  }

  private int sign(int key, int value) {
    int own = keys[key].of(value);
    if (own < 0) {
      return 0;
    }
    int drawn = Math.max(1, (own * SPREAD) >>> (32 - SIGN + RARITY));
    int holders = areWhole[key] ? trait.counts[value] : held[key][spread(own) & mask];
    return drawn << RARITY | (areWhole[key] && areRare ? RAREST : rarityBy(holders));
  }

  private int rarityBy(int holders) {
    return holders < rarities.length ? rarities[holders] : rarityOf(holders);
  }

  private int rarityOf(int holders) {
    double share = 1 / Model.of(trait.kind).chance(Math.max(0, holders - 2), trait.holders);
    // The exponent of the square is twice the bits of the share: three of them make one step.
    return Math.clamp((Math.getExponent(share * share) + 1) / 3, 0, RAREST);
  }

  private static int spread(int key) {
    return (key * SPREAD) >>> 3;
  }

  /// How rare the first key is of two signs.
  static int rarity(int signs) {
    return signs & RAREST;
  }

  /// How rare the rarer key is that both have of two signs each; -1 where they share none.
  static int rarest(int signs, int others) {
    int apart = signs ^ others;
    int first = apart << SIGN == 0 && signs << SIGN != 0 ? rarity(signs) : -1;
    int second = apart >>> SIGN == 0 && signs >>> SIGN != 0 ? rarity(signs >>> SIGN) : -1;
    return Math.max(first, second);
  }
}
