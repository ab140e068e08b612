package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkModelTest {
  private static final int ROWS = 3_000;

  private static final LinkTable TABLE = people(ROWS);
  private static final Entities LEARNED = linked(TABLE, Batch.Settings.of("GB"));
  private static final LinkModel MODEL = LEARNED.model();

  @Test
  void readsWhatItWrote() {
    assertThat(LinkModel.read(MODEL.json())).isEqualTo(MODEL);
    assertThat(LinkModel.read(MODEL.json()).json()).isEqualTo(MODEL.json());
  }

  @Test
  void holdsHeadingsAndFiguresAndNoCell() {
    assertThat(MODEL.columns())
        .extracting(LinkModel.Column::kind)
        .contains(Kind.GIVEN_NAME, Kind.PHONE, Kind.BIRTH_DATE);
    assertThat(MODEL.rules()).isNotEmpty();
    assertThat(MODEL.from().rows()).isEqualTo(ROWS);
    assertThat(MODEL.balance().threshold()).isEqualTo(LEARNED.threshold());
    String json = MODEL.json();
    for (Value value : Seeded.person(7, "").values()) {
      assertThat(json).doesNotContain(value.text());
    }
  }

  @Test
  void theSameModelOnTheSameListGivesTheSameLinks() {
    Entities again = linked(TABLE, Batch.Settings.of("GB").with(LinkModel.read(MODEL.json())));
    assertThat(again.threshold()).isEqualTo(LEARNED.threshold());
    assertThat(again.pairs()).isEqualTo(LEARNED.pairs());
    assertThat(firsts(again)).isEqualTo(firsts(LEARNED));
    assertThat(again.model()).isEqualTo(MODEL);
  }

  @Test
  void nothingIsLearnedFromAnotherList() {
    LinkTable other = people(800);
    Entities found = linked(other, Batch.Settings.of("GB").with(MODEL));
    assertThat(found.threshold()).isEqualTo(MODEL.balance().threshold());
    assertThat(found.model()).isEqualTo(MODEL);
    assertThat(found.count()).isBetween(400, 420);
    // Of fewer rows two are more likely to be one: a quarter of the rows is nearly two bits.
    double prior = found.explain(0, 1).prior();
    assertThat(prior - MODEL.balance().prior()).isBetween(1.8, 2.0);
  }

  @Test
  void aChangeByHandCounts() {
    String higher =
        MODEL.json().replaceFirst("\"threshold_bits\": [-0-9.]+", "\"threshold_bits\": 99.5");
    Entities found = linked(TABLE, Batch.Settings.of("GB").with(LinkModel.read(higher)));
    assertThat(found.count()).isEqualTo(ROWS);
  }

  @Test
  void aThresholdThatIsSaidGoesBeforeThatOfTheModel() {
    var settings = new Batch.Settings("GB", OptionalDouble.of(99.5), 1, 1).with(MODEL);
    assertThat(linked(TABLE, settings).threshold()).isEqualTo(99.5);
  }

  @Nested
  class Refused {

    @Test
    void forOtherColumns() {
      var rows = new LinkTable.Builder(List.of(Kind.GIVEN_NAME, Kind.PHONE));
      rows.cell(0, "Amina");
      rows.endRow();
      assertThatThrownBy(() -> linked(rows.build(), Batch.Settings.of("GB").with(MODEL)))
          .isInstanceOf(ModelRefused.class)
          .hasMessageContaining("document as DOCUMENT")
          .hasMessageContaining("This list has given_name as GIVEN_NAME, phone as PHONE")
          .asInstanceOf(type(ModelRefused.class))
          .extracting(ModelRefused::why)
          .isEqualTo(ModelRefused.Why.OTHER_COLUMNS);
    }

    @Test
    void whereColumnsOfOneKindHaveChangedTheirNames() {
      LinkModel two = linked(places("suburb", "state"), Batch.Settings.of("")).model();
      Entities turned = linked(places("state", "suburb"), Batch.Settings.of("").with(two));
      assertThat(turned.model()).isEqualTo(two);
      assertThatThrownBy(() -> linked(places("suburb", "county"), Batch.Settings.of("").with(two)))
          .isInstanceOf(ModelRefused.class)
          .hasMessageContaining("county");
    }

    private LinkTable places(String one, String other) {
      var rows =
          new LinkTable.Builder(
              List.of(Kind.PLACE, Kind.PLACE), List.of(List.of(one), List.of(other)));
      for (String place : List.of("Leeds", "York", "Leeds", "Hull")) {
        rows.cell(0, place);
        rows.cell(1, place + " East");
        rows.endRow();
      }
      return rows.build();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "null",
          "[]",
          "{}",
          "7",
          "nonsense",
          "{\"clew_link_model\": \"1\"}",
          "{\"clew_link_model\": 1}",
          "{\"clew_link_model\": 1, \"clew_link_model\": 1}",
          "{\"a\": \"\\u12\"}",
          "{\"a\": 01}",
          "{\"a\": 1e999}",
          "{\"a\": NaN}",
          "{\"a\": .5}",
          "{\"a\": 1} {}"
        })
    void whatIsNoModel(String text) {
      assertThat(whyNot(text)).isEqualTo(ModelRefused.Why.DAMAGED);
    }

    @Test
    void whatIsCutOffAnywhere() {
      String json = MODEL.json().strip();
      for (int end = 0; end < json.length(); end += 97) {
        assertThat(whyNot(json.substring(0, end))).isEqualTo(ModelRefused.Why.DAMAGED);
      }
    }

    @Test
    void whatIsHugeOrDeep() {
      assertThat(whyNot(" ".repeat(5 << 20))).isEqualTo(ModelRefused.Why.DAMAGED);
      assertThat(whyNot("[".repeat(100_000))).isEqualTo(ModelRefused.Why.DAMAGED);
      assertThat(whyNot("{\"a\":".repeat(100_000))).isEqualTo(ModelRefused.Why.DAMAGED);
    }

    @Test
    void whatIsOfAnotherVersion() {
      assertThat(whyNot(MODEL.json().replace("\"clew_link_model\": 1", "\"clew_link_model\": 2")))
          .isEqualTo(ModelRefused.Why.VERSION);
    }

    @Test
    void membersThatNoModelHas() {
      assertThat(whyNot(MODEL.json().replace("\"rules\"", "\"tules\"")))
          .isEqualTo(ModelRefused.Why.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({
      "m, -0.5",
      "m, 0",
      "m, 1.5",
      "m, 1e-300",
      "u, -1",
      "u, 0",
      "u, 2",
      "filled, 1.01",
      "filled, -1",
      "distinct, -1",
      "matches, -1",
      "alike, 7",
      "rows, -5",
      "rows, 99999999999",
      "pairs, -1",
      "prior_bits, 1e9",
      "threshold_bits, -1e9",
      "household_bits, 1e300"
    })
    void numbersThatCannotBe(String name, String number) {
      String changed =
          MODEL
              .json()
              .replaceFirst(
                  "\"%s\": [-+0-9.Ee]+".formatted(name), "\"%s\": %s".formatted(name, number));
      assertThat(changed).isNotEqualTo(MODEL.json());
      assertThat(whyNot(changed)).isEqualTo(ModelRefused.Why.VALUES);
    }

    @Test
    void rulesThatLookAtNothing() {
      String rule = "\"rules\": [[{\"column\": \"%s\", \"key\": \"%s\"}]]";
      String start = MODEL.json().substring(0, MODEL.json().indexOf("\"rules\""));
      assertThat(whyNot(start + rule.formatted("nowhere", "value") + "}"))
          .isEqualTo(ModelRefused.Why.VALUES);
      LinkModel odd = LinkModel.read(start + rule.formatted("phone", "colour") + "}");
      assertThatThrownBy(() -> linked(TABLE, Batch.Settings.of("GB").with(odd)))
          .isInstanceOf(ModelRefused.class)
          .hasMessageContaining("phone as PHONE");
    }

    private ModelRefused.Why whyNot(String json) {
      try {
        LinkModel.read(json);
      } catch (ModelRefused e) {
        assertThat(e.getMessage()).endsWith(".").hasSizeLessThan(200);
        return e.why();
      }
      throw new AssertionError("was read: " + json);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 100, 25})
  void ofTwoListsIsExpectedWhatTheyHoldAndNotWhatWasThereWhenItWasLearned(int shared) {
    Entities learned =
        Batch.between(twoLists(200), 400, Batch.Settings.of("GB"), List.of(), Progress.NONE);
    Entities found =
        Batch.between(
            twoLists(shared),
            400,
            Batch.Settings.of("GB").with(learned.model()),
            List.of(),
            Progress.NONE);
    Findings.Overview expected = found.findings().overview();
    assertThat(expected.matches()).isBetween(shared * 0.98, shared * 1.02);
    assertThat(expected.right()).isBetween(shared * 0.9, (double) expected.linked());
    if (shared == 200) {
      assertThat(expected.matches())
          .isCloseTo(learned.findings().overview().matches(), withinPercentage(1));
      assertThat(found.pairs()).isEqualTo(learned.pairs());
    }
  }

  /// Two lists of 400 rows. So many people of the first stand twice in the second, with slips: each
  /// row of the first is one of the two at most.
  private static LinkTable twoLists(int shared) {
    List<LinkRecord> out = new ArrayList<>();
    for (int row = 0; row < 800; row++) {
      int person = row < 400 ? row : row < 400 + 2 * shared ? (row - 400) / 2 : row;
      SplittableRandom random = new SplittableRandom(row);
      out.add(
          new LinkRecord(
              "",
              Seeded.person(person + 500, "").values().stream()
                  .map(value -> slipped(value, random))
                  .toList()));
    }
    return Tables.of(out);
  }

  private static Value slipped(Value value, SplittableRandom random) {
    boolean slips = random.nextInt(5) == 0;
    return slips ? new Value(value.kind(), Seeded.slip(value.text(), random)) : value;
  }

  @Test
  void everyKeyHasANameOfItsOwn() {
    for (Kind kind : Kind.values()) {
      var rows = new LinkTable.Builder(List.of(kind));
      rows.cell(0, "2001-02-03");
      rows.endRow();
      for (Trait trait : new Traits(rows.build(), "GB", 1).all) {
        List<String> names = trait.likeness.keys().stream().map(Likeness.Key::name).toList();
        assertThat(names).as(kind.name()).doesNotHaveDuplicates().doesNotContain(LinkModel.WORDS);
      }
    }
  }

  private static Entities linked(LinkTable table, Batch.Settings settings) {
    return Batch.dedupe(table, settings, List.of(), Progress.NONE);
  }

  private static List<Integer> firsts(Entities entities) {
    return IntStream.range(0, ROWS).map(entities::first).boxed().toList();
  }

  /// Each person twice, in other places of the list.
  private static LinkTable people(int rows) {
    List<LinkRecord> out = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      out.add(Seeded.person(row / 2 + 500, ""));
    }
    return Tables.of(out);
  }
}
