package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.clew.platform.database.StartRefused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginTest {

  private static final String LIST = "X-Forwarded-For";
  private static final String STANDARD = "Forwarded";

  @Nested
  class WithoutATrustedProxy {

    private final Origin origin = origin();

    @ParameterizedTest
    @ValueSource(strings = {LIST, STANDARD})
    void aHeaderIsNobodysWord(String header) {
      assertThat(origin.address(from("203.0.113.9", header, "for=198.51.100.1")))
          .isEqualTo("203.0.113.9");
      assertThat(origin.address(from("127.0.0.1", header, "198.51.100.1"))).isEqualTo("127.0.0.1");
    }

    @Test
    void whoAsksOnThisMachineIsHereUnlessAProxyPassesThemOn() {
      assertThat(Origin.isHere(from("127.0.0.1"))).isTrue();
      assertThat(Origin.isHere(from("::1"))).isTrue();
      assertThat(Origin.isHere(from("203.0.113.9"))).isFalse();
      assertThat(Origin.isHere(from("127.0.0.1", LIST, "127.0.0.1"))).isFalse();
      assertThat(Origin.isHere(from("127.0.0.1", STANDARD, "for=127.0.0.1"))).isFalse();
    }

    @Test
    void allWhoComeThroughAProxyThatWasNotNamedShareOneLimit() {
      var limits = new AddressLimits(origin, InstantSource.system());
      var limit = new AddressLimits.Limit("report", 2, Duration.ofHours(1));
      limits.take(from("127.0.0.1", LIST, "198.51.100.1"), limit);
      limits.take(from("127.0.0.1", LIST, "198.51.100.2"), limit);
      assertThatThrownBy(() -> limits.take(from("127.0.0.1", LIST, "198.51.100.3"), limit))
          .isInstanceOf(TooMany.class);
    }
  }

  @Nested
  class BehindATrustedProxy {

    private final Origin origin = origin("127.0.0.1", "::1", "10.1.0.0/16", "2001:db8:1::/48");

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            198.51.100.1                          | 198.51.100.1
            198.51.100.1:4711                     | 198.51.100.1
            6.6.6.6, 198.51.100.1                 | 198.51.100.1
            6.6.6.6, 198.51.100.1, 10.1.2.3       | 198.51.100.1
            127.0.0.1, 198.51.100.1               | 198.51.100.1
            <script>, 198.51.100.1                | 198.51.100.1
            2001:db8:2::7                         | 2001:db8:2:0:0:0:0:7
            [2001:db8:2::7]:443, 2001:db8:1:9::1  | 2001:db8:2:0:0:0:0:7
            10.1.2.3, 10.1.2.4                    | 10.1.2.3
            """)
    void theVisitorIsTheLastThatNoProxyOfOursIs(String header, String visitor) {
      assertThat(origin.address(from("127.0.0.1", LIST, header))).isEqualTo(visitor);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            for=198.51.100.1;proto=https;by=10.1.0.1             | 198.51.100.1
            For="198.51.100.1:4711"                              | 198.51.100.1
            proto=https; FOR = x;for=198.51.100.1                | 198.51.100.1
            for=6.6.6.6, for=198.51.100.1                        | 198.51.100.1
            for="[2001:db8:2::7]:4711", for=10.1.2.3             | 2001:db8:2:0:0:0:0:7
            """)
    void theStandardsHeaderSaysTheSame(String header, String visitor) {
      assertThat(origin.address(from("10.1.7.7", STANDARD, header))).isEqualTo(visitor);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "unknown", "_hidden", "198.51.100.1, nonsense", "1e400", "198.51.100.300"})
    void whatIsNoAddressCountsAsTheProxy(String header) {
      assertThat(origin.address(from("127.0.0.1", LIST, header))).isEqualTo("127.0.0.1");
      assertThat(origin.address(from("127.0.0.1", STANDARD, "for=" + header)))
          .isEqualTo("127.0.0.1");
    }

    @Test
    void whenTheTwoHeadersDifferOneIsALie() {
      var request = from("127.0.0.1", LIST, "198.51.100.1");
      request.addHeader(STANDARD, "for=6.6.6.6");
      assertThat(origin.address(request)).isEqualTo("127.0.0.1");
      var agreed = from("127.0.0.1", LIST, "198.51.100.1");
      agreed.addHeader(STANDARD, "for=198.51.100.1");
      assertThat(origin.address(agreed)).isEqualTo("198.51.100.1");
    }

    @Test
    void severalLinesAreOneList() {
      var request = from("127.0.0.1", LIST, "6.6.6.6");
      request.addHeader(LIST, "198.51.100.1");
      assertThat(origin.address(request)).isEqualTo("198.51.100.1");
    }

    @Test
    void whoDoesNotComeThroughItIsNotBelieved() {
      assertThat(origin.address(from("203.0.113.9", LIST, "198.51.100.1")))
          .isEqualTo("203.0.113.9");
      assertThat(origin.address(from("10.2.0.1", LIST, "198.51.100.1"))).isEqualTo("10.2.0.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129"})
  void whatNamesNoProxyIsRefusedAtTheStart(String wrong) {
    assertThatThrownBy(() -> origin(wrong))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("CLEW_TRUSTED_PROXIES");
  }

  private static Origin origin(String... proxies) {
    return new Origin(new WebSettings(URI.create("https://example.org"), "", List.of(proxies)));
  }

  private static MockHttpServletRequest from(String peer, String... header) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    if (header.length == 2) {
      request.addHeader(header[0], header[1]);
    }
    return request;
  }
}
