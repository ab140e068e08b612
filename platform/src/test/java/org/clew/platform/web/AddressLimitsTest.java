package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class AddressLimitsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private Instant now = Instant.parse("2026-03-12T10:00:00Z");
  private final InstantSource clock = () -> now;
  private final AddressLimits limits = new AddressLimits(clock);

  @Test
  void anAddressMayTryAsOftenAsSaidAndIsToldWhenToComeBack() {
    take("203.0.113.9", 3);
    assertThatThrownBy(() -> limits.take("203.0.113.9", "report", 3, HOUR))
        .isInstanceOfSatisfying(
            TooMany.class,
            tooMany -> assertThat(tooMany.retryAfter()).isEqualTo(Duration.ofMinutes(20)));
  }

  @Test
  void triesComeBackEvenly() {
    take("203.0.113.9", 3);
    now = now.plus(Duration.ofMinutes(20));
    assertThatCode(() -> limits.take("203.0.113.9", "report", 3, HOUR)).doesNotThrowAnyException();
    assertThatThrownBy(() -> limits.take("203.0.113.9", "report", 3, HOUR))
        .isInstanceOf(TooMany.class);
  }

  @Test
  void oneVisitorsJunkStopsNobodyElse() {
    take("203.0.113.9", 3);
    assertThatCode(() -> limits.take("203.0.113.10", "report", 3, HOUR)).doesNotThrowAnyException();
    assertThatCode(() -> limits.take("203.0.113.9", "receipt", 3, HOUR)).doesNotThrowAnyException();
  }

  @Test
  void aNetworkOfVersionSixCountsAsOne() {
    take("2001:db8:1:2::1", 3);
    assertThatThrownBy(() -> limits.take("2001:db8:1:2:ffff::9", "report", 3, HOUR))
        .isInstanceOf(TooMany.class);
    assertThatCode(() -> limits.take("2001:db8:1:3::1", "report", 3, HOUR))
        .doesNotThrowAnyException();
  }

  @Test
  void whoeverComesFromThisMachineIsNotCounted() {
    for (int i = 0; i < 100; i++) {
      limits.take("127.0.0.1", "report", 3, HOUR);
      limits.take("::1", "report", 3, HOUR);
    }
    assertThat(limits.size()).isZero();
  }

  @Test
  void aNewDayForgetsEverybody() {
    take("203.0.113.9", 3);
    now = now.plus(Duration.ofDays(1));
    take("203.0.113.9", 3);
    assertThat(limits.size()).isEqualTo(1);
  }

  @Test
  void whatItHoldsIsBounded() {
    for (int i = 0; i < AddressLimits.COUNTERS_MOST + 5000; i++) {
      limits.take("10.%d.%d.%d".formatted(i >> 16, (i >> 8) & 255, i & 255), "report", 3, HOUR);
    }
    assertThat(limits.size()).isEqualTo(AddressLimits.COUNTERS_MOST);
  }

  private void take(String address, int times) {
    for (int i = 0; i < times; i++) {
      limits.take(address, "report", 3, HOUR);
    }
  }
}
