package org.clew.platform.casework;

/// How saving a change went.
///
/// @param <T> what was to be changed
public sealed interface Saved<T> {

  /// It stands.
  record Done<T>() implements Saved<T> {}

  /// Somebody else saved in between: what they made of it, so that both can be shown and nobody's
  /// words are lost.
  record Stale<T>(T current) implements Saved<T> {}
}
