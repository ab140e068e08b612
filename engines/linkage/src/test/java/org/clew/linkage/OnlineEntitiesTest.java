package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.linkage.EntityEvent.Cause;
import org.clew.linkage.EntityEvent.Said;
import org.junit.jupiter.api.Test;

/// Records come, change and go; who looks for an entity under the id they know finds it.
class OnlineEntitiesTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Said MARTA = new Said("Marta", MONDAY, "told me so");

  private final OnlineEntities known = new OnlineEntities("GB", number -> "E" + number);

  private static LinkRecord amina(String id) {
    return new LinkRecord(
        id,
        List.of(
            new Value(Kind.NAME, "Amina Haddad"),
            new Value(Kind.BIRTH_DATE, "1994-05-17"),
            new Value(Kind.PHONE, "07700 900188")));
  }

  private static LinkRecord dario(String id) {
    return new LinkRecord(
        id,
        List.of(
            new Value(Kind.NAME, "Dario Marin"),
            new Value(Kind.BIRTH_DATE, "1988-11-02"),
            new Value(Kind.PHONE, "07700 900733")));
  }

  private List<EntityEvent> judge(String left, String right, Verdict verdict) {
    return known.judge(new Judgement(left, right, verdict), MARTA);
  }

  private String entity(String record) {
    return known.of(record).orElseThrow();
  }

  @Test
  void aRecordAloneIsAnEntity() {
    List<EntityEvent> events = known.put(amina("a1"), MONDAY);
    assertThat(known.of("a1")).contains("E1");
    assertThat(events)
        .containsExactly(
            new EntityEvent(
                1,
                new EntityChange(
                    Succession.Kind.NEW, List.of(new EntityChange.Part(null, "E1", List.of("a1")))),
                new Cause.Put("a1"),
                MONDAY));
    assertThat(known.put(amina("a1"), MONDAY)).as("saying the same again").isEmpty();
  }

  @Test
  void aRecordThatIsTheSameJoinsTheEntityThatIsThere() {
    known.put(amina("a1"), MONDAY);
    List<EntityEvent> events = known.put(amina("a2"), MONDAY);
    assertThat(entity("a2")).isEqualTo("E1");
    assertThat(events).singleElement().extracting(e -> e.change().kind()).hasToString("SAME");
    assertThat(events.getFirst().change().parts())
        .contains(new EntityChange.Part(null, "E1", List.of("a2")));
    assertThat(known.records("E1")).containsExactly("a1", "a2");
  }

  @Test
  void whatSomebodyJudgesTheSameIsMergedUnderTheOlderIdAndTheOtherStillLeadsThere() {
    known.put(amina("a1"), MONDAY);
    known.put(dario("d1"), MONDAY);
    List<EntityEvent> events = judge("d1", "a1", Verdict.SAME);
    assertThat(events)
        .containsExactly(
            new EntityEvent(
                3,
                new EntityChange(
                    Succession.Kind.MERGED,
                    List.of(
                        new EntityChange.Part("E1", "E1", List.of("a1")),
                        new EntityChange.Part("E2", "E1", List.of("d1")))),
                new Cause.Judged(new Judgement("d1", "a1", Verdict.SAME), MARTA),
                MONDAY));
    assertThat(events.getFirst().change().from()).containsExactly("E1", "E2");
    assertThat(events.getFirst().change().to()).containsExactly("E1");
    assertThat(known.resolve("E2")).containsExactly("E1");
    assertThat(known.records("E2")).isEmpty();
  }

  @Test
  void takingBackAWrongMergeGivesBackBothIds() {
    known.put(amina("a1"), MONDAY);
    known.put(dario("d1"), MONDAY);
    judge("a1", "d1", Verdict.SAME);
    List<EntityEvent> events = known.undo("d1", "a1", MARTA);
    assertThat(events).singleElement().extracting(e -> e.change().kind()).hasToString("SPLIT");
    assertThat(events.getFirst().cause())
        .isEqualTo(new Cause.Undone(new Judgement("a1", "d1", Verdict.SAME), MARTA));
    assertThat(entity("a1")).isEqualTo("E1");
    assertThat(entity("d1")).isEqualTo("E2");
    assertThat(known.resolve("E2")).containsExactly("E2");
    assertThat(known.undo("d1", "a1", MARTA)).as("a second time").isEmpty();
  }

  @Test
  void whatSomebodyJudgesDifferentIsSplitHoweverAlike() {
    known.put(amina("a1"), MONDAY);
    known.put(amina("a2"), MONDAY);
    List<EntityEvent> events = judge("a1", "a2", Verdict.DIFFERENT);
    assertThat(events).singleElement().extracting(e -> e.change().kind()).hasToString("SPLIT");
    assertThat(entity("a1")).isEqualTo("E1");
    assertThat(entity("a2")).isEqualTo("E2");
    assertThat(judge("a1", "a2", Verdict.UNSURE)).as("takes its place").hasSize(1);
    assertThat(entity("a2")).isEqualTo("E1");
  }

  @Test
  void anEntityOutlivesTheRecordItBeganWith() {
    known.put(amina("a1"), MONDAY);
    known.put(amina("a2"), MONDAY);
    assertThat(known.remove("a1", MONDAY))
        .singleElement()
        .satisfies(e -> assertThat(e.cause()).isEqualTo(new Cause.Removed("a1")));
    assertThat(entity("a2")).isEqualTo("E1");
    known.put(amina("a1"), MONDAY);
    assertThat(entity("a1")).isEqualTo("E1");
    known.remove("a1", MONDAY);
    known.remove("a2", MONDAY);
    assertThat(known.resolve("E1")).isEmpty();
    assertThat(known.remove("a2", MONDAY)).isEmpty();
    known.put(amina("a3"), MONDAY);
    assertThat(entity("a3")).as("an id is never given again").isEqualTo("E2");
  }

  @Test
  void anIdLeadsToWhereItsRecordsAreAndWhereNoneIsLeftToWhatItEndedIn() {
    known.put(amina("a1"), MONDAY);
    known.put(dario("d1"), MONDAY);
    judge("a1", "d1", Verdict.SAME);
    known.remove("d1", MONDAY);
    assertThat(known.resolve("E2")).containsExactly("E1");
    assertThat(known.resolve("nobody's")).isEmpty();
  }

  @Test
  void aRecordThatSaysSomethingElseMayLeave() {
    known.put(amina("a1"), MONDAY);
    known.put(amina("a2"), MONDAY);
    List<EntityEvent> events = known.put(dario("a2"), MONDAY);
    assertThat(events).singleElement().extracting(e -> e.change().kind()).hasToString("SPLIT");
    assertThat(entity("a1")).isEqualTo("E1");
  }

  @Test
  void aJudgementWaitsForItsRecordsAndBindsAgainWhenTheyComeBack() {
    known.put(amina("a1"), MONDAY);
    assertThat(judge("a1", "d1", Verdict.SAME)).isEmpty();
    known.put(dario("d1"), MONDAY);
    assertThat(entity("d1")).isEqualTo(entity("a1"));
    known.remove("d1", MONDAY);
    known.put(dario("d1"), MONDAY);
    assertThat(entity("d1")).isEqualTo(entity("a1"));
  }

  @Test
  void judgementsThatCannotAllHoldAreTold() {
    for (String id : List.of("a1", "d1", "d2")) {
      known.put(id.equals("a1") ? amina(id) : dario(id), MONDAY);
    }
    judge("a1", "d1", Verdict.SAME);
    judge("d1", "d2", Verdict.SAME);
    assertThat(known.contradictions()).isEmpty();
    judge("a1", "d2", Verdict.DIFFERENT);
    assertThat(known.contradictions())
        .singleElement()
        .satisfies(told -> assertThat(told.same()).hasSize(2));
    assertThat(entity("d2")).as("the chain is kept").isEqualTo(entity("a1"));
    assertThatThrownBy(() -> judge("a1", "a1", Verdict.SAME))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goesOnWhereABatchEnded() {
    Map<String, String> previous = new LinkedHashMap<>();
    previous.put("a1", "a1");
    previous.put("a2", "a1");
    previous.put("d1", "d1");
    previous.put("lost", "d1");
    judge("a1", "a2", Verdict.DIFFERENT);
    List<EntityEvent> events =
        known.begin(
            List.of(amina("a1"), amina("a2"), dario("d1"), dario("d2")),
            previous,
            MONDAY,
            Progress.NONE);
    assertThat(events)
        .extracting(e -> e.change().kind())
        .containsExactly(Succession.Kind.SPLIT, Succession.Kind.SAME);
    assertThat(events).allSatisfy(e -> assertThat(e.cause()).isInstanceOf(Cause.Reweighed.class));
    assertThat(entity("a1")).isEqualTo("a1");
    assertThat(entity("a2")).isEqualTo("E1");
    assertThat(known.records("d1")).containsExactly("d1", "d2");
    assertThatThrownBy(() -> known.begin(List.of(), Map.of(), MONDAY, Progress.NONE))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsStoppedChangesNothing() {
    Progress stop = (_, _) -> Progress.Answer.STOP;
    assertThat(known.begin(List.of(amina("a1")), Map.of("a1", "x"), MONDAY, stop)).isEmpty();
    assertThat(known.size()).isZero();
    assertThat(known.index().size()).isZero();
    known.put(amina("a1"), MONDAY);
    assertThat(known.reweigh(MONDAY, stop)).isEmpty();
    assertThat(known.reweigh(MONDAY, Progress.NONE)).isEmpty();
  }

  @Test
  void aNumberThatManyHoldDoesNotChainThemIntoOne() {
    for (int i = 0; i < 300; i++) {
      LinkRecord person = Seeded.person(i, "p" + i);
      List<Value> values = new ArrayList<>(person.values());
      values.add(new Value(Kind.PHONE, "020 7946 0018"));
      known.put(new LinkRecord("p" + i, values), MONDAY);
    }
    assertThat(known.size()).isGreaterThan(285);
    known.reweigh(MONDAY, Progress.NONE);
    assertThat(known.size()).isEqualTo(300);
  }
}
