package org.clew.linkage;

/// Bits of levels, and of whole patterns: log2(m/u), never more for a weaker level than for a
/// stronger one; of places, and of a household, what is said twice is not counted twice.
final class PatternBits {
  /// What differs and says next to nothing says nothing.
  private static final double LEAST_AGAINST = -0.1;

  private static final double MOST = 40;
  private static final double SAID_AGAIN = 0.25;

  /// The most that a value weighs which differs in its number alone: a neighbour's address, a
  /// namesake's e-mail.
  private static final double OTHER_UNIT = 1;

  /// The same of places that are told from each other by their plots, units and branches.
  private static final double OTHER_UNIT_OF_PLACES = -2;

  private final Traits traits;
  private final double[][] bits;
  private final double household;
  private final int[] places;
  private final int[] texts;
  private final int address;
  private int given = -1;
  private int family = -1;

  /// @param household the most that a family name and a place in common weigh where no given name
  ///   agrees
  PatternBits(Traits traits, double[][] m, double[][] u, double household) {
    this.traits = traits;
    this.household = household;
    address = traits.first(Kind.ADDRESS);
    places = traits.where(Trait::isPlace);
    texts = traits.where(trait -> trait.kind == Kind.TITLE || trait.kind == Kind.TEXT);
    bits = new double[traits.size()][16];
    for (int trait = 0; trait < bits.length; trait++) {
      Kind kind = traits.all.get(trait).kind;
      given = kind == Kind.GIVEN_NAME && given < 0 ? trait : given;
      family = kind == Kind.FAMILY_NAME && family < 0 ? trait : family;
      boolean telling =
          traits.isOfPlaces && (kind == Kind.ADDRESS || kind == Kind.ORGANISATION_NAME);
      double otherUnit = telling ? OTHER_UNIT_OF_PLACES : OTHER_UNIT;
      fill(traits.all.get(trait), bits[trait], m[trait], u[trait], otherUnit);
    }
  }

  private static void fill(Trait trait, double[] out, double[] m, double[] u, double otherUnit) {
    int last = m.length - 1;
    double different = Math.log(m[last] / u[last]) / Math.log(2);
    out[last] = different > LEAST_AGAINST ? 0 : different;
    for (int level = 1; level < last; level++) {
      Agreement how = trait.likeness.levels().get(level - 1).agreement();
      double cap = how == Agreement.OTHER_UNIT ? otherUnit : MOST;
      int stronger = trait.likeness.noMoreThan(level - 1) + 1;
      double most = stronger == 0 ? cap : Math.min(out[stronger], cap);
      double each = Math.log(m[level] / u[level]) / Math.log(2);
      out[level] = Math.max(out[last], Math.min(most, each));
    }
  }

  double of(int trait, int level) {
    return bits[trait][level];
  }

  /// Bits of a pattern, before any value is looked at.
  ///
  /// @param without traits that do not count, one bit each
  double of(long pattern, int without) {
    double[] each = new double[traits.size()];
    for (int trait = 0; trait < each.length; trait++) {
      each[trait] = (without >> trait & 1) == 1 ? 0 : bits[trait][Traits.level(pattern, trait)];
    }
    temper(each);
    double sum = 0;
    for (double one : each) {
      sum += one;
    }
    return sum;
  }

  /// Takes from bits by trait what says the same twice: of places that agree, and of places that do
  /// not, the strongest counts in full and the others by a quarter, and so of titles and texts;
  /// where organisations have other addresses their country counts by a quarter, too; where the
  /// family name agrees and no given name does, a place in common counts no more than in a
  /// household of this list.
  void temper(double[] each) {
    boolean elsewhere = traits.isOfPlaces && address >= 0 && each[address] < 0;
    temper(each, places);
    for (int trait : places) {
      each[trait] *= elsewhere && each[trait] > 0 ? SAID_AGAIN : 1;
    }
    temper(each, texts);
    if (given >= 0 && family >= 0 && each[given] <= 0 && each[family] > 0) {
      temperHousehold(each);
    }
  }

  private static void temper(double[] each, int[] alike) {
    int best = -1;
    int worst = -1;
    for (int trait : alike) {
      best = each[trait] > 0 && (best < 0 || each[trait] > each[best]) ? trait : best;
      worst = each[trait] < 0 && (worst < 0 || each[trait] < each[worst]) ? trait : worst;
    }
    for (int trait : alike) {
      each[trait] *= trait == best || trait == worst ? 1 : SAID_AGAIN;
    }
  }

  private void temperHousehold(double[] each) {
    double shared = 0;
    for (int trait : places) {
      shared += Math.max(0, each[trait]);
    }
    double over = each[family] + shared - household;
    if (shared == 0 || over <= 0) {
      return;
    }
    double share = Math.max(0, shared - over) / shared;
    for (int trait : places) {
      each[trait] *= each[trait] > 0 ? share : 1;
    }
    each[family] = Math.min(each[family], household);
  }
}
