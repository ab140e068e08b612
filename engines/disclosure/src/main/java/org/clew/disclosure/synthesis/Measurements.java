package org.clew.disclosure.synthesis;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.disclosure.Scope;

/// What was measured of people: all that rows and counts are made from. Nothing that is made from
/// these looks at the people again.
///
/// @param tables what rows are fitted to: each column by itself first, in their order, then pairs,
///   then triples
/// @param checks tables by lot that rows are not fitted to, to see how far off such are
/// @param spent what each step cost
public record Measurements(List<Measured> tables, List<Measured> checks, List<Spent> spent) {

  /// Copies the lists.
  public Measurements {
    tables = List.copyOf(tables);
    checks = List.copyOf(checks);
    spent = List.copyOf(spent);
  }

  /// What all of it cost.
  public double rho() {
    return spent.stream().mapToDouble(Spent::rho).sum();
  }

  /// All tables, those of [#checks] last.
  public List<Measured> all() {
    return Stream.concat(tables.stream(), checks.stream()).toList();
  }

  /// About how many people there are, 1 at least.
  public int people() {
    return people(tables);
  }

  /// What these and more of the same people say together. What both cost adds up. What one checked
  /// by and the other's rows are fitted to is fitted to; all other checks stay.
  ///
  /// @param more with noise of its own
  public Measurements and(Measurements more) {
    Map<Scope, Measured> fitted = together(tables.stream(), more.tables.stream());
    Map<Scope, Measured> checked = together(checks.stream(), more.checks.stream());
    fitted.replaceAll(
        (scope, table) -> checked.containsKey(scope) ? table.with(checked.get(scope)) : table);
    checked.keySet().removeAll(fitted.keySet());
    return new Measurements(
        fitted.values().stream()
            .sorted(Comparator.comparingInt(each -> each.scope().length()))
            .toList(),
        checked.values().stream()
            .sorted(Comparator.comparingInt(each -> each.scope().length()))
            .toList(),
        Stream.concat(spent.stream(), more.spent.stream()).toList());
  }

  private static Map<Scope, Measured> together(Stream<Measured> one, Stream<Measured> other) {
    Map<Scope, Measured> both = new LinkedHashMap<>();
    Stream.concat(one, other).forEach(each -> both.merge(each.scope(), each, Measured::with));
    return both;
  }

  /// About how many people there are, 1 at least: from all columns, the surer ones counting for
  /// more.
  static int people(List<Measured> columns) {
    double sum = 0;
    double weights = 0;
    for (Measured table : columns) {
      if (table.scope().length() == 1) {
        double weight = 1.0 / table.scope().cells();
        sum += weight * table.total();
        weights += weight;
      }
    }
    return Math.max(1, (int) Math.min(Integer.MAX_VALUE / 2, Math.round(sum / weights)));
  }
}
