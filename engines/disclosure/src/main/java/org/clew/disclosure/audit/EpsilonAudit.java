package org.clew.disclosure.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.noise.Bits;

/// How much releases of a small made-up list tell of a canary, a person whose values nobody else
/// has, to somebody who knows all others: releases with and without it, many of each. What is found
/// is a lower bound: a promise it goes beyond is broken, and one it stays below may still be.
///
/// Which signs to go by is learned on the first third of the runs, and how often they are right
/// counted on the others, however many were tried. Both bounds together hold 95 times in 100 (each
/// 97.5 times, by Bonferroni).
///
/// It is about one list by itself, one row a person, one value a column. Whether the tables are
/// chosen within their part of ρ it hardly sees: so little of ρ is spent on that.
///
/// @param runs so many releases with the canary, and as many without
/// @param epsilon what was promised
/// @param delta with it
/// @param rho what was allowed to be spent
/// @param epsilonFound ε is at least this
/// @param epsilonSign by what that was found
/// @param rhoFound ρ is at least this: sharper, since it does not hang on δ
/// @param rhoSign by what that was found
/// @param pairs of so many pairs of a release with and one without, each with noise of its own, it
///   was told right which is which
public record EpsilonAudit(
    int runs,
    double epsilon,
    double delta,
    double rho,
    double epsilonFound,
    String epsilonSign,
    double rhoFound,
    String rhoSign,
    Rate pairs) {

  /// The fewest runs that say anything.
  public static final int FEWEST = 40;

  private static final int LEARNED = 3;
  private static final int THRESHOLDS = 40;
  private static final int PEOPLE = 200;
  private static final int[] SIZES = {3, 2, 2, 2, 2, 2};

  /// Whether the ε found stays within what was promised.
  public boolean isEpsilonKept() {
    return epsilonFound <= epsilon;
  }

  /// Whether the ρ found stays within what was allowed.
  public boolean isRhoKept() {
    return rhoFound <= rho;
  }

  /// The ε that the ρ found comes to, with the same δ.
  public double epsilonOfRhoFound() {
    return rhoFound == 0 ? 0 : Zcdp.epsilon(rhoFound, delta);
  }

  /// The largest ε that so many runs could find, of releases that tell the canary every time. A
  /// promise of more is out of reach of [#epsilonFound].
  public double epsilonFindable() {
    return always().epsilon(delta);
  }

  /// The largest ρ that so many runs could find.
  public double rhoFindable() {
    return always().rho();
  }

  /// The least share of releases in which the canary would have to be given away, by a sign that is
  /// never there without it, for a bound to go beyond what was promised; 1 where none is enough.
  public double rarest() {
    int low = 0;
    int high = counted();
    while (high - low > 1) {
      int middle = (low + high) / 2;
      var found = new Found(new Rate(middle, counted()), new Rate(0, counted()));
      if (found.epsilon(delta) > epsilon || found.rho() > rho) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (double) high / counted();
  }

  private Found always() {
    return new Found(new Rate(counted(), counted()), new Rate(0, counted()));
  }

  private int counted() {
    return runs - runs / LEARNED;
  }

  /// Makes releases with and without a canary.
  ///
  /// @param mechanism what makes them, of one row a person, and without structural zeros
  /// @param rho what it may spend
  /// @param runs so many of each, [#FEWEST] at least
  /// @throws Stopped when it was stopped
  public static EpsilonAudit of(
      Mechanism mechanism,
      double epsilon,
      double delta,
      double rho,
      int runs,
      Bits bits,
      Progress progress) {
    Microdata without = list(PEOPLE);
    Microdata with = list(PEOPLE + 1);
    var traces = new Traces(canary(), without, PEOPLE);
    List<Seen> seen =
        Runs.of(
            2 * runs,
            bits,
            progress,
            (number, own, within) ->
                traces
                    .of(mechanism.make(number % 2 == 0 ? with : without, own, within), 1)
                    .getFirst());
    List<Seen> ins = new ArrayList<>();
    List<Seen> outs = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      (i % 2 == 0 ? ins : outs).add(seen.get(i));
    }
    int learned = runs / LEARNED;
    List<Seen> learnIns = ins.subList(0, learned);
    List<Seen> learnOuts = outs.subList(0, learned);
    List<Seen> countIns = ins.subList(learned, runs);
    List<Seen> countOuts = outs.subList(learned, runs);
    List<Score> scores = scores(learnIns, learnOuts);
    List<Sign> signs = scores.stream().flatMap(s -> signs(s, learnIns, learnOuts)).toList();
    int counted = runs - learned;
    Sign byEpsilon = best(signs, learnIns, learnOuts, found -> found.over(counted).epsilon(delta));
    Sign byRho = best(signs, learnIns, learnOuts, found -> found.over(counted).rho());
    return new EpsilonAudit(
        runs,
        epsilon,
        delta,
        rho,
        byEpsilon.on(countIns, countOuts).epsilon(delta),
        byEpsilon.score().words(),
        byRho.on(countIns, countOuts).rho(),
        byRho.score().words(),
        pairs(scores, learnIns, learnOuts, countIns, countOuts));
  }

  /// People who are much alike, none of whom has a value in the last two columns, and the canary
  /// last where there is room for it.
  private static Microdata list(int rows) {
    short[][] columns = new short[SIZES.length][rows];
    for (int row = 0; row < rows; row++) {
      columns[0][row] = (short) (row % 3);
      columns[1][row] = (short) (row % 3 == 0 ? 1 : 0);
      columns[2][row] = (short) (row % 2);
      columns[3][row] = (short) (row % 4 == 0 ? 1 : 0);
    }
    if (rows > PEOPLE) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][PEOPLE] = canary().column(column)[0];
      }
    }
    return new Microdata(SIZES, columns, rows);
  }

  private static Microdata canary() {
    short[][] columns = new short[SIZES.length][1];
    for (int column = 0; column < columns.length; column++) {
      columns[column][0] = (short) (SIZES[column] - 1);
    }
    return new Microdata(SIZES, columns, 1);
  }

  private record Score(String words, ToDoubleFunction<Seen> of) {}

  private static List<Score> scores(List<Seen> ins, List<Seen> outs) {
    List<Score> scores = new ArrayList<>();
    for (Trace trace : Trace.values()) {
      scores.add(new Score(trace.words(), trace::of));
    }
    scores.add(
        new Score("all of it together", Discriminant.of(List.of(Trace.values()), ins, outs)::of));
    return scores;
  }

  private enum Side {
    ABOVE,
    BELOW
  }

  private enum Speaks {
    FOR,
    AGAINST
  }

  /// Something that may be seen in a release, and speaks for or against the canary being in.
  private record Sign(Score score, double threshold, Side side, Speaks speaks) {

    Found on(List<Seen> ins, List<Seen> outs) {
      var with = new Rate(hits(ins), ins.size());
      var without = new Rate(hits(outs), outs.size());
      return speaks == Speaks.FOR ? new Found(with, without) : new Found(without, with);
    }

    private int hits(List<Seen> all) {
      int hits = 0;
      for (Seen seen : all) {
        boolean above = score.of().applyAsDouble(seen) >= threshold;
        hits += above == (side == Side.ABOVE) ? 1 : 0;
      }
      return hits;
    }
  }

  /// How often a sign was seen.
  ///
  /// @param more where it ought to be more often
  /// @param less where it ought to be less often
  record Found(Rate more, Rate less) {

    /// Two bounds, each of two rates: all four hold 95 times in 100.
    private static final double MISS = Rate.MISS / 4;

    /// What it would be over so many runs, were all like these: rare signs would go for nothing if
    /// they had to be sure on the first runs by themselves.
    Found over(int runs) {
      return new Found(over(more, runs), over(less, runs));
    }

    private static Rate over(Rate rate, int runs) {
      return new Rate((int) Math.round(rate.share() * runs), runs);
    }

    /// The least ε that is not ruled out.
    double epsilon(double delta) {
      double often = more.low(MISS) - delta;
      return often <= 0 ? 0 : Math.max(0, Math.log(often / less.high(MISS)));
    }

    /// The least ρ that is not ruled out: Rényi divergences of order α are ρα at most, and none is
    /// larger for what is seen than for all of the release.
    double rho() {
      double often = more.low(MISS);
      double seldom = less.high(MISS);
      double rho = 0;
      if (often > seldom) {
        for (double alpha = 1.001; alpha < 200; alpha = 1 + (alpha - 1) * 1.3) {
          rho = Math.max(rho, divergence(often, seldom, alpha) / alpha);
        }
      }
      return rho;
    }

    private static double divergence(double often, double seldom, double alpha) {
      double yes = alpha * Math.log(often) + (1 - alpha) * Math.log(seldom);
      double no = alpha * Math.log1p(-often) + (1 - alpha) * Math.log1p(-seldom);
      return (yes + Math.log1p(Math.exp(no - yes))) / (alpha - 1);
    }
  }

  private static Stream<Sign> signs(Score score, List<Seen> ins, List<Seen> outs) {
    double[] values =
        Stream.concat(ins.stream(), outs.stream()).mapToDouble(score.of()).sorted().toArray();
    return quantiles(values.length)
        .mapToDouble(i -> values[i])
        .distinct()
        .boxed()
        .flatMap(
            threshold ->
                Stream.of(Side.values())
                    .flatMap(
                        side ->
                            Stream.of(Speaks.values())
                                .map(speaks -> new Sign(score, threshold, side, speaks))));
  }

  /// Evenly, and closely from both ends on: what gives somebody away may be rare.
  private static IntStream quantiles(int count) {
    IntStream even = IntStream.range(1, THRESHOLDS).map(i -> i * count / THRESHOLDS);
    IntStream ends =
        IntStream.iterate(1, i -> i < count / THRESHOLDS, i -> i + 1 + i / 4)
            .flatMap(i -> IntStream.of(i, count - i));
    return IntStream.concat(even, ends);
  }

  private static Sign best(
      List<Sign> signs, List<Seen> ins, List<Seen> outs, ToDoubleFunction<Found> by) {
    Sign best = signs.getFirst();
    double most = -1;
    for (Sign sign : signs) {
      double found = by.applyAsDouble(sign.on(ins, outs));
      if (found > most) {
        most = found;
        best = sign;
      }
    }
    return best;
  }

  /// By the score that tells them apart best on the first runs; where both are the same, by turns.
  private static Rate pairs(
      List<Score> scores,
      List<Seen> learnIns,
      List<Seen> learnOuts,
      List<Seen> ins,
      List<Seen> outs) {
    Score best = scores.getFirst();
    double most = 0;
    for (Score score : scores) {
      double above = Auc.of(values(score, learnIns), values(score, learnOuts)) - 0.5;
      if (Math.abs(above) > Math.abs(most)) {
        most = above;
        best = score;
      }
    }
    int right = 0;
    for (int i = 0; i < ins.size(); i++) {
      double more =
          (best.of().applyAsDouble(ins.get(i)) - best.of().applyAsDouble(outs.get(i)))
              * Math.signum(most);
      right += more > 0 || (more == 0 && i % 2 == 0) ? 1 : 0;
    }
    return new Rate(right, ins.size());
  }

  private static double[] values(Score score, List<Seen> all) {
    return all.stream().mapToDouble(score.of()).toArray();
  }
}
