package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Learns from the pairs of a list how often rows that are one agree (m), without labels:
/// expectation–maximisation over the counts of patterns, once for every rule with the traits the
/// rule did not look at (Winkler 1988), and what was believed before counting as much as a few
/// pairs. Where too few pairs speak, that stays.
final class Learning {
  private static final int ROUNDS = 30;

  /// What was believed before counts as so many pairs that are one.
  static final double BELIEF = 25;

  /// Instead of rules: under whichever, or none.
  private static final int ALL = -1;

  private static final double LEAST = 0.002;
  private static final double LEAST_DIFFERENT = 0.008;
  private static final double MOST_DIFFERENT = 0.1;
  private static final double MOST_OTHER_UNIT = 0.03;

  private final Traits traits;
  private final Chances chances;
  private final Pairs.Shown[] shown;
  private final List<Rule> rules;

  Learning(Traits traits, Chances chances, Pairs pairs, List<Rule> rules) {
    this.traits = traits;
    this.chances = chances;
    this.shown = pairs.shown();
    this.rules = rules;
  }

  /// What was learned: by trait and level m and u.
  static final class Learned {
    private final double[][] m;
    private final double[][] u;
    private final double[] pairs;
    private final double[] alike;
    private final double household;

    Learned(double[][] m, double[][] u, double[] pairs, double[] alike, double household) {
      this.m = m;
      this.u = u;
      this.pairs = pairs;
      this.alike = alike;
      this.household = household;
    }

    private Learned with(double[][] newM, double[][] newU, double[] newPairs) {
      return new Learned(newM, newU, newPairs, alike, household);
    }

    double[][] m() {
      return m;
    }

    double[][] u() {
      return u;
    }

    /// From about how many pairs that are one a trait was learned.
    double pairs(int trait) {
      return pairs[trait];
    }

    /// The share of rows that hold the more common of two values that are alike by chance; 0 where
    /// too few were seen to tell.
    double alike(int trait) {
      return alike[trait];
    }

    /// The most that a family name and a place in common weigh alone, in bits.
    double household() {
      return household;
    }
  }

  /// What is believed before any pair is weighed.
  Learned believed() {
    double[][] m = new double[traits.size()][];
    double[][] u = new double[traits.size()][];
    for (int trait = 0; trait < m.length; trait++) {
      m[trait] = believed(trait);
      u[trait] = chances.of(trait);
    }
    double[] alike = new double[traits.size()];
    for (int trait = 0; trait < alike.length; trait++) {
      double rows = Math.max(1, traits.rows);
      alike[trait] =
          chances.knowsCommonness(trait) ? Math.min(1, chances.commonness(trait) / rows) : 0;
    }
    return new Learned(m, u, new double[traits.size()], alike, household());
  }

  /// What follows when so many of the pairs that were compared are one.
  ///
  /// @param ones by trait and level, how many pairs that are one
  /// @param all by trait and level, how many pairs
  Learned of(Learned before, double[][] ones, double[][] all, double matches) {
    double[][] m = new double[traits.size()][];
    double[] pairs = new double[traits.size()];
    for (int trait = 0; trait < m.length; trait++) {
      m[trait] = shares(trait, ones[trait]);
      pairs[trait] = Arrays.stream(ones[trait]).sum();
    }
    double share = matches / Math.max(1, traits.pairs());
    double[][] u = new double[traits.size()][];
    for (int trait = 0; trait < m.length; trait++) {
      u[trait] = chances.of(trait);
      double known = chances.knownPairs(trait);
      for (int level = 1; level < u[trait].length; level++) {
        // Pairs that are one were drawn with the others; those compared are counted one by one.
        double one = share * m[trait][level];
        double drawn = u[trait][level] - one - 2 * Math.sqrt(one / chances.looked());
        double counted = (all[trait][level] - ones[trait][level] + 0.5) / known;
        u[trait][level] = Math.min(1, Math.max(drawn, counted));
      }
    }
    return before.with(m, u, pairs);
  }

  Learned learn() {
    Learned out = believed();
    for (int pass = 0; pass < 2; pass++) {
      double matches = pass == 0 ? 0 : matches(out);
      out = sessions(out.with(out.m, cleared(out.m, matches), out.pairs));
    }
    return out;
  }

  /// What a family name and a place in common weigh by themselves: how often those share both whose
  /// given names are known and differ. Infinite where there are no pairs to tell it by.
  private double household() {
    int given = traits.first(Kind.GIVEN_NAME);
    int family = traits.first(Kind.FAMILY_NAME);
    if (given < 0 || family < 0 || traits.pairs() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    int different = traits.all.get(given).likeness.levels().size();
    double relatives = 0;
    double known = 0;
    double all = 0;
    for (Pairs.Shown each : shown) {
      int level = Traits.level(each.pattern(), given);
      known += level > 0 ? each.count() : 0;
      all += each.count();
      boolean sameFamily = Traits.level(each.pattern(), family) == 1;
      if (level == different && sameFamily && livesTogether(each.pattern())) {
        relatives += each.count();
      }
    }
    double missed = all / Math.max(1, known);
    return Math.log(0.5 * traits.pairs() / (relatives * missed + 1)) / Math.log(2);
  }

  private boolean livesTogether(long pattern) {
    for (int trait = 0; trait < traits.size(); trait++) {
      Kind kind = traits.all.get(trait).kind;
      boolean telling = kind == Kind.ADDRESS || kind == Kind.POSTCODE;
      if (telling && Traits.level(pattern, trait) == 1) {
        return true;
      }
    }
    return false;
  }

  private double[] believed(int trait) {
    List<Likeness.Level> levels = traits.all.get(trait).likeness.levels();
    double[] out = new double[levels.size() + 1];
    for (int level = 1; level < out.length; level++) {
      out[level] = levels.get(level - 1).m();
    }
    return out;
  }

  /// u without the pairs that are one and were counted with the others.
  private double[][] cleared(double[][] m, double matches) {
    double share = matches / Math.max(1, traits.pairs());
    double[][] out = new double[m.length][];
    for (int trait = 0; trait < m.length; trait++) {
      out[trait] = chances.of(trait);
      for (int level = 1; level < out[trait].length; level++) {
        double seen = out[trait][level];
        double rest = (seen - share * m[trait][level]) / (1 - share);
        out[trait][level] = Math.min(1, Math.max(0.1 * seen, rest));
      }
    }
    return out;
  }

  private Learned sessions(Learned before) {
    List<double[][]> heard = new ArrayList<>();
    if (Blocking.comparesAll(traits)) {
      heard.add(session(before, ALL, 0));
    } else {
      for (int rule = 0; rule < rules.size(); rule++) {
        heard.add(session(before, 1 << rule, withPlaces(rules.get(rule).uses())));
      }
    }
    double[][] m = new double[traits.size()][];
    double[] pairs = new double[traits.size()];
    for (int trait = 0; trait < m.length; trait++) {
      double[] sum = new double[16];
      for (double[][] each : heard) {
        for (int level = 1; level < 16; level++) {
          sum[level] += each[trait][level];
        }
      }
      pairs[trait] = Arrays.stream(sum).sum();
      m[trait] = shares(trait, sum);
    }
    return before.with(m, before.u, pairs);
  }

  /// A town follows from its postcode: a rule that looks at one place looks at all.
  private int withPlaces(int uses) {
    int places = 0;
    for (int trait = 0; trait < traits.size(); trait++) {
      places |= traits.all.get(trait).isPlace() ? 1 << trait : 0;
    }
    return (uses & places) != 0 ? uses | places : uses;
  }

  private double[] shares(int trait, double[] counted) {
    double[] believed = believed(trait);
    double all = Arrays.stream(counted).sum();
    double[] out = new double[believed.length];
    for (int level = 1; level < out.length; level++) {
      double share = (counted[level] + BELIEF * believed[level]) / (all + BELIEF);
      out[level] = Math.max(LEAST, share);
    }
    int last = out.length - 1;
    boolean fixed = isWhatItIs(traits.all.get(trait).kind);
    out[last] = Math.clamp(out[last], LEAST_DIFFERENT, fixed ? MOST_DIFFERENT : 1);
    for (int level = 1; level < last && fixed; level++) {
      Agreement how = traits.all.get(trait).likeness.levels().get(level - 1).agreement();
      out[level] = how == Agreement.OTHER_UNIT ? Math.min(out[level], MOST_OTHER_UNIT) : out[level];
    }
    return out;
  }

  /// What an entity has may change; its name and its birthday hardly do. A group whose names differ
  /// is a family or a firm, and learning must not take it for one person. So it is with the address
  /// of an organisation's place: people move, but a factory elsewhere is another factory.
  private boolean isWhatItIs(Kind kind) {
    return switch (kind) {
      case NAME, GIVEN_NAME, FAMILY_NAME, ORGANISATION_NAME, BIRTH_DATE -> true;
      case ADDRESS -> traits.isOfPlaces;
      default -> false;
    };
  }

  /// Pairs that share a rule's keys, sorted into those that are one and those that are not by all
  /// traits the rule does not look at. Answers, by trait and level, how many of the former.
  private double[][] session(Learned start, int rule, int without) {
    double[][] m = start.m.clone();
    List<Pairs.Shown> met = under(rule);
    double all = 0;
    for (Pairs.Shown each : met) {
      all += each.count();
    }
    double matches = Math.min(0.3 * all, 0.3 * traits.rows);
    double[][] counts = new double[traits.size()][16];
    for (int round = 0; round < ROUNDS && all > 0; round++) {
      PatternBits bits = new PatternBits(traits, m, start.u, start.household);
      double prior = Math.log((matches + 0.5) / (all - Math.min(matches, all) + 0.5)) / Math.log(2);
      counts = new double[traits.size()][16];
      double found = 0;
      for (Pairs.Shown each : met) {
        found += expect(each, prior + bits.of(each.pattern(), without), counts);
      }
      boolean still = Math.abs(found - matches) < 1e-3 * matches;
      matches = found;
      for (int trait = 0; trait < m.length; trait++) {
        boolean used = (without >> trait & 1) == 1;
        m[trait] = used ? m[trait] : shares(trait, counts[trait]);
      }
      if (still) {
        break;
      }
    }
    return weighed(counts, without, rule == ALL ? 1 : all == 0 ? 0 : matches / all);
  }

  /// The patterns that pairs show which met under any of some rules, each once.
  private List<Pairs.Shown> under(int rules) {
    List<Pairs.Shown> out = new ArrayList<>();
    for (Pairs.Shown each : shown) {
      boolean known = !out.isEmpty() && out.getLast().pattern() == each.pattern();
      if (known && isUnder(each, rules)) {
        out.add(out.removeLast().with(each));
      } else if (isUnder(each, rules)) {
        out.add(each);
      }
    }
    return out;
  }

  private static boolean isUnder(Pairs.Shown shown, int rules) {
    return rules == ALL || (shown.met() & rules) != 0;
  }

  /// Adds how many pairs of a pattern are one to its levels, and answers it.
  private static double expect(Pairs.Shown shown, double bits, double[][] counts) {
    double one = shown.count() / (1 + Math.pow(2, -bits));
    for (int trait = 0; trait < counts.length; trait++) {
      int level = Traits.level(shown.pattern(), trait);
      counts[trait][level] += level == 0 ? 0 : one;
    }
    return one;
  }

  /// A session of which few pairs are one says little.
  private static double[][] weighed(double[][] counts, int without, double share) {
    for (int trait = 0; trait < counts.length; trait++) {
      double weight = (without >> trait & 1) == 1 ? 0 : Math.min(1, share * 2);
      for (int level = 0; level < 16; level++) {
        counts[trait][level] *= weight;
      }
    }
    return counts;
  }

  /// About how many pairs are one, by what was learned.
  private double matches(Learned learned) {
    PatternBits bits = new PatternBits(traits, learned.m, learned.u, learned.household);
    List<Pairs.Shown> all = under(ALL);
    double[] each = all.stream().mapToDouble(pairs -> bits.of(pairs.pattern(), 0)).toArray();
    double matches = 0.5 * traits.rows;
    for (int round = 0; round < ROUNDS; round++) {
      double prior = Math.log((matches + 1) / traits.pairs()) / Math.log(2);
      matches = 0;
      for (int i = 0; i < each.length; i++) {
        matches += all.get(i).count() / (1 + Math.pow(2, -prior - each[i]));
      }
    }
    return Math.min(matches, 0.5 * traits.pairs());
  }
}
