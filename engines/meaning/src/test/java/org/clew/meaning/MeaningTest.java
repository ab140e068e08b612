package org.clew.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

  private static Meaning meaning;

  @BeforeAll
  static void load() throws MeaningUnavailable {
    meaning = Meaning.load();
  }

  @AfterAll
  static void close() {
    meaning.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the employer keeps the workers' passports | Our identity papers were taken away when we arrived at the plant | The plant makes parts for washing machines",
        "they have to work off what the journey cost | He owes the agent for the flight, and every month it is taken from his pay | He flew home to see his mother",
        "nobody may leave the house alone | The doors are locked and she is only let out with a minder | The house has a garden and three bedrooms",
        "wages are not paid | For four months we got no money for our shifts | We get free coffee on every shift",
        "children made to beg | A boy of nine asks passers-by for coins and hands all of it to an older man | A boy of nine won the swimming race",
        "new girls every week | Fresh faces in town, different ladies each Monday | The library opens at nine on Mondays"
      })
  void whatMeansTheLikeIsNearerThanWhatSharesWords(String asked, String near, String far) {
    assertThat(similarity(asked, near)).isGreaterThan(similarity(asked, far));
  }

  @Test
  void theSameWordsAreTheSameAndCapitalsMakeNoDifference() {
    assertThat(similarity("Her wages were kept.", "her WAGES were kept."))
        .isCloseTo(1, within(1e-6));
  }

  @Test
  void aPassageHasOneDirectionOnHoweverManyThreads() {
    List<String> texts =
        IntStream.range(0, 40).mapToObj(i -> "Worker " + i + " sleeps in room " + i * i).toList();
    Direction asked = direction("where people sleep");
    List<Double> once = texts.stream().map(text -> direction(text).cosine(asked)).toList();
    List<Double> together =
        texts.parallelStream().map(text -> direction(text).cosine(asked)).toList();
    assertThat(together).isEqualTo(once);
  }

  @Test
  void oneSentenceInALongTextIsFoundByItsPassage() {
    String filler = "The committee met on Tuesday and spoke about the new roof of the hall. ";
    String needle = "The workers said that their passports were locked in the manager's safe. ";
    String text = filler.repeat(60) + needle.repeat(6) + filler.repeat(60);
    Direction asked = direction("confiscated identity documents");
    Passage best =
        meaning.passages(text).all().stream()
            .max(Comparator.comparingDouble(each -> meaning.direction(each).cosine(asked)))
            .orElseThrow();
    assertThat(text.substring(best.from(), best.to())).contains("passports were locked");
  }

  @Test
  void theEarlierOfTwoEquallyNearTextsRanksFirst() {
    var ranking = new Ranking();
    ranking.add(new Ranking.Ranked(2, 0, 5, 0.5));
    ranking.add(new Ranking.Ranked(0, 0, 5, 0.5));
    ranking.add(new Ranking.Ranked(1, 0, 5, 0.2));
    ranking.add(new Ranking.Ranked(1, 5, 9, 0.7));
    ranking.add(new Ranking.Ranked(1, 9, 12, 0.7));
    ranking.copy(4, 2);
    ranking.copy(5, 3);
    assertThat(ranking.count()).isEqualTo(4);
    assertThat(ranking.best(3))
        .containsExactly(
            new Ranking.Ranked(1, 5, 9, 0.7),
            new Ranking.Ranked(0, 0, 5, 0.5),
            new Ranking.Ranked(2, 0, 5, 0.5));
  }

  private static double similarity(String one, String other) {
    return direction(one).cosine(direction(other));
  }

  private static Direction direction(String text) {
    return meaning.direction(meaning.passages(text).all().getFirst());
  }
}
