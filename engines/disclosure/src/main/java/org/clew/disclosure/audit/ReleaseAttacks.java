package org.clew.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.noise.Bits;

/// Attacks on the rows of a release beside a control (Giomi et al. 2023): the people are halved by
/// lot, each half is released by itself, and what is tried on the people released is tried on the
/// other half, too.
///
/// @param people how many each half has
/// @param attacks those by whole rows and by values together, the linkage, then the inference of
///   each column
public record ReleaseAttacks(int people, List<Attack> attacks) {

  private static final int TRIED = 1_000;
  private static final int SETS = 12;
  private static final int HALVES = 2;

  /// What each half takes: the release, two attacks, the linkage, the inference.
  private static final int STEPS = 5;

  /// Copies the list.
  public ReleaseAttacks {
    attacks = List.copyOf(attacks);
  }

  /// The attacks of a kind.
  public List<Attack> of(Attack.Kind kind) {
    return attacks.stream().filter(attack -> attack.kind() == kind).toList();
  }

  /// The attack that is right more often about the released people, beyond what chance explains; of
  /// attacks that are tried twenty times, one looks like that by chance.
  public List<Attack> beyondChance() {
    return attacks.stream().filter(attack -> attack.low() > 0).toList();
  }

  /// Makes two releases and attacks them.
  ///
  /// @param known the columns an outsider is taken to know of people, by number; where none is
  ///   named, the worst of several sets of three to five, chosen on people other than those it is
  ///   then tried on
  /// @throws Stopped when it was stopped
  public static ReleaseAttacks of(
      Mechanism mechanism, Microdata people, List<Integer> known, Bits bits, Progress progress) {
    var lots = new SplittableRandom(bits.next());
    int[] order = Lots.shuffled(people.rows(), lots);
    int half = order.length / HALVES;
    Microdata one = Lots.rows(people, Arrays.copyOf(order, half));
    Microdata other = Lots.rows(people, Arrays.copyOfRange(order, half, 2 * half));
    int[] done = {0};
    Runnable step = () -> heard(progress, ++done[0]);
    List<Outsider> outsiders = new ArrayList<>();
    for (int i = 0; i < HALVES; i++) {
      Microdata released = i == 0 ? one : other;
      Microdata rows =
          mechanism
              .make(
                  released,
                  Runs.another(bits.source(), bits.next()),
                  (_, _) -> progress.heard(done[0], all()))
              .rows();
      outsiders.add(new Outsider(rows, released, i == 0 ? other : one, lots));
      step.run();
    }
    List<Attack> attacks = new ArrayList<>();
    attacks.add(both(outsiders, Outsider::wholeRows, step));
    attacks.add(both(outsiders, Outsider::valuesTogether, step));
    int[] tried = Arrays.copyOf(Lots.shuffled(half, lots), Math.min(half, 2 * TRIED));
    int[] columns =
        known.isEmpty()
            ? worst(outsiders, sets(people.sizes(), lots), first(tried))
            : known.stream().mapToInt(Integer::intValue).toArray();
    int[] rest = Arrays.copyOfRange(tried, tried.length / 2, tried.length);
    attacks.add(both(outsiders, each -> each.linkage(columns, rest), step));
    List<List<Attack>> inferred = new ArrayList<>();
    for (Outsider each : outsiders) {
      inferred.add(each.inference(Arrays.copyOf(rest, each.patience(rest.length))));
      step.run();
    }
    for (int column = 0; column < people.width(); column++) {
      attacks.add(inferred.getFirst().get(column).and(inferred.getLast().get(column)));
    }
    return new ReleaseAttacks(half, attacks);
  }

  private static int all() {
    return HALVES * STEPS;
  }

  private static void heard(Progress progress, int done) {
    if (progress.heard(done, all()) == Progress.Answer.STOP) {
      throw new Stopped();
    }
  }

  private interface Way {
    Attack of(Outsider outsider);
  }

  private static Attack both(List<Outsider> outsiders, Way way, Runnable step) {
    Attack one = way.of(outsiders.getFirst());
    step.run();
    Attack other = way.of(outsiders.getLast());
    step.run();
    return one.and(other);
  }

  private static int[] first(int[] tried) {
    return Arrays.copyOf(tried, tried.length / 2);
  }

  /// Three to five columns each, by lot, and the four with most values.
  private static List<int[]> sets(int[] sizes, SplittableRandom lots) {
    List<int[]> sets = new ArrayList<>();
    sets.add(
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingInt(column -> -sizes[column]))
            .limit(4)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray());
    while (sets.size() < SETS) {
      int length = Math.min(sizes.length, 3 + lots.nextInt(3));
      int[] columns = Arrays.copyOf(Lots.shuffled(sizes.length, lots), length);
      Arrays.sort(columns);
      sets.add(columns);
    }
    return sets;
  }

  private static int[] worst(List<Outsider> outsiders, List<int[]> sets, int[] tried) {
    return sets.stream()
        .max(
            Comparator.comparingDouble(
                columns ->
                    outsiders
                        .getFirst()
                        .linkage(columns, tried)
                        .and(outsiders.getLast().linkage(columns, tried))
                        .low()))
        .orElseThrow();
  }
}
