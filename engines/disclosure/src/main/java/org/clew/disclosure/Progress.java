package org.clew.disclosure;

/// Hears how far a run has come, and may stop it.
@FunctionalInterface
public interface Progress {
  /// Listens to nothing and never stops.
  Progress NONE = (_, _) -> Answer.GO_ON;

  /// What to do next.
  enum Answer {
    /// Carry on.
    GO_ON,
    /// End soon; there is no result then.
    STOP
  }

  /// Called now and then, from the thread that called the engine.
  ///
  /// @param done steps done so far
  /// @param total steps to do
  Answer heard(long done, long total);

  /// Says how far it has come.
  ///
  /// @throws Stopped when it is to stop
  default void demandGoingOn(long done, long total) {
    if (heard(done, total) == Answer.STOP) {
      throw new Stopped();
    }
  }
}
