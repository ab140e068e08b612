package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final List<Column> COLUMNS =
      List.of(Column.text("name", "a"), Column.fixed("state", "b"), Column.number("facts", "c"));

  @Test
  void barsShareAScaleAndKeepToTheirSide() {
    var evidence =
        new Evidence(
            List.of(new Evidence.Line("phone", 20, null), new Evidence.Line("name", -5, null)));
    assertThat(evidence.reachBits()).isEqualTo(20);
    assertThat(evidence.start(20)).isEqualTo("30.0");
    assertThat(evidence.width(20)).isEqualTo("70.0");
    assertThat(evidence.start(-5)).isEqualTo("22.5");
    assertThat(evidence.width(-5)).isEqualTo("7.5");
    assertThat(evidence.width(0)).isEqualTo("0.6");
    assertThat(evidence.width(-4000)).isEqualTo("30.0");
  }

  @Test
  void littleEvidenceIsNotBlownUp() {
    var evidence = new Evidence(List.of(new Evidence.Line("town", 0.5, null)));
    assertThat(evidence.reachBits()).isEqualTo(8);
    assertThatThrownBy(() -> new Evidence(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aListTakesOnlyOrdersItKnows() {
    assertThat(new ListAsk("name", null, 2).sortOr(COLUMNS, "-facts")).isEqualTo("name");
    assertThat(new ListAsk("-name", null, 2).sortOr(COLUMNS, "-facts")).isEqualTo("-name");
    assertThat(new ListAsk(null, "-name", 2).sortOr(COLUMNS, "-facts")).isEqualTo("-name");
    assertThat(new ListAsk("state", null, 2).sortOr(COLUMNS, "-facts")).isEqualTo("-facts");
    assertThat(new ListAsk("; drop table", null, 2).sortOr(COLUMNS, "-facts")).isEqualTo("-facts");
    assertThat(ListAsk.FIRST.sortOr(COLUMNS, "-facts")).isEqualTo("-facts");
  }

  @Test
  void aPageIsNeverBeforeTheFirstNorEndlesslyFar() {
    assertThat(new ListAsk(null, null, -3).pageNumber()).isEqualTo(1);
    assertThat(new ListAsk(null, null, Integer.MAX_VALUE).offset()).isEqualTo(9999 * 50);
    assertThat(ListAsk.FIRST.offset()).isZero();
  }

  @Test
  void aListSaysWhichRowsOfHowMany() {
    var listing = new Listing("/x", Map.of("q", "a&b=c"), "-name", 3, 128);
    assertThat(listing.from()).isEqualTo(101);
    assertThat(listing.to()).isEqualTo(128);
    assertThat(listing.hasNext()).isFalse();
    assertThat(listing.hasPrevious()).isTrue();
    assertThat(listing.sortAsked(COLUMNS.getFirst())).isEqualTo("name");
    assertThat(listing.ariaSort(COLUMNS.getFirst())).isEqualTo("descending");
    assertThat(listing.address("name", 2)).isEqualTo("/x?sort=name&page=2&q=a%26b%3Dc");
  }

  @Test
  void anEmptyListHasOnePageAndNoRow() {
    var listing = new Listing("/x", Map.of(), "name", 1, 0);
    assertThat(listing.from()).isZero();
    assertThat(listing.to()).isZero();
    assertThat(listing.hasNext()).isFalse();
  }

  @Test
  void aFieldNamesTheLinesThatExplainIt() {
    assertThat(Mistakes.describedBy("phone", "hint", "wrong")).isEqualTo("phone-hint phone-wrong");
    assertThat(Mistakes.describedBy("phone", null, "wrong")).isEqualTo("phone-wrong");
    assertThat(Mistakes.describedBy("phone", null, null)).isNull();
  }

  @Test
  void linksCarryTheLanguageOnlyWhereTheAddressSaysIt() {
    var said = new LanguageChoice(Language.ARABIC, true);
    assertThat(said.carry("/a")).isEqualTo("/a?lang=ar");
    assertThat(said.carry("/a?b=c#d")).isEqualTo("/a?b=c&lang=ar#d");
    assertThat(new LanguageChoice(Language.ARABIC, false).carry("/a")).isEqualTo("/a");
  }

  @Test
  void aRedirectStaysWithUs() {
    assertThatThrownBy(() -> new Onward("//example.org", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Onward("https://example.org", null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
