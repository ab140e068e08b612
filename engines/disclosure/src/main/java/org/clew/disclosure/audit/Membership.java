package org.clew.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;

/// Whether somebody can be told to be in the list, by an attacker who knows the codebook, the
/// person's whole row, and what the rest of the list is drawn from: a shadow attack. Many small
/// lists are drawn from the people, each target in half of them, and released; the attacker learns
/// from the first third, and is put to the test on the others.
///
/// @param epsilon of these releases
/// @param rho what each may spend
/// @param runs how many releases
/// @param people about how many there are in each list: the fewer, the easier it is
/// @param groups by who is looked for and what is seen
public record Membership(double epsilon, double rho, int runs, int people, List<Group> groups) {

  /// The fewest runs that say anything.
  public static final int FEWEST = 60;

  /// Nothing much is learned below: what is to hold at ε 1.
  public static final double BAR = 0.55;

  private static final int TARGETS = 20;
  private static final int LIST = 1_000;
  private static final double SURELY = 1.96;

  /// Who is looked for.
  public enum Who {
    /// Anybody.
    BY_LOT,
    /// Those with the rarest pairs of values.
    MOST_EXPOSED
  }

  /// What the attacker sees.
  public enum Sees {
    /// The rows, the counts and the report.
    PUBLISHED,
    /// Also the tables with noise that these were made from, which the promise covers, but which
    /// are not published.
    ALL_MEASURED
  }

  /// How the attack fares.
  ///
  /// @param targets how many people were looked for
  /// @param auc the chance that somebody who is in looks more like it than if they were not; one
  ///   half is guessing
  /// @param low the lower end of the interval that holds the mean over such people 95 times in 100
  /// @param high its upper end
  /// @param highest of the target where it is highest; of twenty, one is high by chance
  public record Group(
      Who who, Sees sees, int targets, double auc, double low, double high, double highest) {}

  /// Copies the list.
  public Membership {
    groups = List.copyOf(groups);
  }

  /// The mean over all targets.
  public double auc(Sees sees) {
    return groups.stream()
        .filter(group -> group.sees() == sees)
        .mapToDouble(Group::auc)
        .average()
        .orElse(0.5);
  }

  /// What somebody could reach who knows everybody else, by the size of the noise alone: Φ(√ρ).
  public double knowingAll() {
    double root = Math.sqrt(rho);
    return 0.5 + erf(root / Math.sqrt(2)) / 2;
  }

  /// By its series; arguments here are small.
  private static double erf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }

  private record Release(BitSet in, List<Seen> seen) {}

  /// Makes releases and attacks them.
  ///
  /// @param people 100 at least
  /// @param least the least count that is told
  /// @param runs [#FEWEST] at least
  /// @throws Stopped when it was stopped
  public static Membership of(
      Mechanism mechanism,
      double epsilon,
      double rho,
      Microdata people,
      int least,
      int runs,
      Bits bits,
      Progress progress) {
    int each = Math.min(TARGETS, people.rows() / 10);
    int[] targets = targets(people, each, new SplittableRandom(bits.next()));
    var chosen = new BitSet();
    IntStream.of(targets).forEach(chosen::set);
    int[] rest = IntStream.range(0, people.rows()).filter(row -> !chosen.get(row)).toArray();
    int drawn = Math.min(LIST, people.rows() / 2) - each;
    var traces = new Traces(Lots.rows(people, targets), Lots.rows(people, rest), drawn);
    List<Release> releases =
        Runs.of(
            runs,
            bits,
            progress,
            (_, own, within) -> {
              var lots = new SplittableRandom(own.next());
              var in = new BitSet();
              IntStream.range(0, targets.length).filter(_ -> lots.nextBoolean()).forEach(in::set);
              int[] others = rest.clone();
              Lots.shuffle(others, drawn, lots);
              int[] list =
                  IntStream.concat(
                          IntStream.of(others).limit(drawn), in.stream().map(i -> targets[i]))
                      .toArray();
              Microdata drawnPeople = Lots.rows(people, list);
              return new Release(in, traces.of(mechanism.make(drawnPeople, own, within), least));
            });
    List<Group> groups = new ArrayList<>();
    for (Sees sees : Sees.values()) {
      double[] aucs = attack(releases, targets.length, sees);
      groups.add(group(Who.BY_LOT, sees, aucs, each, 2 * each));
      groups.add(group(Who.MOST_EXPOSED, sees, aucs, 0, each));
    }
    return new Membership(epsilon, rho, runs, drawn + each, groups);
  }

  /// The most exposed first, then as many others by lot.
  private static int[] targets(Microdata people, int each, SplittableRandom lots) {
    int[] exposed = Exposure.most(people, each);
    var taken = new BitSet();
    IntStream.of(exposed).forEach(taken::set);
    IntStream others =
        IntStream.of(Lots.shuffled(people.rows(), lots)).filter(row -> !taken.get(row)).limit(each);
    return IntStream.concat(IntStream.of(exposed), others).toArray();
  }

  /// By target, how well those releases with it are told from those without.
  private static double[] attack(List<Release> releases, int targets, Sees sees) {
    List<Trace> traces =
        List.of(Trace.values()).stream()
            .filter(trace -> sees == Sees.ALL_MEASURED || trace.isPublished())
            .toList();
    List<Release> learned = releases.subList(0, releases.size() / 3);
    List<Release> tested = releases.subList(releases.size() / 3, releases.size());
    List<Seen> with = new ArrayList<>();
    List<Seen> without = new ArrayList<>();
    for (int target = 0; target < targets; target++) {
      int each = target;
      Seen usual = Seen.mean(learned.stream().map(release -> release.seen().get(each)).toList());
      for (Release release : learned) {
        (release.in().get(target) ? with : without).add(release.seen().get(target).beyond(usual));
      }
    }
    Discriminant discriminant = Discriminant.of(traces, with, without);
    return IntStream.range(0, targets)
        .mapToDouble(
            target ->
                Auc.of(
                    scores(tested, target, true, discriminant),
                    scores(tested, target, false, discriminant)))
        .toArray();
  }

  private static double[] scores(
      List<Release> releases, int target, boolean in, Discriminant discriminant) {
    return releases.stream()
        .filter(release -> release.in().get(target) == in)
        .mapToDouble(release -> discriminant.of(release.seen().get(target)))
        .toArray();
  }

  private static Group group(Who who, Sees sees, double[] aucs, int from, int to) {
    int count = to - from;
    double mean = IntStream.range(from, to).mapToDouble(i -> aucs[i]).average().orElse(0.5);
    double square = IntStream.range(from, to).mapToDouble(i -> aucs[i] * aucs[i]).sum();
    double half =
        SURELY
            * Math.sqrt(Math.max(0, square - count * mean * mean) / Math.max(1, count - 1) / count);
    double highest = IntStream.range(from, to).mapToDouble(i -> aucs[i]).max().orElse(0.5);
    return new Group(who, sees, count, mean, mean - half, mean + half, highest);
  }
}
