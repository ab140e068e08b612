package org.clew.disclosure.synthesis;

import java.util.Arrays;
import org.clew.disclosure.Scope;

/// What a table of counts of rows would be without the chance that is in every single list of rows.
/// Rows are one list of many that would do as well, and so are the people: the one's counts differ
/// from the other's by the chance of both. Most of what is by chance goes when each table is drawn
/// towards the one that has the same smaller tables and nothing further in it: of two columns those
/// that have nothing to do with one another, of three those whose pairs are all there is to them
/// (iterative proportional fitting). How far: the less, the more the counts differ from it than
/// chance would make them, for each size of count by itself (James and Stein 1961).
final class Smoothing {

  /// Times the smaller tables are met.
  private static final int ROUNDS = 8;

  /// Rows are not drawn freely but fitted to measurements: about half the chance of a free draw is
  /// left in them.
  private static final double CHANCE = 0.5;

  private static final int SIZES = 33;

  private Smoothing() {}

  /// Estimates by cell: 0 where no row is.
  ///
  /// @param counts of rows
  static double[] of(Scope scope, int[] counts) {
    if (scope.length() == 1) {
      return Arrays.stream(counts).asDoubleStream().toArray();
    }
    return towards(counts, withoutMore(scope, counts));
  }

  private static double[] towards(int[] counts, double[] plain) {
    double[] chance = new double[SIZES];
    double[] apart = new double[SIZES];
    for (int cell = 0; cell < counts.length; cell++) {
      if (plain[cell] > 0) {
        double off = counts[cell] - plain[cell];
        int size = size(plain[cell]);
        chance[size] += CHANCE * plain[cell];
        apart[size] += off * off;
      }
    }
    double[] estimates = new double[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        int size = size(plain[cell]);
        double kept = apart[size] > chance[size] ? 1 - chance[size] / apart[size] : 0;
        estimates[cell] = plain[cell] + kept * (counts[cell] - plain[cell]);
      }
    }
    return estimates;
  }

  /// Nothing, one, two and three, four to seven, …
  private static int size(double count) {
    return 32 - Integer.numberOfLeadingZeros((int) Math.round(count));
  }

  /// The table with the same smaller tables, of one column less, and nothing further in it.
  private static double[] withoutMore(Scope scope, int[] counts) {
    double[][] wanted = new double[scope.length()][];
    for (int place = 0; place < wanted.length; place++) {
      wanted[place] = new double[without(scope, place, scope.cells() - 1) + 1];
      for (int cell = 0; cell < counts.length; cell++) {
        if (counts[cell] > 0) {
          wanted[place][without(scope, place, cell)] += counts[cell];
        }
      }
    }
    int[] cells = possible(scope, wanted);
    double[] plain = new double[cells.length];
    Arrays.fill(plain, 1);
    int[][] smaller = new int[wanted.length][cells.length];
    for (int place = 0; place < wanted.length; place++) {
      for (int i = 0; i < cells.length; i++) {
        smaller[place][i] = without(scope, place, cells[i]);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int place = 0; place < wanted.length; place++) {
        meet(plain, smaller[place], wanted[place]);
      }
    }
    double[] all = new double[counts.length];
    for (int i = 0; i < cells.length; i++) {
      all[cells[i]] = plain[i];
    }
    return all;
  }

  /// The cell of the table without one of the columns that a cell adds to.
  private static int without(Scope scope, int place, int cell) {
    int stride = scope.stride(place);
    int outer = place == 0 ? scope.cells() : scope.stride(place - 1);
    return cell / outer * stride + cell % stride;
  }

  /// The cells that are not empty in any of the smaller tables.
  private static int[] possible(Scope scope, double[][] wanted) {
    int[] cells = new int[scope.cells()];
    int found = 0;
    for (int cell = 0; cell < scope.cells(); cell++) {
      boolean all = true;
      for (int place = 0; place < wanted.length && all; place++) {
        all = wanted[place][without(scope, place, cell)] > 0;
      }
      if (all) {
        cells[found] = cell;
        found++;
      }
    }
    return Arrays.copyOf(cells, found);
  }

  /// Scales cells so that they add up to what is wanted of each smaller cell.
  private static void meet(double[] plain, int[] smaller, double[] wanted) {
    double[] sums = new double[wanted.length];
    for (int i = 0; i < plain.length; i++) {
      sums[smaller[i]] += plain[i];
    }
    for (int i = 0; i < plain.length; i++) {
      plain[i] *= wanted[smaller[i]] / sums[smaller[i]];
    }
  }
}
