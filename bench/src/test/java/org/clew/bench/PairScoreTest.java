package org.clew.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs of rows, counted by hand and one by one.
class PairScoreTest {

  @TempDir private Path folder;

  @Test
  void aFileIsScoredByTheColumnOfTheTruthAndThatOfWhatWasFound() throws IOException {
    // Truth: abc, de, f. Found: ab, cdef. Of 3 + 1 true pairs and 1 + 6 found ones, ab and de are
    // both.
    Path file =
        Files.writeString(
            folder.resolve("linked.csv"),
            """
            id,entity,note,entity_id,match_weight
            a,11,,1,20.5
            d,12,,3,
            b,11,,1,20.5
            f,2000000000,,3,
            c,11,,3,
            e,12,,3,
            """);
    PairScore score = LinkPeople.score(file);
    assertThat(score.pairs()).isEqualTo(new PairScore.Pairs(4, 7, 2));
    assertThat(score)
        .hasToString("pairwise: F1 0.3636, precision 0.2857, recall 0.5000 (4 true pairs)");
  }

  @Test
  void pairsAreThoseCountedOneByOne() {
    var random = new SplittableRandom(7);
    int[] groups = random.ints(2_000, 0, 300).toArray();
    int[] found = random.ints(2_000, -4, 4).map(most -> most * 1_000_003).toArray();
    long truth = 0;
    long said = 0;
    long right = 0;
    var score = new PairScore();
    for (int a = 0; a < groups.length; a++) {
      for (int b = 0; b < a; b++) {
        truth += groups[a] == groups[b] ? 1 : 0;
        said += found[a] == found[b] ? 1 : 0;
        right += groups[a] == groups[b] && found[a] == found[b] ? 1 : 0;
      }
      score.add(groups[a], found[a]);
    }
    assertThat(score.pairs()).isEqualTo(new PairScore.Pairs(truth, said, right));
    assertThat(score.pairs()).isEqualTo(new PairScore.Pairs(truth, said, right));
  }

  @Test
  void moreRowsThanThereWasRoomForAreCounted() {
    var score = new PairScore();
    for (int row = 0; row < 200_000; row++) {
      score.add(row / 2, row / 4);
    }
    assertThat(score.pairs()).isEqualTo(new PairScore.Pairs(100_000, 300_000, 100_000));
  }
}
