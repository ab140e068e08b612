package org.clew.disclosure.audit;

/// How often an audit tries: the more, the closer its figures, and the longer it takes.
///
/// @param runs whole releases of the list, for the coverage of intervals
/// @param canaryRuns releases of a small list with a canary, and as many without
/// @param shadowRuns releases of small lists drawn from the people, for the attack on membership
public record Effort(int runs, int canaryRuns, int shadowRuns) {

  /// What is enough to see what is demanded.
  public static final Effort USUAL = new Effort(50, 2_000, 400);

  private static final int FEWEST_RUNS = 2;
  private static final int MOST_RUNS = 10_000;
  private static final int MOST_SMALL_RUNS = 100_000;

  /// Demands as many as say something.
  ///
  /// @throws IllegalArgumentException with what is wrong, for people
  public Effort {
    demand("Whole releases", runs, FEWEST_RUNS, MOST_RUNS);
    demand("Releases with a canary", canaryRuns, EpsilonAudit.FEWEST, MOST_SMALL_RUNS);
    demand("Releases for the attack on membership", shadowRuns, Membership.FEWEST, MOST_SMALL_RUNS);
  }

  private static void demand(String what, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException("%s are from %,d to %,d.".formatted(what, least, most));
    }
  }
}
