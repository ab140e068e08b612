package org.clew.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.linkage.Entities;
import org.clew.linkage.Progress;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Which texts were made from one another.
class TextClusteringTest {
  private static final String LENA =
      "Hi I am Lena, new in Leeds! Sweet like honey from the mountain village. Quiet flat by the old"
          + " canal, own entrance. Call me any time 07700 900188";
  private static final String MIRA =
      "hi i am MIRA new in York!! sweet like honey from the mountain village 🍒 quiet flat by the old"
          + " canal, own entrance - call me any time zero seven seven double zero 900 222";
  private static final String JOB =
      "Warehouse night shift, no papers needed, bed in shared house and transport paid from wages."
          + " Start tomorrow, ask for Viktor";
  private static final String STOCK = "Call me any time. No private numbers. Only serious people.";

  private static TextClusters cluster(List<String> texts) {
    return cluster(texts, new TextClustering.Settings(1, 2));
  }

  private static TextClusters cluster(List<String> texts, TextClustering.Settings settings) {
    try (var clustering = new TextClustering(settings, Progress.NONE)) {
      texts.forEach(clustering::add);
      return clustering.cluster();
    }
  }

  private static List<Integer> firsts(TextClusters clusters) {
    return IntStream.range(0, clusters.texts()).map(clusters::first).boxed().toList();
  }

  /// Texts of words that no other has, each its own.
  private static List<String> others(int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(made(i, 40));
    }
    return texts;
  }

  private static String made(long seed, int words) {
    var random = new SplittableRandom(seed);
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append("w").append(Integer.toString(random.nextInt(20_000), 36)).append("x ");
    }
    return text.toString();
  }

  @Nested
  class OneText {
    @Test
    void withOtherNamesPlacesNumbersSignsAndCapitalsIsOneCluster() {
      List<String> texts = others(50);
      texts.addAll(List.of(LENA, JOB, MIRA));
      TextClusters clusters = cluster(texts);
      assertThat(clusters.first(52)).isEqualTo(50);
      assertThat(clusters.first(51)).isEqualTo(51);
      assertThat(clusters.size(50)).isEqualTo(2);
      assertThat(clusters.size(51)).isEqualTo(1);
      assertThat(clusters.count()).isEqualTo(52);
    }

    @Test
    void withSentencesInAnotherOrderAndSomeLeftOutIsOneCluster() {
      String[] sentences = {
        made(1001, 9), made(1002, 9), made(1003, 9), made(1004, 9), made(1005, 9)
      };
      List<String> texts = others(50);
      texts.add(String.join(". ", sentences));
      texts.add(String.join(". ", sentences[3], sentences[0], sentences[4], sentences[2]));
      assertThat(cluster(texts).first(51)).isEqualTo(50);
    }

    @Test
    void inLettersDrawnOtherwiseIsOneCluster() {
      List<String> texts = others(50);
      texts.add("Quiet flat by the old canal, own entrance, sweet like honey");
      texts.add("𝐐𝐮𝐢𝐞𝐭 𝐟𝐥𝐚𝐭 by the ｏｌｄ canal, ⓞⓦⓝ entrance, swéét líke hóney");
      assertThat(cluster(texts).first(51)).isEqualTo(50);
    }

    @Test
    void inScriptsWithoutSpacesIsOneCluster() {
      List<String> texts = others(50);
      texts.add("新来的按摩师温柔体贴环境安静有独立入口请电话预约");
      texts.add("新来的按摩师温柔体贴环境安静有停车位请电话预约");
      texts.add("招聘仓库夜班工人包吃住工资日结明天开始上班");
      assertThat(firsts(cluster(texts)).subList(50, 53)).containsExactly(50, 50, 52);
    }
  }

  @Nested
  class SeveralTexts {
    @Test
    void areNotJoinedByPhrasesThatManyUse() {
      List<String> texts = others(300);
      texts.replaceAll(text -> STOCK + " " + text);
      assertThat(cluster(texts).count()).isEqualTo(300);
    }

    @Test
    void areNotJoinedByOneSentenceBorrowed() {
      List<String> texts = others(300);
      String borrowed = made(5000, 8);
      texts.set(7, texts.get(7) + borrowed);
      texts.set(9, borrowed + texts.get(9));
      assertThat(cluster(texts).count()).isEqualTo(300);
    }

    @Test
    void withoutWordsStayAlone() {
      assertThat(firsts(cluster(List.of("", "  ", "!!! ***", "", "🍒🍒", "🍒🍒"))))
          .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void ofOneWordAreOneWhereTheyAreTheSame() {
      assertThat(firsts(cluster(List.of("hello", "Hello!", "bye")))).containsExactly(0, 0, 2);
    }
  }

  @Nested
  class Many {
    @Test
    void hundredThousandCopiesCostNoMoreThanAsManyTexts() {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 100_000; i++) {
        texts.add(LENA.replace("Lena", "Lena" + i % 5_000));
      }
      TextClusters clusters =
          Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> cluster(texts));
      assertThat(clusters.count()).isEqualTo(1);
    }

    @Test
    void oneTemplateThatIsAllThereIsIsOneCluster() {
      var random = new SplittableRandom(3);
      String[] words = made(77, 60).split(" ", -1);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        String[] edited = words.clone();
        for (int k = 0; k < 6; k++) {
          edited[random.nextInt(edited.length)] = "e" + random.nextInt(1_000_000);
        }
        texts.add(String.join(" ", edited));
      }
      TextClusters clusters =
          Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> cluster(texts));
      assertThat(clusters.size(0)).isGreaterThan(19_900);
    }

    @Test
    void textsOfTenMillionCharactersAreRead() {
      String whole = made(5, 1_700_000);
      List<String> texts = List.of(LENA, whole, LENA + " now", whole + " now", whole);
      assertThat(firsts(cluster(texts))).containsExactly(0, 1, 0, 1, 1);
    }
  }

  @Test
  void theThreadsChangeNothingAndNeitherDoesASecondRun() {
    List<String> texts = others(2_000);
    for (int i = 0; i < 1_000; i++) {
      texts.add(texts.get(i * 7 % 2_000).replace("w1", "v" + i % 9));
    }
    List<Integer> once = firsts(cluster(texts, new TextClustering.Settings(5, 1)));
    assertThat(firsts(cluster(texts, new TextClustering.Settings(5, 3)))).isEqualTo(once);
    assertThat(firsts(cluster(texts, new TextClustering.Settings(5, 1)))).isEqualTo(once);
  }

  @Test
  void whoStopsItGetsWhatThereIs() {
    try (var clustering =
        new TextClustering(new TextClustering.Settings(1, 1), (_, _) -> Progress.Answer.STOP)) {
      clustering.add(LENA);
      clustering.add(LENA + " now");
      TextClusters clusters = clustering.cluster();
      assertThat(clusters.ending()).isEqualTo(Entities.Ending.STOPPED);
      assertThat(clusters.count()).isEqualTo(2);
    }
  }

  @Test
  void nothingIsNoCluster() {
    assertThat(cluster(List.of()).count()).isZero();
  }

  @Test
  void textsThatBreakCarelessReadersAreRead() {
    List<String> texts =
        List.of(
            "\uD800",
            "\uDC00abc\uD83D",
            "😀👩‍👩‍👧‍👦🇬🇧",
            "a\u0301".repeat(5_000),
            "ﷺ".repeat(2_000),
            "x".repeat(1_000_000),
            "7 ".repeat(500_000),
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "\u202Eelpmaxe");
    assertThat(cluster(texts).texts()).isEqualTo(texts.size());
  }

  @Test
  void threadsMustBeOneOrMore() {
    assertThatThrownBy(() -> new TextClustering.Settings(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads");
  }
}
