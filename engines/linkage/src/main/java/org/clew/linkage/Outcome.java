package org.clew.linkage;

/// How two values compare.
///
/// @param bits not yet rounded to the step of [Model]
/// @param frequency how many records hold what agrees
record Outcome(Agreement agreement, double bits, long frequency) {
  static Outcome different(Model model) {
    return new Outcome(Agreement.DIFFERENT, model.different(), 0);
  }

  boolean agrees() {
    return agreement != Agreement.DIFFERENT;
  }
}
