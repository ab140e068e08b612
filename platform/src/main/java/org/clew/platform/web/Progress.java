package org.clew.platform.web;

/// How far some work has come.
///
/// @param done steps done
/// @param total steps in all, 0 while nobody knows
/// @param state whether it still goes on
public record Progress(long done, long total, State state) {

  /// Whether the work still goes on.
  public enum State {
    GOING_ON,
    FINISHED,
    FAILED
  }

  public boolean goesOn() {
    return state == State.GOING_ON;
  }
}
