package org.clew.disclosure.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.NineInTen;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Combination;
import org.clew.disclosure.synthesis.Combination.Basis;
import org.clew.disclosure.synthesis.Counts;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Synthetic;

/// How often the intervals of counts hold the true number, over releases that are made again and
/// again.
///
/// @param runs how many releases
/// @param groups by length and basis, those of which something was told
public record Coverage(int runs, List<Group> groups) {

  /// How often intervals are to hold.
  public static final double PROMISED = 0.9;

  /// Counts that are alike.
  ///
  /// @param length how many values together
  /// @param basis where they come from
  /// @param told how many, over all runs
  /// @param held of so many the interval held the true number
  /// @param lowest the share that held in the run where it was lowest
  /// @param nobody so many were told of whom there is nobody
  /// @param width the intervals' mean width
  /// @param noiseWidth where they were measured, how wide the noise alone would have made them:
  ///   nine tenths of a normal distribution with its standard deviation; 0 elsewhere
  public record Group(
      int length,
      Basis basis,
      long told,
      long held,
      double lowest,
      long nobody,
      double width,
      double noiseWidth) {

    /// The share of the intervals that held.
    public double share() {
      return (double) held / told;
    }
  }

  /// Copies the list.
  public Coverage {
    groups = List.copyOf(groups);
  }

  /// The share of all intervals of a basis that held; 1 where there is none.
  public double share(Basis basis) {
    long told = sum(basis, Group::told);
    return told == 0 ? 1 : (double) sum(basis, Group::held) / told;
  }

  /// How much wider the intervals of measured counts are than their noise alone would make them; 1
  /// where there is none.
  public double widening() {
    double width = 0;
    double noise = 0;
    for (Group group : groups) {
      if (group.basis() == Basis.MEASURED) {
        width += group.width() * group.told();
        noise += group.noiseWidth() * group.told();
      }
    }
    return noise == 0 ? 1 : width / noise;
  }

  private long sum(Basis basis, ToLongFunction<Group> of) {
    return groups.stream().filter(each -> each.basis() == basis).mapToLong(of).sum();
  }

  /// Makes releases and looks.
  ///
  /// @param longest counts of so many values together at most
  /// @param least the least count that is told
  /// @throws Stopped when it was stopped
  public static Coverage of(
      Mechanism mechanism,
      Microdata people,
      int longest,
      int least,
      int runs,
      Bits bits,
      Progress progress) {
    List<Map<Kind, Sums>> tallies =
        Runs.of(
            runs,
            bits,
            progress,
            (_, own, within) -> {
              Map<Kind, Sums> tally = new HashMap<>();
              Synthetic made = mechanism.make(people, own, within);
              Runnable going = () -> within.demandGoingOn(0, 1);
              Counts.of(made, longest, least, going, taker(people, made, tally));
              return tally;
            });
    List<Group> groups = new ArrayList<>();
    for (int length = 1; length <= longest; length++) {
      for (Basis basis : Basis.values()) {
        var kind = new Kind(length, basis);
        List<Sums> told =
            tallies.stream().flatMap(run -> Optional.ofNullable(run.get(kind)).stream()).toList();
        if (!told.isEmpty()) {
          groups.add(group(kind, told));
        }
      }
    }
    return new Coverage(runs, groups);
  }

  private record Kind(int length, Basis basis) {}

  /// What one run told of a kind.
  private static final class Sums {
    private long told;
    private long held;
    private long nobody;
    private double width;
    private double noise;
  }

  private static Group group(Kind kind, List<Sums> runs) {
    long told = 0;
    long held = 0;
    long nobody = 0;
    double width = 0;
    double noise = 0;
    double lowest = 1;
    for (Sums run : runs) {
      told += run.told;
      held += run.held;
      nobody += run.nobody;
      width += run.width;
      noise += run.noise;
      lowest = Math.min(lowest, (double) run.held / run.told);
    }
    return new Group(
        kind.length(), kind.basis(), told, held, lowest, nobody, width / told, noise / told);
  }

  private static Consumer<Combination> taker(
      Microdata people, Synthetic made, Map<Kind, Sums> tally) {
    var truth = new Truth(people);
    List<Measured> tables = made.measurements().all();
    return each -> {
      Sums sums =
          tally.computeIfAbsent(new Kind(each.columns().size(), each.basis()), _ -> new Sums());
      int there = truth.of(each);
      sums.told++;
      sums.held += there >= each.low() && there <= each.high() ? 1 : 0;
      sums.nobody += there == 0 ? 1 : 0;
      sums.width += each.high() - each.low();
      if (each.basis() == Basis.MEASURED) {
        sums.noise += 2 * NineInTen.HALF * deviation(truth.scope(), tables);
      }
    };
  }

  /// Of the noise on a cell, all tables taken together that have its columns.
  private static double deviation(Scope scope, List<Measured> tables) {
    double weights = 0;
    for (Measured table : tables) {
      if (table.scope().covers(scope)) {
        weights += scope.cells() / (table.variance() * table.scope().cells());
      }
    }
    return 1 / Math.sqrt(weights);
  }
}
