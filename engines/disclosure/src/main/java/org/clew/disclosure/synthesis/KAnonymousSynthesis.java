package org.clew.disclosure.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.combinations.CombinationCounts;
import org.clew.disclosure.noise.Bits;

/// Makes rows of people who do not exist, as many as there are people to the last k, in which no
/// combination of values up to a length is one that fewer than k people have. This is k-anonymity
/// and no differential privacy: what k people share is told as it is.
///
/// Each row begins as what a person has in common with k - 1 others, values taken by lot (the row
/// seeds of Edge, Yang et al., "Design of a Privacy-Preserving Data Platform for Collaboration
/// Against Human Trafficking", 2020). Such rows are short. Then single codes are changed, added or
/// taken away wherever that brings the counts of one, two and three columns nearer to those of the
/// people, rounded to multiples of k, as long as each row holds nothing but what k people have. At
/// the end, values that this took away for the sake of more common ones are given back.
public final class KAnonymousSynthesis {

  private static final int PAIR_SWEEPS = 12;
  private static final int TRIPLE_SWEEPS = 6;
  private static final int TRIPLES_A_COLUMN = 2;
  private static final int LARGEST_TRIPLE = 1 << 20;

  /// So many rows, or up to twice as many, tell which tables are far off.
  private static final int SOME = 8_000;

  private static final int MOST_TABLES = 5_000;

  /// The most cells that all tables may have together.
  private static final long MOST_CELLS = 1L << 26;

  private final Microdata people;
  private final StructuralZeros zeros;
  private final int k;
  private final int longest;
  private final Bits bits;
  private final Progress progress;
  private final long steps;
  private long done;

  private KAnonymousSynthesis(
      Microdata people, StructuralZeros zeros, int k, int longest, Bits bits, Progress progress) {
    this.people = people;
    this.zeros = zeros;
    this.k = k;
    this.longest = longest;
    this.bits = bits;
    this.progress = progress;
    steps = (3L + PAIR_SWEEPS + TRIPLE_SWEEPS) * people.rows();
  }

  /// Makes the rows.
  ///
  /// @param people one row a person, k at least, none of them a structural zero
  /// @param k how many people have whatever is told, 2 at least
  /// @param longest how many values together that is said of, 1 to [CombinationCounts#LONGEST]
  /// @param bits where lots come from
  /// @param progress hears of rows; may stop it
  /// @throws IllegalArgumentException when there are too many values, or combinations
  /// @throws Stopped when it was stopped
  public static KAnonymous of(
      Microdata people, StructuralZeros zeros, int k, int longest, Bits bits, Progress progress) {
    if (k < 2 || people.rows() < k) {
      throw new IllegalArgumentException("k is 2 at least, and no more than there are people.");
    }
    return new KAnonymousSynthesis(people, zeros, k, longest, bits, progress).run();
  }

  private KAnonymous run() {
    Tellable tellable = Tellable.of(people, k, longest, (at, _) -> progress.heard(at, steps));
    step();
    Microdata made = seeds(tellable).rows(this::hear);
    step();
    var lots = new SplittableRandom(bits.next());
    Rows rows = Rows.of(made, zeros, tellable::allow, lots);
    List<Measured> tables = new ArrayList<>(tables(1));
    tables.addAll(tables(2));
    sweep(rows, tables, PAIR_SWEEPS);
    tables.addAll(farthest(made));
    sweep(rows, tables, TRIPLE_SWEEPS);
    new RareValues(made, zeros, tellable, seeds(tellable), bits, k).giveBack(() -> hear(0));
    List<Long> told = checked(made, tellable);
    List<Double> distances = new ArrayList<>();
    for (int length = 1; length <= Math.min(3, people.width()); length++) {
      distances.add(
          scopes(length).stream()
              .mapToDouble(each -> distance(rounded(each), made))
              .average()
              .orElse(0));
    }
    step();
    return new KAnonymous(made, k, longest, told, distances);
  }

  private RowSeeds seeds(Tellable tellable) {
    return new RowSeeds(people, zeros, tellable, k, bits);
  }

  /// Counts anew what the rows say, by length, and does not let go of them if any of it is rare.
  private List<Long> checked(Microdata made, Tellable tellable) {
    long[] told = new long[longest];
    CombinationCounts.of(made, longest, (at, _) -> progress.heard(done + at, steps))
        .each(
            (columns, codes, _) -> {
              hear(0);
              told[columns.length - 1]++;
              if (!tellable.has(columns, codes)) {
                throw new IllegalStateException("A combination is rare.");
              }
            });
    short[] row = new short[made.width()];
    for (int number = 0; number < made.rows(); number++) {
      for (int column = 0; column < row.length; column++) {
        row[column] = (short) made.code(number, column);
      }
      if (!tellable.allow(row) || zeros.met(row).isPresent()) {
        throw new IllegalStateException("A row cannot be.");
      }
    }
    return Arrays.stream(told).boxed().toList();
  }

  private void step() {
    done += people.rows();
    hear(0);
  }

  /// Says how far it has come.
  ///
  /// @param rows of the step that is being done
  private void hear(int rows) {
    progress.demandGoingOn(done + rows, steps);
  }

  private void sweep(Rows rows, List<Measured> tables, int sweeps) {
    var fine = new FineMoves(rows, tables, this::hear);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      fine.sweep();
      step();
    }
  }

  /// All tables of so many columns that there is room for, small ones first.
  private List<Measured> tables(int length) {
    List<Measured> tables = new ArrayList<>();
    long cells = 0;
    for (Scope scope : scopes(length)) {
      cells += scope.cells();
      if (cells > MOST_CELLS) {
        break;
      }
      tables.add(rounded(scope));
    }
    return tables;
  }

  /// Tables of so many columns: all, or as many of them by lot as can be borne; small ones first.
  private List<Scope> scopes(int length) {
    Set<Scope> scopes = new LinkedHashSet<>();
    double all = 1;
    for (int place = 0; place < length; place++) {
      all *= (people.width() - place) / (place + 1.0);
    }
    if (all <= MOST_TABLES) {
      gather(new int[length], 0, scopes);
    } else {
      for (int tries = 0; tries < MOST_TABLES; tries++) {
        add(Arrays.stream(bits.order(people.width())).limit(length).sorted().toArray(), scopes);
      }
    }
    return scopes.stream().sorted(Comparator.comparingInt(Scope::cells)).toList();
  }

  private void gather(int[] columns, int place, Set<Scope> scopes) {
    if (place == columns.length) {
      add(columns, scopes);
      return;
    }
    for (int column = place == 0 ? 0 : columns[place - 1] + 1; column < people.width(); column++) {
      columns[place] = column;
      gather(columns, place + 1, scopes);
    }
  }

  private void add(int[] columns, Set<Scope> scopes) {
    if (Scope.cells(people.sizes(), columns) <= Scope.MOST) {
      scopes.add(Scope.of(people.sizes(), columns));
    }
  }

  /// The people's counts to the nearest multiple of k; of fewer than k, none.
  private Measured rounded(Scope scope) {
    hear(0);
    int[] counts = scope.count(people);
    long[] rounded = new long[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      rounded[cell] = counts[cell] < k ? 0 : (counts[cell] + k / 2L) / k * k;
    }
    return new Measured(scope, rounded, 1);
  }

  /// The tables of three columns from which the rows are farthest, by a part of them.
  private List<Measured> farthest(Microdata made) {
    record Far(Scope scope, double distance) {}
    Microdata some = some(people);
    Microdata someMade = some(made);
    return scopes(3).stream()
        .filter(scope -> scope.cells() <= LARGEST_TRIPLE)
        .map(scope -> new Far(scope, distance(scope, some, someMade)))
        .sorted(Comparator.comparingDouble(Far::distance).reversed())
        .limit(TRIPLES_A_COLUMN * (long) people.width())
        .map(far -> rounded(far.scope()))
        .toList();
  }

  /// Rows at equal distances, as many as it takes to see which tables are far off.
  private static Microdata some(Microdata rows) {
    int stride = Math.max(1, rows.rows() / SOME);
    short[][] columns = new short[rows.width()][rows.rows() / stride];
    for (int column = 0; column < columns.length; column++) {
      for (int row = 0; row < columns[column].length; row++) {
        columns[column][row] = (short) rows.code(row * stride, column);
      }
    }
    return new Microdata(rows.sizes(), columns, rows.rows() / stride);
  }

  /// The total variation distance of what rows have of a table from the rounded counts of the
  /// people: from their counts themselves it would tell of fewer than k.
  private double distance(Measured rounded, Microdata made) {
    hear(0);
    int[] here = rounded.scope().count(made);
    double total = Math.max(1, rounded.total());
    double distance = 0;
    for (int cell = 0; cell < here.length; cell++) {
      distance += Math.abs(rounded.noisy(cell) / total - (double) here[cell] / made.rows());
    }
    return distance / 2;
  }

  /// The total variation distance of a table's shares among some rows from those among others.
  private double distance(Scope scope, Microdata those, Microdata made) {
    hear(0);
    int[] there = scope.count(those);
    int[] here = scope.count(made);
    double distance = 0;
    for (int cell = 0; cell < there.length; cell++) {
      distance += Math.abs((double) there[cell] / those.rows() - (double) here[cell] / made.rows());
    }
    return distance / 2;
  }
}
