package org.clew.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StockTest {

  private static final int DRAWS = 3_000;

  private final Stock stock = new Stock(7);

  @Test
  void everyNumberIsKeptFreeForFictionHoweverItIsWritten() {
    assertThat(Stream.generate(() -> stock.written(stock.phone())).limit(DRAWS))
        .allSatisfy(
            phone ->
                assertThat(phone.replaceAll("\\D", "").replaceFirst("^(0044|44)", "0"))
                    .matches("07700900\\d{3}|020794600?\\d{3,4}")
                    .hasSize(11));
  }

  @Test
  void everyMailboxLeadsNowhere() {
    assertThat(Stream.generate(() -> stock.email(stock.name())).limit(DRAWS))
        .allSatisfy(email -> assertThat(email).matches("[a-z.]+\\d+@example\\.org"));
  }

  @Test
  void everyPlateIsOfASeriesThatWasNeverIssued() {
    assertThat(Stream.generate(stock::plate).limit(DRAWS))
        .allSatisfy(plate -> assertThat(plate).matches("QQ\\d{2} [A-Z]{3}"));
  }

  @Test
  void aSlipOfThePenChangesTheNameAndKeepsItsFirstLetter() {
    assertThat(Stream.generate(stock::family).limit(DRAWS))
        .allSatisfy(
            name ->
                assertThat(stock.misspelt(name))
                    .startsWith(name.substring(0, 1))
                    .hasSizeBetween(name.length() - 1, name.length() + 1));
  }

  @Test
  void theSameSeedMakesTheSameLists() {
    assertThat(new Lists(new Stock(11)).agencies().csv())
        .isEqualTo(new Lists(new Stock(11)).agencies().csv())
        .isNotEqualTo(new Lists(new Stock(12)).agencies().csv());
  }

  @Test
  void theThreadsAreInTheListsSomewhereInTheMiddle() {
    assertThat(new Lists(new Stock(11)).agencies().rows()).containsAll(Threads.agencies());
    assertThat(new Lists(new Stock(11)).advertisements().rows())
        .containsAll(Threads.advertisements());
    assertThat(new Lists(new Stock(11)).vehicles().rows()).containsAll(Threads.vehicles());
  }
}
