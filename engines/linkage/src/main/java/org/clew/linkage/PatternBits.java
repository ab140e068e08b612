package org.clew.linkage;

/// Bits of levels, and of whole patterns: log2(m/u), never more for a weaker level than for a
/// stronger one; of places, and of a household, what is said twice is not counted twice.
final class PatternBits {
  /// What differs and says next to nothing says nothing.
  private static final double LEAST_AGAINST = -0.1;

  private static final double MOST = 40;
  private static final double OTHER_PLACES = 0.25;

  /// The most that a value weighs which differs in its number alone: a neighbour's address, a
  /// namesake's e-mail.
  private static final double OTHER_UNIT = 1;

  private final Traits traits;
  private final double[][] bits;
  private final double household;
  private final boolean[] places;
  private int given = -1;
  private int family = -1;

  /// @param household the most that a family name and a place in common weigh where no given name
  ///   agrees
  PatternBits(Traits traits, double[][] m, double[][] u, double household) {
    this.traits = traits;
    this.household = household;
    bits = new double[traits.size()][16];
    places = new boolean[traits.size()];
    for (int trait = 0; trait < bits.length; trait++) {
      Kind kind = traits.all.get(trait).kind;
      given = kind == Kind.GIVEN_NAME && given < 0 ? trait : given;
      family = kind == Kind.FAMILY_NAME && family < 0 ? trait : family;
      places[trait] = traits.all.get(trait).isPlace();
      fill(traits.all.get(trait), bits[trait], m[trait], u[trait]);
    }
  }

  private static void fill(Trait trait, double[] out, double[] m, double[] u) {
    int last = m.length - 1;
    double different = Math.log(m[last] / u[last]) / Math.log(2);
    out[last] = different > LEAST_AGAINST ? 0 : different;
    double most = MOST;
    for (int level = 1; level < last; level++) {
      boolean turned = isName(trait.kind) && level == NameLikeness.TURNED + 1;
      Agreement how = trait.likeness.levels().get(level - 1).agreement();
      double cap = how == Agreement.OTHER_UNIT ? OTHER_UNIT : MOST;
      double each = Math.log(m[level] / u[level]) / Math.log(2);
      double monotone = Math.min(turned ? cap : Math.min(most, cap), each);
      out[level] = Math.max(out[last], monotone);
      most = turned ? most : out[level];
    }
  }

  private static boolean isName(Kind kind) {
    return kind == Kind.GIVEN_NAME || kind == Kind.FAMILY_NAME;
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
  /// not, the strongest counts in full and the others by a quarter; where the family name agrees
  /// and no given name does, a place in common counts no more than in a household of this list.
  void temper(double[] each) {
    double best = 0;
    double worst = 0;
    for (int trait = 0; trait < each.length; trait++) {
      if (places[trait]) {
        best = Math.max(best, each[trait]);
        worst = Math.min(worst, each[trait]);
      }
    }
    boolean bestSeen = false;
    boolean worstSeen = false;
    for (int trait = 0; trait < each.length; trait++) {
      double one = each[trait];
      if (!places[trait] || one == 0) {
        continue;
      }
      boolean full = one > 0 ? one == best && !bestSeen : one == worst && !worstSeen;
      bestSeen |= one > 0 && full;
      worstSeen |= one < 0 && full;
      each[trait] = one * (full ? 1 : OTHER_PLACES);
    }
    if (given >= 0 && family >= 0 && each[given] <= 0 && each[family] > 0) {
      temperHousehold(each);
    }
  }

  private void temperHousehold(double[] each) {
    double shared = 0;
    for (int trait = 0; trait < each.length; trait++) {
      shared += places[trait] ? Math.max(0, each[trait]) : 0;
    }
    double over = each[family] + shared - household;
    if (shared == 0 || over <= 0) {
      return;
    }
    double share = Math.max(0, shared - over) / shared;
    for (int trait = 0; trait < each.length; trait++) {
      if (places[trait] && each[trait] > 0) {
        each[trait] *= share;
      }
    }
    each[family] = Math.min(each[family], household);
  }
}
