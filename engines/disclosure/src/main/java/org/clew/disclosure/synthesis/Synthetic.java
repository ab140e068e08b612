package org.clew.disclosure.synthesis;

import java.util.List;
import org.clew.disclosure.Microdata;

/// What was made.
///
/// @param rows people who do not exist
/// @param measured the tables with noise that the rows were made from, and those they were checked
///   with
/// @param spent what each step cost
/// @param error how far off the rows' counts are where nothing was measured
public record Synthetic(
    Microdata rows, List<Measured> measured, List<Spent> spent, ModelError error) {

  /// Copies the lists.
  public Synthetic {
    measured = List.copyOf(measured);
    spent = List.copyOf(spent);
  }

  /// What all of it cost.
  public double rho() {
    return spent.stream().mapToDouble(Spent::rho).sum();
  }
}
