package org.clew.disclosure.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clew.disclosure.Microdata;

/// What somebody who finds the class of a person learns from a sensitive column, without telling
/// its rows apart: where all of them share one value, it is known of each. Nothing known is taken
/// for a value of its own, the lowest.
///
/// @param distinct distinct l-diversity: the fewest values in a class
/// @param entropy entropy l-diversity: e to the least entropy of a class, in nats
/// @param recursive by l - 2 for l from 2 to 5, the c that recursive (c, l)-diversity must exceed:
///   the largest of any class, infinite where one has fewer values (Machanavajjhala et al. 2007)
/// @param closeness t-closeness: how far the shares in a class are from those in the table, at most
///   (Li et al. 2007)
/// @param homogeneousRows rows in classes with one value only
public record SensitiveColumn(
    int distinct, double entropy, List<Double> recursive, double closeness, int homogeneousRows) {

  private static final int LEAST_L = 2;
  private static final int MOST_L = 5;

  public SensitiveColumn {
    recursive = List.copyOf(recursive);
  }

  /// In time of rows, and with ordered distance of classes times values.
  public static SensitiveColumn of(
      EquivalenceClasses classes, Microdata data, int column, Distance distance) {
    var distribution = new ClassDistribution(data, column, distance);
    int distinct = Integer.MAX_VALUE;
    double entropy = Double.POSITIVE_INFINITY;
    double closeness = 0;
    int homogeneous = 0;
    List<Double> recursive = new ArrayList<>(Collections.nCopies(MOST_L - LEAST_L + 1, 0.0));
    int[] rows = byClass(classes);
    int from = 0;
    while (from < rows.length) {
      int of = classes.of(rows[from]);
      int to = from + classes.size(of);
      for (int i = from; i < to; i++) {
        distribution.add(data.code(rows[i], column), 1);
      }
      distinct = Math.min(distinct, distribution.distinct());
      entropy = Math.min(entropy, distribution.entropy());
      closeness = Math.max(closeness, distribution.closeness());
      homogeneous += distribution.distinct() == 1 ? to - from : 0;
      for (int l = LEAST_L; l <= MOST_L; l++) {
        int place = l - LEAST_L;
        recursive.set(place, Math.max(recursive.get(place), distribution.recursive(l)));
      }
      distribution.clear();
      from = to;
    }
    return new SensitiveColumn(distinct, Math.exp(entropy), recursive, closeness, homogeneous);
  }

  /// The rows, class after class.
  private static int[] byClass(EquivalenceClasses classes) {
    int[] next = new int[classes.count()];
    for (int of = 1; of < next.length; of++) {
      next[of] = next[of - 1] + classes.size(of - 1);
    }
    int[] rows = new int[classes.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[next[classes.of(row)]++] = row;
    }
    return rows;
  }
}
