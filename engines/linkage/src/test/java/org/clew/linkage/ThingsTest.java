package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Lists of things that are no people: products, publications, facilities.
class ThingsTest {
  private static final String[] SORTS = {
    "Flat Panel Television",
    "Cordless Telephone System",
    "Digital Camera Black",
    "Front Load Washer",
    "Car Stereo Receiver"
  };

  private static final List<Kind> COLUMNS = List.of(Kind.TITLE, Kind.NUMBER, Kind.TEXT);

  /// A product as one shop writes it, and as another does.
  private record Product(String maker, String sort, String letters, int digits, double price) {
    static Product drawn(SplittableRandom random) {
      String letters = Seeded.name(700 + random.nextInt(40)).substring(0, 4);
      return new Product(
          Seeded.name(random.nextInt(20)),
          SORTS[random.nextInt(SORTS.length)],
          letters,
          random.nextInt(100, 1000),
          random.nextInt(20, 900));
    }

    List<String> here() {
      String name = "%s %s - %s%dB".formatted(maker, sort, letters, digits);
      return List.of(name, "%.2f".formatted(price), name + " with all that belongs to it");
    }

    List<String> there() {
      String name = "%s %s-%d %s".formatted(maker, letters, digits, sort.split(" ", 2)[1]);
      return List.of(name, "%.2f".formatted(price * 0.93), "");
    }
  }

  /// @param shared how many of the products are in both lists
  private static LinkTable shops(int each, int shared) {
    var random = new SplittableRandom(11);
    List<List<String>> here = new ArrayList<>();
    List<List<String>> there = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      Product product = Product.drawn(random);
      here.add(product.here());
      there.add((i < shared ? product : Product.drawn(random)).there());
    }
    here.addAll(there);
    return table(COLUMNS, here);
  }

  private static LinkTable table(List<Kind> kinds, List<List<String>> rows) {
    var out = new LinkTable.Builder(kinds);
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        out.cell(column, row.get(column));
      }
      out.endRow();
    }
    return out.build();
  }

  private static Entities between(LinkTable table, int second, int threads) {
    var settings = new Batch.Settings("", OptionalDouble.empty(), 1, threads);
    return Batch.between(table, second, settings, List.of(), Progress.NONE);
  }

  private static long right(Entities found, int each, int shared) {
    return found.pairs().stream()
        .filter(pair -> pair.right() - pair.left() == each && pair.left() < shared)
        .count();
  }

  @Test
  void productsAreKnownByTheirModelNumbersHoweverWritten() {
    Entities found = between(shops(400, 400), 400, 1);
    assertThat(right(found, 400, 400)).isGreaterThan(385);
    assertThat(found.pairs().size() - right(found, 400, 400)).isLessThan(10);
  }

  @Test
  void whatIsInOneShopOnlyIsNotMatchedWithItsSibling() {
    Entities found = between(shops(500, 200), 500, 1);
    assertThat(right(found, 500, 200)).isGreaterThan(185);
    assertThat(found.pairs().size() - right(found, 500, 200)).isLessThan(12);
  }

  @Test
  void listsThatShareNothingStayApart() {
    assertThat(between(shops(300, 0), 300, 1).pairs()).hasSizeLessThan(6);
  }

  @Test
  void whatIsExpectedCountsEveryRowOnce() {
    Entities found = between(shops(500, 200), 500, 1);
    Findings.Overview overview = found.findings().overview();
    assertThat(overview.matches()).isBetween(180.0, 230.0);
    assertThat(found.findings().thresholds())
        .allSatisfy(each -> assertThat(each.pairs()).isLessThanOrEqualTo(500))
        .allSatisfy(each -> assertThat(each.right()).isLessThanOrEqualTo((double) each.pairs()));
  }

  @Test
  void theResultIsTheSameOnAnyNumberOfThreads() {
    LinkTable table = shops(900, 300);
    assertThat(between(table, 900, 2).pairs()).isEqualTo(between(table, 900, 1).pairs());
  }

  @Test
  void theSameTitleWeighsNoLessThanOneThatIsNearlyTheSame() {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < 60; i++) {
      rows.add(List.of(title(i)));
    }
    for (int i = 0; i < 60; i++) {
      rows.add(List.of(i == 7 ? title(i) : title(i) + " revised"));
    }
    Entities found = between(table(List.of(Kind.TITLE), rows), 60, 1);
    assertThat(found.explain(7, 67).weight()).isGreaterThanOrEqualTo(found.explain(8, 68).weight());
    assertThat(found.pairs()).hasSize(60);
  }

  private static String title(int number) {
    return "On the %s of %s and %s"
        .formatted(Seeded.name(number), Seeded.name(100 + number), Seeded.name(200 + number));
  }

  private static final List<Kind> FACILITY =
      List.of(Kind.ORGANISATION_NAME, Kind.ADDRESS, Kind.COUNTRY);

  /// Works in one estate, each with a name, a plot and a road of its own.
  private static List<List<String>> estate(int count) {
    List<List<String>> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = Seeded.name(i) + " " + Seeded.name(300 + i) + " Ltd";
      String address =
          "Plot %d, %s Road, Export Zone, Tema".formatted(20 + i, Seeded.name(600 + i));
      out.add(List.of(name, address, i % 2 == 0 ? "Ghana" : "Togo"));
    }
    return out;
  }

  private static Entities dedupe(List<List<String>> rows) {
    return Batch.dedupe(table(FACILITY, rows), Batch.Settings.of(""), List.of(), Progress.NONE);
  }

  @Test
  void aFacilityIsFoundWhereItsNameAndAddressLostTheirSpaces() {
    List<List<String>> rows = estate(60);
    String spaced = String.join(" ", rows.get(4).get(0).split("", -1));
    String glued = rows.get(4).get(1).replace(", ", "");
    rows.add(List.of(spaced, glued, "Ghana"));
    assertThat(dedupe(rows).first(60)).isEqualTo(4);
  }

  @Test
  void anotherPlotIsAnotherFacility() {
    List<List<String>> rows = estate(60);
    String name = rows.get(4).get(0);
    rows.add(List.of(name + " Unit 2", rows.get(4).get(1).replace("24", "71"), "Ghana"));
    rows.add(List.of(name, rows.get(4).get(1).replace("24", "024"), "Ghana"));
    Entities found = dedupe(rows);
    assertThat(found.first(60)).isEqualTo(60);
    assertThat(found.first(61)).isEqualTo(4);
  }

  @Test
  void anotherFirmAtTheSameAddressIsAnotherFacility() {
    List<List<String>> rows = estate(60);
    rows.add(List.of("Kolmivet Garments Ltd", rows.get(4).get(1), "Ghana"));
    assertThat(dedupe(rows).first(60)).isEqualTo(60);
  }

  @Test
  void linksBelowZeroComeAfterThoseAboveIt() {
    var settings = new Batch.Settings("", OptionalDouble.of(-40), 1, 1);
    Entities found = Batch.between(shops(100, 100), 100, settings, List.of(), Progress.NONE);
    assertThat(right(found, 100, 100)).isGreaterThan(95);
  }
}
