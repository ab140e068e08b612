package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Labelled public data, one configuration for all of them: nothing set, no labels, no tuning by
/// name. The floors are a little below what is measured. Runs only where the data are.
class ConformanceTest {

  @TestFactory
  Stream<DynamicTest> publicSetsAreLinked() {
    List<DynamicTest> tests = new ArrayList<>();
    PublicData.folder("er/febrl").ifPresent(folder -> febrl(folder, tests));
    PublicData.folder("er/splink-fake1000").ifPresent(folder -> fake(folder, tests));
    PublicData.folder("er/census-dirty")
        .ifPresent(folder -> dirty("census", folder, LabelledSets.CENSUS, 0.80, tests));
    PublicData.folder("er/restaurant-dirty")
        .ifPresent(folder -> dirty("restaurant", folder, LabelledSets.RESTAURANT, 0.92, tests));
    PublicData.folder("osh/facility-lists").ifPresent(folder -> facilities(folder, tests));
    return tests.stream();
  }

  private static DynamicTest dedupe(
      String name, Map<String, LinkRecord> records, Truth truth, String region, double floor) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Entities found =
              Batch.dedupe(
                  Tables.of(records.values()), Batch.Settings.of(region), List.of(), Progress.NONE);
          score(name, truth, found, List.copyOf(records.keySet()), floor);
        });
  }

  private static void score(
      String name, Truth truth, Entities found, List<String> ids, double floor) {
    Truth.Score score = truth.of(found, ids);
    System.out.println("conformance: " + name + " " + score);
    assertThat(score.f1()).isGreaterThanOrEqualTo(floor);
  }

  private static void febrl(Path folder, List<DynamicTest> tests) {
    for (int set = 1; set <= 3; set++) {
      Map<String, LinkRecord> records = febrl(folder, "dataset" + set);
      Truth truth = Truth.byEntity(records.keySet(), id -> id.split("-", -1)[1]);
      tests.add(dedupe("febrl dataset" + set, records, truth, "AU", 0.998));
    }
    tests.add(DynamicTest.dynamicTest("febrl 4a to 4b", () -> febrlFour(folder)));
  }

  private static void febrlFour(Path folder) {
    Map<String, LinkRecord> rows = new LinkedHashMap<>(febrl(folder, "dataset4a"));
    int second = rows.size();
    rows.putAll(febrl(folder, "dataset4b"));
    Truth truth = Truth.byEntity(rows.keySet(), id -> id.split("-", -1)[1]);
    Entities found =
        Batch.between(
            Tables.of(rows.values()), second, Batch.Settings.of("AU"), List.of(), Progress.NONE);
    score("febrl 4a to 4b", truth, found, List.copyOf(rows.keySet()), 0.9995);
  }

  private static Map<String, LinkRecord> febrl(Path folder, String name) {
    return LabelledSets.read(folder.resolve(name + ".csv"), "rec_id", "", LabelledSets.FEBRL);
  }

  private static void fake(Path folder, List<DynamicTest> tests) {
    Path file = folder.resolve("fake_1000.csv");
    Map<String, String> entities = new HashMap<>();
    for (Map<String, String> row : Csv.rows(file)) {
      entities.put(row.getOrDefault("unique_id", ""), row.getOrDefault("cluster", ""));
    }
    Map<String, LinkRecord> records =
        LabelledSets.read(file, "unique_id", "", LabelledSets.FAKE_1000);
    Truth truth = Truth.byEntity(records.keySet(), id -> entities.getOrDefault(id, id));
    tests.add(dedupe("fake_1000", records, truth, "GB", 0.94));
  }

  private static void dirty(
      String name, Path folder, Map<String, Kind> columns, double floor, List<DynamicTest> tests) {
    Truth truth = new Truth();
    for (Map<String, String> row : Csv.rows(folder.resolve("truth.csv"))) {
      truth.add(row.getOrDefault("idx1", ""), row.getOrDefault("idx2", ""));
    }
    Map<String, LinkRecord> records =
        LabelledSets.read(folder.resolve("records.csv"), "idx", "", columns);
    tests.add(dedupe(name, records, truth, "US", floor));
  }

  /// Real lists without labels: everything is read, and a facility finds itself in its own list
  /// when asked for by name and address in capitals.
  private static void facilities(Path folder, List<DynamicTest> tests) {
    tests.add(
        DynamicTest.dynamicTest(
            "facility lists",
            () -> {
              LinkIndex index = new LinkIndex();
              Map<String, LinkRecord> all = new HashMap<>();
              for (int list : new int[] {2, 3, 4, 6, 7, 10, 11, 12, 13, 14, 15}) {
                all.putAll(LabelledSets.facilities(folder.resolve(list + ".csv"), list + "-"));
              }
              all.values().forEach(index::put);
              long found = all.values().stream().filter(each -> findsItself(index, each)).count();
              System.out.printf(
                  "conformance: facility lists %d of %d find themselves%n", found, all.size());
              assertThat((double) found / all.size()).isGreaterThan(0.99);
            }));
  }

  private static boolean findsItself(LinkIndex index, LinkRecord facility) {
    List<Value> asked =
        facility.values().stream()
            .map(value -> new Value(value.kind(), value.text().toUpperCase(java.util.Locale.ROOT)))
            .toList();
    return index.query(asked, 5).stream().anyMatch(match -> match.id().equals(facility.id()));
  }
}
