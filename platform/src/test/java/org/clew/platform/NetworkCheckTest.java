package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clew.platform.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/// No server rather than one that people in danger reach over plain HTTP.
class NetworkCheckTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void thisMachineAloneNeedsNoHttps() {
    passes();
    environment.setProperty("server.address", "::1");
    environment.setProperty("clew.public-url", "http://localhost:9000");
    passes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://clew.example.org", "https://clew.example.org:8443/"})
  void anAddressByHttpsIsGoodOnEveryInterface(String address) {
    environment.setProperty("clew.public-url", address);
    environment.setProperty("server.address", "0.0.0.0");
    passes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://clew.example.org", "HTTP://10.0.0.7:8080", "http://localhost.example.org"})
  void aPublicAddressByPlainHttpIsRefused(String address) {
    environment.setProperty("clew.public-url", address);
    refuses("is plain HTTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.4", "clew.example.org"})
  void answeringOnANetworkWithoutHttpsIsRefused(String address) {
    environment.setProperty("server.address", address);
    refuses("Clew would answer on " + address);
    environment.setProperty("clew.public-url", "http://localhost:8080");
    refuses("Clew would answer on " + address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clew.example.org",
        "ftp://clew.example.org",
        "https://",
        "https://clew.example.org/somewhere",
        "https://cl ew"
      })
  void whatIsNoAddressIsRefused(String address) {
    environment.setProperty("clew.public-url", address);
    refuses("is no address that a browser could open");
  }

  private void passes() {
    assertThatCode(() -> NetworkCheck.check(environment)).doesNotThrowAnyException();
  }

  private void refuses(String reason) {
    assertThatThrownBy(() -> NetworkCheck.check(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(reason);
  }
}
