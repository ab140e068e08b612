package org.clew.disclosure.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.codebook.Codebook.Domains;
import org.clew.disclosure.codebook.Codebook.Ruled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodebookTest {

  private static final Variable PLACE =
      new Variable(
          "place",
          List.of("Europe", "NPL"),
          Map.of("Europe", List.of("FRA", "DEU")),
          Set.of("n/a"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final Variable MEANS =
      new Variable(
          "means",
          List.of("debt", "threat"),
          Map.of(),
          Set.of(),
          Optional.of(";"),
          Optional.empty(),
          Optional.empty());
  private static final Codebook BOOK =
      new Codebook(
          Domains.PUBLIC,
          List.of(
              PLACE,
              MEANS,
              Variable.of("work", List.of("1")),
              Variable.of("farm", List.of("1")),
              Variable.without("id", "It says who somebody is.")),
          Optional.of("id"),
          List.of(
              new Ruled(Map.of("farm", Set.of("1")), Map.of("work", Set.of("1"))),
              new Ruled(Map.of("place", Set.of("NPL"), "farm", Set.of("1")), Map.of())));
  private static final List<String> HEADINGS = List.of("id", "place", "means", "work", "farm");

  private static Coding.Reader reader() {
    return new Coding(BOOK).reader(HEADINGS);
  }

  @Test
  void a_codebook_is_read_as_it_was_written() {
    assertThat(CodebookText.read(CodebookText.write(BOOK))).isEqualTo(BOOK);
  }

  @Test
  void cells_become_codes_and_codes_cells() {
    var coding = new Coding(BOOK);
    Coding.Reader reader = coding.reader(HEADINGS);
    reader.add(2, List.of("a", "DEU", "threat; debt", "1", "1"));
    reader.add(3, List.of("b", "n/a", "", "", ""));
    reader.add(4, List.of("c", "NPL", "threat"));

    Microdata people = reader.microdata();

    assertThat(people.rows()).isEqualTo(3);
    assertThat(coding.headings()).containsExactly("place", "means", "work", "farm");
    assertThat(coding.cells(people, 0)).containsExactly("Europe", "debt;threat", "1", "1");
    assertThat(coding.cells(people, 1)).containsExactly("", "", "", "");
    assertThat(coding.cells(people, 2)).containsExactly("NPL", "threat", "", "");
  }

  @Test
  void the_rows_of_a_person_are_one_person() {
    Coding.Reader reader = reader();
    reader.add(2, List.of("a", "FRA", "debt", "", ""));
    reader.add(3, List.of("b", "NPL", "", "", ""));
    reader.add(4, List.of("a", "NPL", "threat", "1", ""));

    Microdata people = reader.microdata();

    assertThat(people.rows()).isEqualTo(2);
    assertThat(new Coding(BOOK).cells(people, 0)).containsExactly("Europe", "debt;threat", "1", "");
    assertThat(reader.differing()).isEqualTo(1);
  }

  @Test
  void a_value_the_codebook_does_not_know_is_refused_with_its_line_and_without_the_value() {
    Coding.Reader reader = reader();
    reader.add(2, List.of("a", "FRA", "", "", ""));
    reader.add(3, List.of("b", "Almaz Secret", "", "", ""));
    reader.add(4, List.of("c", "Other Secret", "debt;what", "", ""));

    assertThatThrownBy(reader::microdata)
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("\"place\" has a value the codebook does not know in 2 rows")
        .hasMessageContaining("first in line 3")
        .hasMessageContaining("\"means\" has a value the codebook does not know in 1 row")
        .hasMessageNotContaining("Secret");
  }

  @Test
  void a_row_that_nobody_can_be_is_refused() {
    Coding.Reader reader = reader();
    reader.add(2, List.of("a", "FRA", "", "", "1"));

    assertThatThrownBy(reader::microdata)
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("what the codebook says nobody can be")
        .hasMessageContaining("line 2");
  }

  @Test
  void what_one_row_of_a_person_does_not_say_another_may() {
    Coding.Reader reader = reader();
    reader.add(2, List.of("a", "FRA", "", "", "1"));
    reader.add(3, List.of("a", "", "", "1", ""));

    assertThat(reader.microdata().rows()).isEqualTo(1);
  }

  @Test
  void a_row_without_a_person_is_refused_where_persons_are_told_apart() {
    assertThatThrownBy(() -> reader().add(7, List.of("", "FRA")))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("Line 7 does not say whose row it is");
  }

  @Test
  void a_column_nobody_described_is_refused() {
    assertThatThrownBy(() -> new Coding(BOOK).reader(List.of("id", "place", "diary")))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("does not know the column \"diary\"");
    assertThatThrownBy(() -> new Coding(BOOK).reader(List.of("id", "place")))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("has no column \"means\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                                                   | breaks off
          []                                                                  | braces
          {"clew_codebook": 2, "domains": "PUBLIC", "columns": []}            | no codebook of version 1
          {"clew_codebook": 1, "domains": "MINE", "columns": []}              | PUBLIC or READ_OFF
          {"clew_codebook": 1, "domains": "PUBLIC", "columns": []}            | No column is published
          {"clew_codebook": 1, "domains": "PUBLIC", "colour": 1}              | "colour" is not known
          {"clew_codebook": 1, "domains": "PUBLIC", "columns": [{"name": "a", "values": []}]}   | has no values
          {"clew_codebook": 1, "domains": "PUBLIC", "columns": [{"name": "a", "values": ["x", "x"]}]} | twice
          {"clew_codebook": 1, "domains": "PUBLIC", "columns": [{"name": "a", "values": [1]}]}  | in quotes
          {"clew_codebook": 1, "domains": "PUBLIC", "columns": [{"name": "a", "values": ["x"], "groups": {"y": ["z"]}}]} | none of its values
          {"clew_codebook": 1, "domains": "PUBLIC", "columns": [{"name": "a", "values": ["0", "1"], "groups": {"1": ["0"]}}]} | group "1" of values that are values of their own
          {"clew_codebook": 1, "domains": "PUBLIC", "columns": [{"name": "a", "values": ["x;y"], "separator": ";"}]} | separator in it
          {"clew_codebook": 1, "domains": "PUBLIC", "person": "a", "columns": [{"name": "a", "values": ["x"]}]} | who is who
          """)
  void a_codebook_that_cannot_be_used_is_refused_with_the_reason(String text, String why) {
    assertThatThrownBy(() -> CodebookText.read(text))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"work": [""]}      | of whom nothing is known
          {"work": ["2"]}     | which it cannot have
          {"means": ["debt"]} | may have several values
          {"id": ["x"]}       | is not published
          """)
  void a_rule_that_cannot_be_kept_is_refused(String zero, String why) {
    String text =
        CodebookText.write(BOOK)
            .replaceAll("(?s)\"structural_zeros\".*", "\"structural_zeros\": [" + zero + "]}");

    assertThatThrownBy(() -> new Coding(CodebookText.read(text)))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_draft_lists_what_it_saw_and_leaves_out_what_says_who_somebody_is() {
    var draft = new CodebookDraft(List.of("id", "age", "flag", "kinds", "note", "none"));
    for (int i = 0; i < 200; i++) {
      draft.add(
          List.of(
              "P" + i,
              Integer.toString(i % 12),
              i % 3 == 0 ? "1" : "0",
              i % 2 == 0 ? "a;b" : "b;c",
              i % 4 == 0 ? "x".repeat(90) : "short",
              ""));
    }

    Codebook drafted = draft.draft();

    assertThat(drafted.domains()).isEqualTo(Domains.READ_OFF);
    assertThat(drafted.published())
        .extracting(Variable::name)
        .containsExactly("age", "flag", "kinds");
    assertThat(drafted.published().get(0).values()).startsWith("0", "1", "2").endsWith("10", "11");
    assertThat(drafted.published().get(1).values()).containsExactly("1");
    assertThat(drafted.published().get(1).nothing()).containsExactly("0");
    assertThat(drafted.published().get(2).separator()).contains(";");
    assertThat(drafted.published().get(2).values()).containsExactly("a", "b", "c");
  }

  @Test
  void a_draft_of_a_short_list_leaves_out_what_says_who_somebody_is_too() {
    var draft = new CodebookDraft(List.of("case", "name", "sex", "form"));
    for (int i = 0; i < 40; i++) {
      String form = i % 2 == 0 ? "debt bondage" : "forced labour";
      draft.add(List.of("C-" + i, "Name " + i, "F", i == 7 ? "forced labour;debt bondage" : form));
    }

    Codebook drafted = draft.draft();

    assertThat(drafted.published()).extracting(Variable::name).containsExactly("sex", "form");
    assertThat(drafted.published().getLast().separator()).contains(";");
    assertThat(drafted.published().getLast().values())
        .containsExactly("debt bondage", "forced labour");
  }

  @Test
  void a_draft_of_a_handful_of_rows_lists_nobody_s_name_either() {
    var draft = new CodebookDraft(List.of("name", "sex", "minor", "note"));
    draft.add(List.of("Amina", "F", "1", ""));
    draft.add(List.of("Bela", "F", "0", "a friend of Amina's"));
    draft.add(List.of("Carlo", "M", "0", ""));
    draft.add(List.of("Dana", "F", "0", ""));

    assertThat(draft.draft().published())
        .extracting(Variable::name)
        .containsExactly("sex", "minor");
  }

  @Test
  void of_one_row_there_is_no_draft() {
    var draft = new CodebookDraft(List.of("name", "sex"));
    draft.add(List.of("Amina", "F"));

    assertThatThrownBy(draft::draft)
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("write one by hand")
        .hasMessageNotContaining("Amina");
  }

  @Test
  void values_and_names_that_would_move_a_screen_are_refused_and_left_out_of_drafts() {
    assertThatThrownBy(() -> Variable.of("a", List.of("x\u001b[2J")))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("control character");
    assertThatThrownBy(() -> Variable.of("a\u001b[2J", List.of("x")))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageNotContaining("\u001b");
    var draft = new CodebookDraft(List.of("a", "b"));
    draft.add(List.of("two\nlines", "x"));
    draft.add(List.of("two\nlines", "x"));
    assertThat(draft.draft().published()).extracting(Variable::name).containsExactly("b");
  }

  @Test
  void a_column_with_ten_thousand_values_is_no_category() {
    var draft = new CodebookDraft(List.of("code", "kept"));
    for (int i = 0; i < 40_000; i++) {
      draft.add(List.of("c" + i % 10_000, "x"));
    }

    assertThat(draft.draft().variables().getFirst().leftOut()).isPresent();
  }

  @Test
  void a_draft_lists_numbers_and_ranges_by_where_they_start() {
    List<String> inOrder =
        List.of("-1", "0--8", "<9", "9--17", "18--20", "48+", "100", "10000 km", "Some", "unknown");
    var draft = new CodebookDraft(List.of("age"));
    for (int i = 0; i < 200; i++) {
      draft.add(List.of(inOrder.get(i * 7 % 10)));
    }

    assertThat(draft.draft().published().getFirst().values()).isEqualTo(inOrder);
  }

  @Test
  void there_is_no_draft_of_nothing() {
    assertThatThrownBy(() -> new CodebookDraft(List.of("a")).draft())
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> new CodebookDraft(List.of("a", "a")))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("twice");
  }

  @Test
  void two_values_that_counts_would_tell_by_the_same_name_are_refused() {
    var apart = List.of(Variable.of("place", List.of("Mon; State", "Mon: State")));
    var alike = List.of(Variable.of("place", List.of("Mon; State", "Mon, State")));
    var headings = List.of(Variable.of("a:b", List.of("1")), Variable.of("a b", List.of("1")));

    assertThat(coding(apart).selections(new int[] {0}, new int[] {1}))
        .isEqualTo("place:Mon, State");
    assertThatThrownBy(() -> coding(alike))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("\"Mon; State\" of \"place\" and \"Mon, State\" of \"place\"");
    assertThatThrownBy(() -> coding(headings))
        .isInstanceOf(CodebookRefused.class)
        .hasMessageContaining("by the same name");
  }

  private static Coding coding(List<Variable> variables) {
    return new Coding(new Codebook(Domains.PUBLIC, variables, Optional.empty(), List.of()));
  }
}
