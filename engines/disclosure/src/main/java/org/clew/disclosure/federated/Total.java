package org.clew.disclosure.federated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.federated.Plan.Group;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;
import org.clew.disclosure.release.Terms;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Measurements;
import org.clew.disclosure.synthesis.Spent;
import org.clew.disclosure.synthesis.Spent.Step;

/// The sum of all contributions to a round, from which masks are gone and in which all members'
/// noise is. Nothing less than all of them is anything but random numbers.
///
/// ```java
/// Round round = Round.of(planFile, codebook);
/// byte[] mine = Total.contribution(round, keys, people, Bits.secret(), Progress.NONE); // at each member
/// var total = new Total(round); // at the coordinator
/// files.forEach(total::add);
/// Measurements measured = total.measurements();
/// ```
public final class Total {

  /// Sums of counts and noise are far below; what masks are left on is not.
  private static final long BEYOND = 1L << 48;

  /// In standard deviations, how far a table's total may be from that of all.
  private static final double OFF = 8;

  /// The fewest people a list has: no smaller count is told of anybody.
  public static final int FEWEST = Terms.LEAST;

  private final Round round;
  private final long[] words;
  private final Set<Member> from = new HashSet<>();

  /// Nothing yet.
  public Total(Round round) {
    this.round = round;
    words = new long[1 + round.cells()];
  }

  /// What a member hands in.
  ///
  /// @param keys the member's own
  /// @param people its rows, as the round's coding has read them
  /// @param bits secret, but for tests; with the same bits, the same noise
  /// @throws RoundRefused when the member is not in the plan, the plan has a key that would lay
  ///   masks open, or there are fewer than [#FEWEST] people
  /// @throws Stopped when it was stopped
  public static byte[] contribution(
      Round round, SecretKeys keys, Microdata people, Bits bits, Progress progress) {
    if (people.rows() < FEWEST) {
      throw new RoundRefused(
          "There are fewer than %d people on the list. So few add more noise to the sum than people:"
                  .formatted(FEWEST)
              + " have the round planned without it.");
    }
    return Contribution.of(round, keys, people, bits, progress);
  }

  /// How many bytes each contribution to a round has.
  public static int bytes(Round round) {
    return Contribution.bytes(round);
  }

  /// Adds a contribution.
  ///
  /// @return whose it is
  /// @throws RoundRefused when it is none of this round, was changed, or is there already
  public Member add(byte[] contribution) {
    Contribution read = Contribution.decode(round, contribution);
    if (!from.add(read.by())) {
      throw new RoundRefused(
          "There are two contributions of %s. Each member has one.".formatted(read.by().name()));
    }
    read.addTo(words);
    return read.by();
  }

  /// Whose contributions are not there yet.
  public List<Member> missing() {
    return round.plan().members().stream().filter(each -> !from.contains(each)).toList();
  }

  /// What was measured of all lists together.
  ///
  /// @throws RoundRefused when a contribution is missing, or they do not belong together
  public Measurements measurements() {
    demandAll();
    List<Measured> tables = new ArrayList<>();
    List<Measured> checks = new ArrayList<>();
    List<Spent> spent = new ArrayList<>();
    int at = 1;
    for (int number = 0; number < round.plan().groups().size(); number++) {
      Group group = round.plan().groups().get(number);
      double variance =
          (double) group.variance() / DiscreteGaussian.PARTS * round.plan().members().size();
      for (Scope scope : round.scopes(number)) {
        long[] noisy = new long[scope.cells()];
        System.arraycopy(words, at, noisy, 0, noisy.length);
        at += noisy.length;
        (group.step() == Step.CHECKING ? checks : tables).add(new Measured(scope, noisy, variance));
      }
      spent.add(
          new Spent(
              group.step(),
              Spent.Mechanism.DISTRIBUTED_DISCRETE_GAUSSIAN,
              group.tables().size(),
              round.rho(number),
              Math.sqrt(variance)));
    }
    var measurements = new Measurements(tables, checks, spent);
    demandOneNumberOfPeople(measurements);
    return measurements;
  }

  private void demandAll() {
    List<Member> missing = missing();
    if (!missing.isEmpty()) {
      throw new RoundRefused(
          "The contribution of %s is missing, and without it the sum says nothing. Wait for it, or"
                  .formatted(String.join(", of ", missing.stream().map(Member::name).toList()))
              + " plan the round anew without that member; what the others told in this one counts"
              + " as told, and what they tell in the next comes on top.");
    }
    boolean masked = words[0] != round.plan().members().size();
    for (long word : words) {
      masked |= Math.abs(word) > BEYOND || word == Long.MIN_VALUE;
    }
    if (masked) {
      throw new RoundRefused(
          "The masks do not cancel out: a member has made its file with other keys than those of the"
              + " plan. Plan the round anew.");
    }
  }

  /// All tables are of the same people.
  private static void demandOneNumberOfPeople(Measurements measurements) {
    double sum = 0;
    double weights = 0;
    for (Measured table : measurements.all()) {
      double weight = 1 / (table.variance() * table.scope().cells());
      sum += weight * table.total();
      weights += weight;
    }
    for (Measured table : measurements.all()) {
      double off = Math.abs(table.total() - sum / weights);
      if (off > OFF * Math.sqrt(table.variance() * table.scope().cells())) {
        throw new RoundRefused(
            "The tables contradict one another about how many people there are: a member did not"
                + " count the same rows in all of them. Ask which version of Clew each has, and plan"
                + " the round anew.");
      }
    }
  }
}
