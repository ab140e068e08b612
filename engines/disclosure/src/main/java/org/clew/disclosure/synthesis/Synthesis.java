package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;
import org.clew.disclosure.noise.ExponentialMechanism;

/// Makes rows of people who do not exist, about as many as there are people, whose counts are near
/// those of the people. What it costs: ρ of zero-concentrated differential privacy, where two lists
/// are neighbours when one has one row more.
public final class Synthesis {

  /// People times √ρ where one and a half triples and two pairs a column are enough.
  private static final double QUIET = 6_500;

  private static final int MOST_TABLES = 500;

  private static final int MOST_CHECKS = 20;

  /// Columns, choosing and fitting twice, checking.
  private static final int STEPS = 2 * Fitting.STEPS + 2;

  /// How far noise lies from nothing on average, in its standard deviations: √(2/π).
  private static final double MEAN_DISTANCE = Math.sqrt(2 / Math.PI);

  private final Microdata people;
  private final StructuralZeros zeros;
  private final double rho;
  private final Bits bits;
  private final Progress progress;

  private final int[] sizes;
  private final int[] room;
  private final List<Measured> measured = new ArrayList<>();
  private final Set<Scope> known = new HashSet<>();
  private final List<Spent> spent = new ArrayList<>();
  private final Expected expected = new Expected();
  private int done;

  private Synthesis(
      Microdata people, StructuralZeros zeros, double rho, Bits bits, Progress progress) {
    this.people = people;
    this.zeros = zeros;
    this.rho = rho;
    this.bits = bits;
    this.progress = progress;
    sizes = people.sizes();
    room = new int[people.rows()];
  }

  /// Makes the rows.
  ///
  /// @param people one row a person, none of them a structural zero
  /// @param rho what may be spent
  /// @param progress hears of steps; may stop it
  /// @throws Stopped when it was stopped
  public static Synthetic of(
      Microdata people, StructuralZeros zeros, double rho, Bits bits, Progress progress) {
    return new Synthesis(people, zeros, rho, bits, progress).run();
  }

  /// Makes rows from what was measured elsewhere, or before: of several lists in sum, or with more
  /// noise for those who are told less. It looks at nobody.
  ///
  /// @param sizes by column, how many codes it may have
  /// @param measured each column by itself among its tables
  /// @param lots for the moves; no secret
  /// @throws Stopped when it was stopped
  public static Synthetic from(
      int[] sizes, StructuralZeros zeros, Measurements measured, long lots, Progress progress) {
    return new Refitting(sizes, zeros, measured, lots, progress).run();
  }

  private Synthetic run() {
    measureColumns();
    int about = Measurements.people(measured);
    step();
    var lots = new SplittableRandom(bits.next());
    Rows rows = Rows.apart(about, sizes, measured, zeros, lots);
    var fitting = new Fitting(rows, this::step, this::hear);
    // How loud the people are beside the noise; more of it bears more tables.
    double heard = about * Math.sqrt(rho) / QUIET;
    int width = people.width();
    int pairs = (int) Math.clamp(2.2 * width * Math.pow(heard, 0.15), width, MOST_TABLES);
    int triples = (int) Math.clamp(1.5 * width * Math.pow(heard, 0.55), width, MOST_TABLES);
    // What no triple can be measured with goes to the pairs; that tells nothing of anybody.
    boolean anyTriples = !candidates(3, about, Shares.TRIPLES, triples).isEmpty();
    double forPairs = anyTriples ? Shares.PAIRS : Shares.PAIRS + Shares.TRIPLES + Shares.CHOOSING;
    if (round(rows, 2, pairs, Spent.Step.CHOOSING_PAIRS, forPairs)) {
      fitting.to(measured);
    }
    if (round(rows, 3, triples, Spent.Step.CHOOSING_TRIPLES, Shares.TRIPLES)) {
      fitting.to(measured);
    }
    expected.learn(measured);
    var all = new Measurements(measured, check(heard, lots), spent);
    return Synthetic.of(rows.data(), all, expected, this::hear);
  }

  private void step() {
    done++;
    hear();
  }

  private void hear() {
    progress.demandGoingOn(done, STEPS);
  }

  private void measureColumns() {
    double share = people.width() < 2 ? 1 - Shares.CHECKING : Shares.COLUMNS;
    List<Scope> scopes = new ArrayList<>();
    for (int column = 0; column < people.width(); column++) {
      scopes.add(Scope.of(sizes, column));
    }
    measure(scopes, share * rho, Spent.Step.COLUMNS).forEach(this::know);
  }

  private void know(Measured table) {
    measured.add(table);
    known.add(table.scope());
  }

  /// Measures the tables of a length that say most.
  ///
  /// @return whether there are any
  private boolean round(Rows rows, int length, int most, Spent.Step choosing, double share) {
    List<Scope> candidates = candidates(length, rows.data().rows(), share, most);
    int count = Math.min(most, candidates.size());
    if (count == 0) {
      return false;
    }
    double sigma = DiscreteGaussian.ofVariance(count / (2 * share * rho)).deviation();
    List<Scope> chosen =
        count == candidates.size()
            ? candidates
            : choose(rows.data(), candidates, count, sigma, choosing);
    Spent.Step step = length == 2 ? Spent.Step.PAIRS : Spent.Step.TRIPLES;
    chosen.forEach(
        each -> {
          hear();
          expected.add(each, rows.data());
        });
    measure(chosen, share * rho, step).forEach(this::know);
    return true;
  }

  /// Tables that are not known yet and not so large that noise alone would fill them.
  private List<Scope> candidates(int length, int about, double share, int most) {
    double sigma = Math.sqrt(most / (2 * share * rho));
    double largest = Math.min(Scope.MOST, length == 2 ? Scope.MOST : about / sigma);
    List<Scope> out = new ArrayList<>();
    Scope.each(sizes, length, largest, columns -> out.add(Scope.of(sizes, columns)));
    return out;
  }

  /// Chooses tables one after the other by their [#scores].
  private List<Scope> choose(
      Microdata rows, List<Scope> candidates, int count, double sigma, Spent.Step step) {
    long[] scores = scores(rows, people, candidates, sigma, this::hear);
    var choice = ExponentialMechanism.ofRho(Shares.CHOOSING * rho / count);
    List<Scope> left = new ArrayList<>(candidates);
    List<Scope> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hear();
      int taken = choice.choose(bits, Arrays.copyOf(scores, left.size()));
      chosen.add(left.remove(taken));
      System.arraycopy(scores, taken + 1, scores, taken, left.size() - taken);
    }
    spent.add(new Spent(step, Spent.Mechanism.EXPONENTIAL, count, count * choice.rho(), 0));
    return chosen;
  }

  /// How far rows are from the people in each table, less what noise alone would make of it. One
  /// person more changes each by one at most.
  ///
  /// @param going run before each table; may throw
  static long[] scores(
      Microdata rows, Microdata people, List<Scope> candidates, double sigma, Runnable going) {
    long[] scores = new long[candidates.size()];
    int[] room = new int[people.rows()];
    int[] other = new int[rows.rows()];
    for (int i = 0; i < scores.length; i++) {
      going.run();
      Scope scope = candidates.get(i);
      int[] have = scope.count(rows, other);
      int[] there = scope.count(people, room);
      long distance = 0;
      int filled = 0;
      for (int cell = 0; cell < have.length; cell++) {
        distance += Math.abs(there[cell] - have[cell]);
        filled += have[cell] > 0 ? 1 : 0;
      }
      scores[i] = distance - Math.round(MEAN_DISTANCE * sigma * filled);
    }
    return scores;
  }

  private List<Measured> measure(List<Scope> scopes, double share, Spent.Step step) {
    if (scopes.isEmpty()) {
      return List.of();
    }
    var noise = DiscreteGaussian.ofVariance(scopes.size() / (2 * share));
    List<Measured> out = new ArrayList<>();
    for (Scope scope : scopes) {
      hear();
      int[] counts = scope.count(people, room);
      long[] noisy = new long[counts.length];
      for (int cell = 0; cell < noisy.length; cell++) {
        noisy[cell] = counts[cell] + noise.draw(bits);
      }
      out.add(new Measured(scope, noisy, noise.variance()));
    }
    spent.add(
        new Spent(
            step,
            Spent.Mechanism.DISCRETE_GAUSSIAN,
            scopes.size(),
            scopes.size() / (2 * noise.variance()),
            noise.deviation()));
    return out;
  }

  /// Measures tables by lot, of those the rows were not fitted to.
  ///
  /// @param heard the louder the people are beside the noise, the more tables it takes to see how
  ///   much one differs from another
  private List<Measured> check(double heard, SplittableRandom lots) {
    int most = (int) Math.clamp(TablesByLot.FEW * Math.sqrt(heard), TablesByLot.FEW, MOST_CHECKS);
    List<Scope> chosen = new ArrayList<>();
    for (int length = 2; length <= 3; length++) {
      List<Scope> left = new ArrayList<>(candidates(length, Integer.MAX_VALUE, 1, 1));
      left.removeIf(known::contains);
      chosen.addAll(TablesByLot.of(left, most, lots::nextLong));
    }
    List<Measured> checks = measure(chosen, Shares.CHECKING * rho, Spent.Step.CHECKING);
    step();
    return checks;
  }
}
