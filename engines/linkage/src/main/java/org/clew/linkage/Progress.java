package org.clew.linkage;

/// Hears how far a run has come, and may stop it.
@FunctionalInterface
public interface Progress {
  /// Listens to nothing and never stops.
  Progress NONE = (_, _) -> Answer.GO_ON;

  /// What to do next.
  enum Answer {
    /// Carry on.
    GO_ON,
    /// End soon, and hand over what there is.
    STOP
  }

  /// Called now and then, from the thread that called linkage.
  ///
  /// @param done steps done so far: records compared, or blocking rules followed
  /// @param total steps to do
  Answer heard(long done, long total);
}
