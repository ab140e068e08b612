package org.clew.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.clew.linkage.EntityEvent.Said;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold after any changes in any order, tried over seeds: a few people under several
/// records each, added, changed, removed, judged and undone by lot.
class OnlineEntitiesInvariantsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Said SAID = new Said("Marta", NOW, "");
  private static final int STEPS = 120;
  private static final int RECORDS = 36;
  private static final int PEOPLE = 9;
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE);

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  /// Everything that was done to it, and a copy kept in the plainest way.
  private static final class Trial {
    private final SplittableRandom random;
    private final OnlineEntities known;
    private final Map<String, LinkRecord> records = new TreeMap<>();
    private final Map<String, Judgement> judgements = new TreeMap<>();
    private final Map<String, String> entities = new HashMap<>();

    private Trial(long seed, OnlineEntities.Settings settings) {
      random = new SplittableRandom(seed);
      known = new OnlineEntities("GB", number -> "E" + number, settings);
    }

    /// One change by lot; answers what it told.
    private List<EntityEvent> step() {
      return switch (random.nextInt(10)) {
        case 0, 1, 2, 3, 4 -> {
          LinkRecord record = record();
          records.put(record.id(), record);
          yield known.put(record, NOW);
        }
        case 5, 6 -> {
          String id = id();
          records.remove(id);
          yield known.remove(id, NOW);
        }
        case 7, 8 -> judge();
        default -> undo();
      };
    }

    private List<EntityEvent> judge() {
      String left = id();
      String right = id();
      if (left.equals(right)) {
        return List.of();
      }
      Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
      var judgement = new Judgement(left, right, verdict);
      judgements.put(pair(left, right), judgement);
      return known.judge(judgement, SAID);
    }

    private List<EntityEvent> undo() {
      if (judgements.isEmpty()) {
        return List.of();
      }
      List<Judgement> all = List.copyOf(judgements.values());
      Judgement judgement = all.get(random.nextInt(all.size()));
      judgements.remove(pair(judgement.left(), judgement.right()));
      return known.undo(judgement.right(), judgement.left(), SAID);
    }

    private static String pair(String left, String right) {
      return left.compareTo(right) < 0 ? left + " " + right : right + " " + left;
    }

    private String id() {
      return "r" + random.nextInt(RECORDS);
    }

    private LinkRecord record() {
      List<Value> values = new ArrayList<>();
      for (Value value : Seeded.person(random.nextInt(PEOPLE), "").values()) {
        switch (random.nextInt(5)) {
          case 0, 1 -> {}
          case 2 -> values.add(new Value(value.kind(), Seeded.slip(value.text(), random)));
          default -> values.add(value);
        }
      }
      return new LinkRecord(id(), values);
    }

    /// Carries out what was told on the copy, and checks it on the way.
    private void carryOut(List<EntityEvent> events) {
      Map<String, String> before = Map.copyOf(entities);
      for (EntityEvent event : events) {
        for (EntityChange.Part part : event.change().parts()) {
          for (String record : part.records()) {
            assertThat(before.get(record)).as("%s of %s", record, event).isEqualTo(part.from());
            if (part.to() == null) {
              entities.remove(record);
            } else {
              entities.put(record, part.to());
            }
          }
        }
      }
    }

    private Map<String, String> told() {
      Map<String, String> out = new HashMap<>();
      records.keySet().forEach(id -> out.put(id, known.of(id).orElseThrow()));
      return out;
    }

    private static Set<Set<String>> partition(Map<String, String> entities) {
      return entities.entrySet().stream()
          .collect(
              Collectors.groupingBy(
                  Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
          .values()
          .stream()
          .map(Set::copyOf)
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theEventsTurnWhatWasIntoWhatIs(long seed) {
    var trial = new Trial(seed, OnlineEntities.Settings.DEFAULT);
    long number = 0;
    for (int step = 0; step < STEPS; step++) {
      List<EntityEvent> events = trial.step();
      trial.carryOut(events);
      for (EntityEvent event : events) {
        assertThat(event.number()).isEqualTo(++number);
      }
      assertThat(trial.told()).isEqualTo(trial.entities);
      assertThat(trial.known.size()).isEqualTo(Trial.partition(trial.entities).size());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lookingAtEverythingAgainChangesNothingThatAChangeDidNotLookAt(long seed) {
    var narrow = new OnlineEntities.Settings(6.6, 10, 1 + (int) (seed % 7));
    for (OnlineEntities.Settings settings : List.of(OnlineEntities.Settings.DEFAULT, narrow)) {
      var trial = new Trial(seed, settings);
      for (int step = 0; step < STEPS; step++) {
        trial.step();
        Set<Set<String>> afresh =
            trial.known.afresh().stream().map(Set::copyOf).collect(Collectors.toSet());
        assertThat(Trial.partition(trial.told())).isEqualTo(afresh);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void onceAllIsWeighedAnewTheOrderInWhichItCameSaysNothing(long seed) {
    var trial = new Trial(seed, OnlineEntities.Settings.DEFAULT);
    for (int step = 0; step < STEPS; step++) {
      trial.step();
    }
    trial.known.reweigh(NOW, Progress.NONE);
    var afresh = new OnlineEntities("GB", number -> "other " + number);
    trial.judgements.values().forEach(judgement -> afresh.judge(judgement, SAID));
    afresh.begin(List.copyOf(trial.records.values()).reversed(), Map.of(), NOW, Progress.NONE);
    Map<String, String> theirs = new HashMap<>();
    trial.records.keySet().forEach(id -> theirs.put(id, afresh.of(id).orElseThrow()));
    assertThat(Trial.partition(trial.told())).isEqualTo(Trial.partition(theirs));
    trial.judgements.values().stream()
        .filter(each -> each.verdict() == Verdict.SAME)
        .filter(each -> trial.records.containsKey(each.left()))
        .filter(each -> trial.records.containsKey(each.right()))
        .forEach(
            each ->
                assertThat(trial.known.of(each.left())).isEqualTo(trial.known.of(each.right())));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anIdIsOfOneEntityForEverAndLeadsToWhereItsRecordsAre(long seed) {
    var trial = new Trial(seed, OnlineEntities.Settings.DEFAULT);
    Map<String, Set<String>> ended = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      Map<String, Set<String>> before = byEntity(trial.entities);
      List<EntityEvent> events = trial.step();
      trial.carryOut(events);
      Map<String, Set<String>> now = byEntity(trial.entities);
      Set<String> concerned = new HashSet<>();
      events.forEach(event -> concerned.addAll(event.change().from()));
      before.forEach(
          (id, records) -> {
            if (!concerned.contains(id)) {
              assertThat(now).containsEntry(id, records);
            } else if (!now.containsKey(id)) {
              ended.put(id, records);
            }
          });
      for (String id : now.keySet()) {
        Set<String> last = ended.remove(id);
        if (last != null) {
          long back = last.stream().filter(now.get(id)::contains).count();
          long left = last.stream().filter(trial.records::containsKey).count();
          assertThat(back * 2).as("%s is taken back", id).isGreaterThan(left);
        }
        assertThat(trial.known.resolve(id)).containsExactly(id);
      }
      ended.forEach(
          (id, last) -> {
            Set<String> where =
                last.stream()
                    .filter(trial.records::containsKey)
                    .map(trial.entities::get)
                    .collect(Collectors.toSet());
            if (!where.isEmpty()) {
              assertThat(trial.known.resolve(id)).isEqualTo(where);
            }
            assertThat(now.keySet()).containsAll(trial.known.resolve(id));
          });
    }
  }

  private static Map<String, Set<String>> byEntity(Map<String, String> entities) {
    return entities.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsJudgedAndTakenBackIsAsItWasUnderTheIdsItHad(long seed) {
    var trial = new Trial(seed, OnlineEntities.Settings.DEFAULT);
    for (int step = 0; step < STEPS; step++) {
      trial.carryOut(trial.step());
    }
    List<String> there = List.copyOf(trial.records.keySet());
    for (int i = 0; i < 20 && there.size() > 1; i++) {
      String left = there.get(trial.random.nextInt(there.size()));
      String right = there.get(trial.random.nextInt(there.size()));
      if (left.equals(right) || trial.judgements.containsKey(Trial.pair(left, right))) {
        continue;
      }
      Verdict verdict = trial.random.nextInt(2) == 0 ? Verdict.SAME : Verdict.DIFFERENT;
      Map<String, String> before = trial.told();
      List<EntityEvent> made = trial.known.judge(new Judgement(left, right, verdict), SAID);
      trial.known.undo(left, right, SAID);
      if (made.size() <= 1) {
        assertThat(trial.told()).as("%s %s %s", left, right, verdict).isEqualTo(before);
      } else {
        assertThat(Trial.partition(trial.told())).isEqualTo(Trial.partition(before));
      }
    }
  }
}
