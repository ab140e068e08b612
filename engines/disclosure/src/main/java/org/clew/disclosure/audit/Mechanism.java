package org.clew.disclosure.audit;

import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Synthesis;
import org.clew.disclosure.synthesis.Synthetic;

/// A way of making a release, which is what an audit tries out. Used by several threads at once.
@FunctionalInterface
public interface Mechanism {

  /// Makes a release.
  ///
  /// @param bits of this release alone
  /// @param progress hears of steps; may stop it
  /// @throws Stopped when it was stopped
  Synthetic make(Microdata people, Bits bits, Progress progress);

  /// The way releases are made.
  ///
  /// @param rho what may be spent
  static Mechanism synthesis(StructuralZeros zeros, double rho) {
    return (people, bits, progress) -> Synthesis.of(people, zeros, rho, bits, progress);
  }
}
