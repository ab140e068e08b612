package org.clew.disclosure.release;

import java.util.ArrayList;
import java.util.List;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Synthetic;

/// How near the rows are to one table that was measured.
///
/// @param columns their names; of a column with several values, with the value
/// @param fitted whether the rows were fitted to it; if not, it is there to see how far off such
///   are
/// @param cells how many
/// @param sigma σ of the noise on a cell
/// @param off by how much the rows' counts differ from the measured ones, root mean square over
///   cells, in σ to a tenth: at about 1 or below they are as near as the noise lets one see
public record TableError(
    List<String> columns, boolean fitted, int cells, double sigma, double off) {

  /// Copies the list.
  public TableError {
    columns = List.copyOf(columns);
  }

  /// Those of all tables, in the order in which they were measured.
  ///
  /// @param going run before each; may throw
  static List<TableError> of(Coding coding, Synthetic made, Runnable going) {
    List<TableError> out = new ArrayList<>();
    for (Measured each : made.measurements().all()) {
      going.run();
      out.add(of(coding, made, each, out.size() < made.measurements().tables().size()));
    }
    return out;
  }

  private static TableError of(Coding coding, Synthetic made, Measured table, boolean fitted) {
    int[] have = table.scope().count(made.rows());
    double squares = 0;
    for (int cell = 0; cell < have.length; cell++) {
      double off = have[cell] - (double) table.noisy(cell);
      squares += off * off;
    }
    List<String> columns = new ArrayList<>();
    for (int place = 0; place < table.scope().length(); place++) {
      columns.add(coding.name(table.scope().column(place)));
    }
    double sigma = Math.sqrt(table.variance());
    return new TableError(
        columns, fitted, have.length, sigma, tenths(Math.sqrt(squares / have.length) / sigma));
  }

  /// No closer, for it would tell the noise of small tables nearly outright.
  private static double tenths(double of) {
    return Math.round(10 * of) / 10.0;
  }
}
