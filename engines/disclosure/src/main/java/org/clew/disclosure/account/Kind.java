package org.clew.disclosure.account;

import java.util.Locale;
import java.util.Optional;

/// What was released.
public enum Kind {
  /// Rows of people who do not exist and counts with intervals, with noise.
  SYNTH,
  /// Counts with noise, handed in for a total of several organisations' lists.
  FEDERATED,
  /// Counts of combinations, exact or rounded down.
  AGGREGATE,
  /// Rows of people who do not exist, of what k people share.
  KANON_SYNTH,
  /// The list itself with coarser values.
  KANON_GENERALISE,
  /// A table of counts without small cells.
  CELLS;

  /// As people type it after `release`.
  public String said() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Optional<Kind> of(String said) {
    for (Kind kind : values()) {
      if (kind.said().equals(said)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
