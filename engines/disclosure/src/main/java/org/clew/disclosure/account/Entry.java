package org.clew.disclosure.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.disclosure.codebook.Codebook;

/// One thing that stands in an account. Nothing is ever taken out again.
public sealed interface Entry {

  /// When it was booked.
  Instant when();

  /// What is about to be told. It counts from here on, whether or not it was told in the end.
  ///
  /// @param slice of whom
  /// @param person the column that said whose row a row is; empty where each row was a person
  /// @param source the codebook; empty where there was none
  /// @param despite numbers of earlier releases without noise that this one can be subtracted from,
  ///   which whoever released it said they know
  record Told(
      Instant when,
      Kind kind,
      Slice slice,
      Promise promise,
      Optional<String> person,
      Optional<Source> source,
      Set<Integer> despite)
      implements Entry {
    /// Keeps seconds.
    public Told {
      when = when.truncatedTo(ChronoUnit.SECONDS);
      despite = Collections.unmodifiableSet(new TreeSet<>(despite));
    }

    /// What it costs in ρ: nothing where there is no noise, which ρ does not bound.
    public double rho() {
      return switch (promise) {
        case Promise.DifferentialPrivacy noise -> noise.rho();
        case Promise.WithoutNoise _ -> 0;
      };
    }

    boolean isWithoutNoise() {
      return promise instanceof Promise.WithoutNoise;
    }
  }

  /// Which codebook a list was read by.
  ///
  /// @param codebook its digest
  /// @param domains where its lists of values come from
  record Source(String codebook, Codebook.Domains domains) {}

  /// That something which was booked has been written.
  ///
  /// @param of the number of what was booked
  /// @param files by name, their digests
  record Written(Instant when, int of, Map<String, String> files) implements Entry {
    /// Keeps seconds, and files in the order of their names.
    public Written {
      when = when.truncatedTo(ChronoUnit.SECONDS);
      files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
  }
}
