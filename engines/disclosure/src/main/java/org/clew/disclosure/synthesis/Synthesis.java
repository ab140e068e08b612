package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  /// How ρ is divided.
  private static final double COLUMNS = 0.08;

  private static final double CHOOSING = 0.02;
  private static final double PAIRS = 0.57;
  private static final double TRIPLES = 0.28;
  private static final double CHECKING = 0.03;

  /// How many tables by lot are for checking, at most, of each length.
  private static final int CHECKED = 12;

  /// Tables with more cells are chosen no more often for it.
  private static final int LARGE = 5_000;

  /// People times √ρ where one and a half triples and two pairs a column are enough.
  private static final double QUIET = 6_500;

  private static final int MOST_TABLES = 500;

  private static final int COARSE_SWEEPS = 2;
  private static final int FINE_SWEEPS = 8;

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
  private final int steps;
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
    steps = 2 * (COARSE_SWEEPS + FINE_SWEEPS) + 3;
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

  private Synthetic run() {
    measureColumns();
    int about = Math.max(1, (int) Math.min(Integer.MAX_VALUE / 2, Math.round(howMany())));
    step();
    var lots = new SplittableRandom(bits.next());
    Rows rows = Rows.apart(about, sizes, measured, zeros, lots);
    // How loud the people are beside the noise; more of it bears more tables.
    double heard = about * Math.sqrt(rho) / QUIET;
    int width = people.width();
    int pairs = (int) Math.clamp(2.2 * width * Math.pow(heard, 0.15), width, MOST_TABLES);
    int triples = (int) Math.clamp(1.5 * width * Math.pow(heard, 0.55), width, MOST_TABLES);
    // What no triple can be measured with goes to the pairs; that tells nothing of anybody.
    boolean anyTriples = !candidates(3, about, TRIPLES, triples).isEmpty();
    double forPairs = anyTriples ? PAIRS : PAIRS + TRIPLES + CHOOSING;
    round(rows, 2, pairs, Spent.Step.CHOOSING_PAIRS, forPairs);
    round(rows, 3, triples, Spent.Step.CHOOSING_TRIPLES, TRIPLES);
    List<Measured> checks = check(lots);
    ModelError error = ModelError.of(rows.data(), checks);
    measured.addAll(checks);
    return new Synthetic(rows.data(), measured, spent, error);
  }

  private void step() {
    done++;
    if (progress.heard(done, steps) == Progress.Answer.STOP) {
      throw new Stopped();
    }
  }

  private void measureColumns() {
    double share = people.width() < 2 ? 1 - CHECKING : COLUMNS;
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

  /// How many people there are, from all columns, the surer ones counting for more.
  private double howMany() {
    double sum = 0;
    double weights = 0;
    for (Measured table : measured) {
      double weight = 1.0 / table.scope().cells();
      sum += weight * table.total();
      weights += weight;
    }
    return sum / weights;
  }

  /// Measures the tables of a length that say most, and brings the rows near all there is.
  private void round(Rows rows, int length, int most, Spent.Step choosing, double share) {
    List<Scope> candidates = candidates(length, rows.data().rows(), share, most);
    int count = Math.min(most, candidates.size());
    if (count == 0) {
      return;
    }
    double sigma = DiscreteGaussian.ofVariance(count / (2 * share * rho)).deviation();
    List<Scope> chosen =
        count == candidates.size()
            ? candidates
            : choose(rows.data(), candidates, count, sigma, choosing);
    Spent.Step step = length == 2 ? Spent.Step.PAIRS : Spent.Step.TRIPLES;
    measure(chosen, share * rho, step).forEach(this::know);
    fit(rows);
  }

  /// Tables that are not known yet and not so large that noise alone would fill them.
  private List<Scope> candidates(int length, int about, double share, int most) {
    double sigma = Math.sqrt(most / (2 * share * rho));
    double largest = Math.min(Scope.MOST, length == 2 ? Scope.MOST : about / sigma);
    List<Scope> out = new ArrayList<>();
    int[] columns = new int[length];
    gather(columns, 0, largest, out);
    return out;
  }

  private void gather(int[] columns, int place, double largest, List<Scope> out) {
    if (place == columns.length) {
      if (Scope.cells(sizes, columns) <= largest) {
        out.add(Scope.of(sizes, columns));
      }
      return;
    }
    int from = place == 0 ? 0 : columns[place - 1] + 1;
    for (int column = from; column < people.width(); column++) {
      columns[place] = column;
      gather(columns, place + 1, largest, out);
    }
  }

  /// Chooses tables one after the other by how far the rows are from the people there, less what
  /// noise alone would make of it. One person more changes that by one at most.
  private List<Scope> choose(
      Microdata rows, List<Scope> candidates, int count, double sigma, Spent.Step step) {
    long[] scores = new long[candidates.size()];
    int[] other = new int[rows.rows()];
    for (int i = 0; i < scores.length; i++) {
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
    var choice = ExponentialMechanism.ofRho(CHOOSING * rho / count);
    List<Scope> left = new ArrayList<>(candidates);
    List<Scope> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int taken = choice.choose(bits, Arrays.copyOf(scores, left.size()));
      chosen.add(left.remove(taken));
      System.arraycopy(scores, taken + 1, scores, taken, left.size() - taken);
    }
    spent.add(new Spent(step, Spent.Mechanism.EXPONENTIAL, count, count * choice.rho(), 0));
    return chosen;
  }

  private List<Measured> measure(List<Scope> scopes, double share, Spent.Step step) {
    if (scopes.isEmpty()) {
      return List.of();
    }
    var noise = DiscreteGaussian.ofVariance(scopes.size() / (2 * share));
    List<Measured> out = new ArrayList<>();
    for (Scope scope : scopes) {
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

  private void fit(Rows rows) {
    var coarse = new CoarseMoves(rows);
    List<Measured> order = new ArrayList<>(measured);
    for (int sweep = 0; sweep < COARSE_SWEEPS; sweep++) {
      shuffle(order, rows.lots());
      order.forEach(coarse::towards);
      step();
    }
    var fine = new FineMoves(rows, measured);
    for (int sweep = 0; sweep < FINE_SWEEPS; sweep++) {
      fine.sweep();
      step();
    }
  }

  private static void shuffle(List<Measured> tables, SplittableRandom lots) {
    for (int i = tables.size() - 1; i > 0; i--) {
      Collections.swap(tables, i, lots.nextInt(i + 1));
    }
  }

  /// One of them, by how many cells they have: where most of what is told is.
  private static int byLot(List<Scope> scopes, SplittableRandom lots) {
    long all = scopes.stream().mapToLong(Synthesis::share).sum();
    long at = lots.nextLong(all);
    int chosen = 0;
    while (at >= share(scopes.get(chosen))) {
      at -= share(scopes.get(chosen));
      chosen++;
    }
    return chosen;
  }

  private static long share(Scope scope) {
    return Math.min(scope.cells(), LARGE);
  }

  /// Measures tables by lot, of those the rows were not fitted to.
  private List<Measured> check(SplittableRandom lots) {
    List<Scope> chosen = new ArrayList<>();
    for (int length = 2; length <= 3; length++) {
      List<Scope> left = new ArrayList<>(candidates(length, Integer.MAX_VALUE, 1, 1));
      left.removeIf(known::contains);
      for (int i = 0; i < CHECKED && !left.isEmpty(); i++) {
        chosen.add(left.remove(byLot(left, lots)));
      }
    }
    List<Measured> checks = measure(chosen, CHECKING * rho, Spent.Step.CHECKING);
    step();
    return checks;
  }
}
