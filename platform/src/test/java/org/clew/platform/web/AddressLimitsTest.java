package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class AddressLimitsTest {

  private static final AddressLimits.Limit REPORT =
      new AddressLimits.Limit("report", 3, Duration.ofHours(1));
  private static final AddressLimits.Limit RECEIPT =
      new AddressLimits.Limit("receipt", 3, Duration.ofHours(1));

  private Instant now = Instant.parse("2026-03-12T10:00:00Z");
  private final InstantSource clock = () -> now;
  private final AddressLimits limits = new AddressLimits(origin(), clock);

  @Test
  void anAddressMayTryAsOftenAsSaidAndIsToldWhenToComeBack() {
    take("203.0.113.9", 3);
    assertThatThrownBy(() -> take("203.0.113.9", REPORT))
        .isInstanceOfSatisfying(
            TooMany.class,
            tooMany -> assertThat(tooMany.retryAfter()).isEqualTo(Duration.ofMinutes(20)));
  }

  @Test
  void triesComeBackEvenly() {
    take("203.0.113.9", 3);
    now = now.plus(Duration.ofMinutes(20));
    assertThatCode(() -> take("203.0.113.9", REPORT)).doesNotThrowAnyException();
    assertThatThrownBy(() -> take("203.0.113.9", REPORT)).isInstanceOf(TooMany.class);
  }

  @Test
  void oneVisitorsJunkStopsNobodyElse() {
    take("203.0.113.9", 3);
    assertThatCode(() -> take("203.0.113.10", REPORT)).doesNotThrowAnyException();
    assertThatCode(() -> take("203.0.113.9", RECEIPT)).doesNotThrowAnyException();
  }

  @Test
  void aNetworkOfVersionSixCountsAsOne() {
    take("2001:db8:1:2::1", 3);
    assertThatThrownBy(() -> take("2001:db8:1:2:ffff::9", REPORT)).isInstanceOf(TooMany.class);
    assertThatCode(() -> take("2001:db8:1:3::1", REPORT)).doesNotThrowAnyException();
  }

  @Test
  void whoeverComesFromThisMachineIsNotCounted() {
    for (int i = 0; i < 100; i++) {
      take("127.0.0.1", REPORT);
      take("::1", REPORT);
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
      take("10.%d.%d.%d".formatted(i >> 16, (i >> 8) & 255, i & 255), REPORT);
    }
    assertThat(limits.size()).isEqualTo(AddressLimits.COUNTERS_MOST);
  }

  private void take(String address, int times) {
    for (int i = 0; i < times; i++) {
      take(address, REPORT);
    }
  }

  private void take(String address, AddressLimits.Limit limit) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    limits.take(request, limit);
  }

  private static Origin origin() {
    return new Origin(new WebSettings(URI.create("https://example.org"), "", List.of()));
  }
}
