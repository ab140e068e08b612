package org.clew.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clew.meaning.Pieces.Piece;
import org.junit.jupiter.api.Test;

/// The numbers are those that the model's own tokenizer gives (Hugging Face tokenizers 0.23.2).
class WordPiecesTest {

  private static final Map<String, Integer> VOCABULARY = Meaning.vocabulary();
  private static final WordPieces PIECES = new WordPieces(VOCABULARY);
  private static final int UNKNOWN = 100;

  @Test
  void theVocabularyIsThatOfUncasedBert() {
    assertThat(VOCABULARY)
        .hasSize(30_522)
        .containsEntry("[UNK]", UNKNOWN)
        .containsEntry("[CLS]", 101)
        .containsEntry("[SEP]", 102)
        .containsEntry("the", 1996);
  }

  @Test
  void aWordIsItsLongestPieces() {
    assertThat(ids("The passports were locked away by the recruiter."))
        .containsExactly(1996, 19494, 2020, 5299, 2185, 2011, 1996, 13024, 2121, 1012);
    assertThat(words("The recruiter.")).containsExactly("the", "recruit", "##er", ".");
    assertThat(ids("Unbelievably, she wasn't paid!"))
        .containsExactly(4895, 8671, 2666, 3567, 6321, 1010, 2016, 2347, 1005, 1056, 3825, 999);
  }

  @Test
  void capitalsAndAccentsMakeNoDifference() {
    assertThat(ids("CAFÉ naïve Ångström İstanbul"))
        .containsExactly(7668, 15743, 17076, 15687, 9960)
        .isEqualTo(ids("cafe\u0301 nai\u0308ve angstrom istanbul"));
    assertThat(ids("αΣΑΣ ΐ")).containsExactly(1155, 29733, 14608, 29733, 1163);
    assertThat(ids(" \u0301 ")).isEmpty();
  }

  @Test
  void signsStandByThemselves() {
    assertThat(ids("debt-bondage: £1,200/month (owed)"))
        .containsExactly(
            7016, 1011, 5416, 4270, 1024, 14534, 1010, 3263, 1013, 3204, 1006, 12232, 1007);
    assertThat(ids("don’t «quote» — dash…"))
        .containsExactly(2123, 1521, 1056, 1077, 14686, 1090, 1517, 11454, 1529);
    assertThat(ids("e-mail: a_b@example.org"))
        .containsExactly(1041, 1011, 5653, 1024, 1037, 1035, 1038, 1030, 2742, 1012, 8917);
    assertThat(ids(";`^~$+<=>|"))
        .containsExactly(1025, 1036, 1034, 1066, 1002, 1009, 1026, 1027, 1028, 1064);
    assertThat(ids("Ⅷ ﬁne ½ ™ ①")).containsExactly(UNKNOWN, 1984, 2638, 1092, 1580, UNKNOWN);
  }

  @Test
  void eachSignOfChineseIsAWordAndHangulIsTakenApart() {
    assertThat(ids("人身取引 is trafficking"))
        .containsExactly(1756, UNKNOWN, UNKNOWN, UNKNOWN, 2003, 11626);
    assertThat(ids("\uFA0A")).isEqualTo(ids("見")).containsExactly(1948);
    assertThat(ids("한국어 text"))
        .containsExactly(1469, 30006, 30021, 29991, 30014, 30020, 29999, 30008, 3793);
  }

  @Test
  void whatCannotBeSeenIsNotRead() {
    assertThat(ids("a\u200bb c\u00a0d\te\u0000f")).containsExactly(11113, 1039, 1040, 1041, 2546);
    assertThat(ids("zzqx \ue000 q\ufffdq")).containsExactly(1062, 2480, 4160, 2595, 1053, 4160);
    assertThat(ids(" \n\t\u200b")).isEmpty();
  }

  @Test
  void aWordTheVocabularyCannotMakeUpIsOneUnknownPiece() {
    assertThat(ids("🍒 cherry 🍒🍒")).containsExactly(UNKNOWN, 9115, UNKNOWN);
    assertThat(ids("x".repeat(100))).hasSize(50).startsWith(22038, 20348).endsWith(20348);
    assertThat(ids("x".repeat(101))).containsExactly(UNKNOWN);
  }

  @Test
  void everyPieceKnowsItsPlaceInTheText() {
    String text = "  Ångström's re\u0301cruiter 🍒 İ";
    assertThat(PIECES.cut(text, 99).all().stream().map(at -> text.substring(at.from(), at.to())))
        .containsExactly("Ång", "ström", "'", "s", "re\u0301cruit", "er", "🍒", "İ");
    assertThat(PIECES.cut(text, 99).all().stream().map(Piece::beginsWord))
        .containsExactly(true, false, true, true, true, false, true, true);
  }

  @Test
  void readingEndsWhereItIsToldTo() {
    Pieces cut = PIECES.cut("one two three four", 2);
    assertThat(cut.all()).hasSize(2);
    assertThat(cut.isWhole()).isFalse();
    assertThat(PIECES.cut("one two", 2).isWhole()).isTrue();
    assertThat(ids("y".repeat(10_000_000))).containsExactly(UNKNOWN);
  }

  private static List<Integer> ids(String text) {
    return PIECES.cut(text, 1_000).all().stream().map(Piece::id).toList();
  }

  private static List<String> words(String text) {
    Map<Integer, String> byId = new HashMap<>();
    VOCABULARY.forEach((word, id) -> byId.put(id, word));
    return ids(text).stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
  }
}
