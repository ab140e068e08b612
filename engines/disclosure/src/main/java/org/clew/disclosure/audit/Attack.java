package org.clew.disclosure.audit;

import java.util.List;

/// How an attack on a release fares against people it was made of, and against as many others who
/// were kept out of it. What works on those as well is no fault of the release: it is what is true
/// of such people in general.
///
/// @param kind what is tried
/// @param columns those it is about, by number; empty where it is about all
/// @param released how often it is right about people the release was made of
/// @param control how often about the others
public record Attack(Kind kind, List<Integer> columns, Rate released, Rate control) {

  /// What is tried.
  public enum Kind {
    /// A row of the release that is there once, taken for the whole row of somebody who is in the
    /// list once.
    WHOLE_ROW,
    /// Values together that one row of the release has, taken to be had by exactly one person.
    VALUES_TOGETHER,
    /// A row of the release that alone has what an outsider knows of somebody, taken for theirs; it
    /// is right where all else that is known of them is in it.
    LINKAGE,
    /// One value of somebody all other values of whom are known, read off the row nearest to them.
    INFERENCE
  }

  /// Copies the list.
  public Attack {
    columns = List.copyOf(columns);
  }

  /// How much more often it is right about people the release was made of.
  public double excess() {
    return released.share() - control.share();
  }

  /// The lower end of the interval that holds the true excess about 95 times in 100 (Newcombe 1998,
  /// of the intervals of both rates).
  public double low() {
    return excess()
        - Math.hypot(released.share() - released.low(), control.high() - control.share());
  }

  /// Its upper end.
  public double high() {
    return excess()
        + Math.hypot(released.high() - released.share(), control.share() - control.low());
  }

  /// Both, of two halves of the people.
  Attack and(Attack other) {
    return new Attack(kind, columns, sum(released, other.released), sum(control, other.control));
  }

  private static Rate sum(Rate one, Rate other) {
    return new Rate(one.hits() + other.hits(), one.tries() + other.tries());
  }
}
