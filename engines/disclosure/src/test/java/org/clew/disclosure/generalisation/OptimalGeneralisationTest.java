package org.clew.disclosure.generalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.clew.disclosure.Coded;
import org.clew.disclosure.Progress;
import org.clew.disclosure.PublicData;
import org.clew.disclosure.risk.ClassDistribution;
import org.clew.disclosure.risk.Distance;
import org.junit.jupiter.api.Test;

class OptimalGeneralisationTest {

  private static final Hierarchy AGES =
      Hierarchy.of(
          Stream.of("20 20-29 *", "25 20-29 *", "30 30-39 *", "35 30-39 *")
              .map(row -> List.of(row.split(" ", -1)))
              .toList());

  private static Optional<Generalisation> find(
      Coded table, List<Hierarchy> hierarchies, int k, double suppressed, Demand... demands) {
    return OptimalGeneralisation.find(
        table.data(),
        hierarchies,
        byCode(table).subList(0, hierarchies.size()),
        new OptimalGeneralisation.Settings(k, suppressed, List.of(demands)),
        Progress.NONE);
  }

  private static List<List<String>> byCode(Coded table) {
    return table.values().stream()
        .map(own -> Stream.concat(Stream.of(""), own.stream()).toList())
        .toList();
  }

  @Test
  void aColumnIsMadeNoCoarserThanItMustBe() {
    Coded people = Coded.of("20 f\n25 f\n30 f\n35 f\n30 m\n35 m\n20 m\n25 m");
    Generalisation found =
        find(people, List.of(AGES, Hierarchy.keepOrSuppress(List.of("f", "m"))), 2, 0)
            .orElseThrow();
    // Ages 20-29 may be half of all four: (1/2 - 1/4) / (1 - 1/4) = 1/3, sex loses nothing.
    assertThat(found.levels()).containsExactly(1, 0);
    assertThat(found.suppressed().isEmpty()).isTrue();
    assertThat(found.loss()).isCloseTo(Math.sqrt(4 / 3.0) - 1, within(1e-12));
    assertThat(found.proved()).isTrue();
  }

  @Test
  void leavingARowOutMayLoseLessThanMakingAllCoarser() {
    Coded people = Coded.of("20\n20\n20\n20\n20\n20\n20\n20\n20\n35");
    Generalisation found = find(people, List.of(AGES), 2, 0.1).orElseThrow();
    assertThat(found.levels()).containsExactly(0);
    assertThat(found.suppressed().stream()).containsExactly(9);
    assertThat(found.loss()).isCloseTo(0.1, within(1e-12));
    assertThat(find(people, List.of(AGES), 2, 0.09).orElseThrow().levels()).containsExactly(2);
  }

  @Test
  void whatNothingFulfilsIsNotFound() {
    Coded people = Coded.of("20\n25");
    assertThat(find(people, List.of(AGES), 3, 0)).isEmpty();
  }

  @Test
  void aGroupThatSharesItsSecretIsNoGroupWhereDiversityIsDemanded() {
    Coded people = Coded.of("20 flu\n20 flu\n25 flu\n25 cold\n30 cold\n30 flu\n35 cold\n35 flu");
    assertThat(find(people, List.of(AGES), 2, 0).orElseThrow().levels()).containsExactly(0);
    var distinct = new Demand.DistinctDiversity(1, 2);
    assertThat(find(people, List.of(AGES), 2, 0, distinct).orElseThrow().levels())
        .containsExactly(1);
    var close = new Demand.Closeness(1, 0, Distance.EQUAL);
    assertThat(find(people, List.of(AGES), 2, 0, close).orElseThrow().levels()).containsExactly(2);
  }

  /// Everything tried one by one, with random tables, hierarchies and demands.
  @Test
  void nothingThatFulfilsTheDemandsLosesLess() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      List<List<String>> rows = new ArrayList<>();
      int count = 20 + random.nextInt(60);
      for (int i = 0; i < count; i++) {
        rows.add(
            List.of(
                "a" + random.nextInt(8),
                "b" + (int) Math.abs(random.nextGaussian() * 3) % 8,
                "c" + random.nextInt(3),
                "s" + (int) Math.abs(random.nextGaussian() * 2)));
      }
      List<Hierarchy> hierarchies = List.of(nested("a", 8), nested("b", 8), nested("c", 3));
      Demand[] demands =
          switch (seed % 5) {
            case 0 -> new Demand[] {};
            case 1 -> new Demand[] {new Demand.DistinctDiversity(3, 2)};
            case 2 -> new Demand[] {new Demand.EntropyDiversity(3, 1.8)};
            case 3 -> new Demand[] {new Demand.Closeness(3, 0.3, Distance.ORDERED)};
            default -> new Demand[] {new Demand.RecursiveDiversity(3, 2, 2)};
          };
      Coded table = Coded.of(rows);
      int k = 1 + random.nextInt(6);
      double suppressed = random.nextInt(4) * 0.1;
      Optional<Generalisation> found = find(table, hierarchies, k, suppressed, demands);
      double least = Double.POSITIVE_INFINITY;
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          for (int c = 0; c < 3; c++) {
            least =
                Math.min(
                    least,
                    loss(table, rows, hierarchies, new int[] {a, b, c}, k, suppressed, demands));
          }
        }
      }
      if (Double.isInfinite(least)) {
        assertThat(found).as("seed %d", seed).isEmpty();
      } else {
        assertThat(found.orElseThrow().loss()).as("seed %d", seed).isCloseTo(least, within(1e-9));
      }
    }
  }

  private static Hierarchy nested(String name, int values) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < values; i++) {
      rows.add(List.of(name + i, name + "-" + i / 3, "*"));
    }
    return Hierarchy.of(rows);
  }

  /// By the book: infinite where too many rows are left out.
  private static double loss(
      Coded table,
      List<List<String>> rows,
      List<Hierarchy> hierarchies,
      int[] levels,
      int k,
      double suppressed,
      Demand... demands) {
    Map<List<String>, List<Integer>> groups = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> coarse = new ArrayList<>();
      for (int i = 0; i < levels.length; i++) {
        coarse.add(hierarchies.get(i).value(rows.get(row).get(i), levels[i]));
      }
      groups.computeIfAbsent(coarse, _ -> new ArrayList<>()).add(row);
    }
    var out = new HashSet<Integer>();
    groups
        .values()
        .forEach(
            group -> {
              boolean fails = group.size() < k;
              for (Demand demand : demands) {
                var distribution =
                    new ClassDistribution(table.data(), demand.column(), demand.distance());
                group.forEach(row -> distribution.add(table.data().code(row, demand.column()), 1));
                fails |= !demand.isFulfilledBy(distribution);
              }
              if (fails) {
                out.addAll(group);
              }
            });
    if (out.size() > Math.floor(suppressed * rows.size() + 1e-9)) {
      return Double.POSITIVE_INFINITY;
    }
    double product = 1;
    for (int i = 0; i < levels.length; i++) {
      int at = i;
      double all = values(hierarchies.get(i), i);
      double sum = 0;
      for (int row = 0; row < rows.size(); row++) {
        String coarse = hierarchies.get(at).value(rows.get(row).get(at), levels[at]);
        sum += out.contains(row) ? 1 : leaves(hierarchies.get(at), at, levels[at], coarse) / all;
      }
      double mean = sum / rows.size();
      product *= 1 + Math.max(0, (mean - 1 / all) / (1 - 1 / all));
    }
    return Math.cbrt(product) - 1;
  }

  private static int values(Hierarchy hierarchy, int column) {
    int values = 0;
    while (hierarchy.has("abc".charAt(column) + Integer.toString(values))) {
      values++;
    }
    return values;
  }

  private static double leaves(Hierarchy hierarchy, int column, int level, String coarse) {
    int leaves = 0;
    for (int i = 0; i < values(hierarchy, column); i++) {
      leaves +=
          hierarchy.value("abc".charAt(column) + Integer.toString(i), level).equals(coarse) ? 1 : 0;
    }
    return leaves;
  }

  @Test
  void aHierarchyWithoutAValueOfTheTableIsRefused() {
    assertThatThrownBy(() -> find(Coded.of("20\n99"), List.of(AGES), 1, 0))
        .isInstanceOf(HierarchyRefused.class);
    assertThatThrownBy(() -> find(Coded.of("20\n-"), List.of(AGES), 1, 0))
        .isInstanceOf(HierarchyRefused.class);
  }

  @Test
  void whatIsStoppedSaysThatItProvedNothing() {
    Coded people = Coded.of("20\n25\n30\n35");
    Optional<Generalisation> found =
        OptimalGeneralisation.find(
            people.data(),
            List.of(AGES),
            byCode(people),
            new OptimalGeneralisation.Settings(2, 0, List.of()),
            (_, _) -> Progress.Answer.STOP);
    assertThat(found.map(Generalisation::proved).orElse(false)).isFalse();
  }

  /// Levels, rows left out and loss as the reference has them, for four k.
  @Test
  void theOptimumOfAdultRecordsIsAsTheReferenceHasIt() {
    Optional<Path> folder = PublicData.folder("arx");
    if (folder.isEmpty()) {
      return;
    }
    List<List<String>> rows = PublicData.semicolons(folder.get().resolve("adult_subset.csv"));
    Coded people = Coded.of(rows.subList(1, rows.size()));
    List<Hierarchy> hierarchies =
        rows.getFirst().stream()
            .map(column -> folder.get().resolve("adult_hierarchy_" + column + ".csv"))
            .map(file -> Hierarchy.of(PublicData.semicolons(file)))
            .toList();
    reference(people, hierarchies, 2, List.of(0, 3, 0, 1, 2, 1, 1, 2, 0), 140, 0.29011328236717593);
    reference(people, hierarchies, 5, List.of(0, 4, 0, 2, 2, 1, 1, 2, 0), 112, 0.4040046863565496);
    reference(
        people, hierarchies, 10, List.of(0, 4, 0, 2, 3, 1, 1, 2, 0), 127, 0.46506892269344347);
    reference(people, hierarchies, 25, List.of(0, 4, 1, 1, 2, 2, 1, 2, 0), 140, 0.5346678338285886);
  }

  private static void reference(
      Coded people,
      List<Hierarchy> hierarchies,
      int k,
      List<Integer> levels,
      int suppressed,
      double loss) {
    long begun = System.nanoTime();
    Generalisation found = find(people, hierarchies, k, 0.05).orElseThrow();
    System.out.printf(
        "conformance: k %d, %d of 12,960 generalisations tried, %d ms%n",
        k, found.checked(), (System.nanoTime() - begun) / 1_000_000);
    assertThat(found.levels()).isEqualTo(levels);
    assertThat(found.suppressed().cardinality()).isEqualTo(suppressed);
    assertThat(found.loss()).isCloseTo(loss, within(1e-6));
    assertThat(found.proved()).isTrue();
  }
}
