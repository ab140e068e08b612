package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Objects;
import org.clew.platform.database.DatabaseRefused;
import org.clew.platform.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// What an operator mistyped is named in one sentence, as they named it.
class UnreadableSettingTest {

  @ParameterizedTest
  @CsvSource({
    "clew, CLEW_DATABASE_POOL_SIZE, ten, a number",
    "server, SERVER_PORT, abc, a number",
    "server, SERVER_ADDRESS, no such place, an address of this machine",
    "server.tomcat, SERVER_TOMCAT_CONNECTIONTIMEOUT, soon, 'a length of time, such as 30s or 5m'",
    "server, SERVER_MAXHTTPREQUESTHEADERSIZE, large, 'a size, such as 512MB'",
    "server, SERVER_SHUTDOWN, now, 'one of [GRACEFUL, IMMEDIATE]'",
  })
  void isNamedWithWhatItNeeds(String prefix, String name, String value, String needed) {
    Class<?> type =
        switch (prefix) {
          case "clew" -> DatabaseSettings.class;
          case "server" -> ServerProperties.class;
          default -> TomcatServerProperties.class;
        };
    assertThat(new UnreadableSettingAnalyzer().analyze(failure(prefix, type, name, value)))
        .isNotNull()
        .satisfies(
            analysis ->
                assertThat(analysis.getDescription())
                    .isEqualTo(
                        "The setting %s cannot be \"%s\": it needs %s."
                            .formatted(name, value, needed)));
  }

  @Test
  void thatAModuleRefusesIsRefusedInTheModulesWords() {
    assertThat(failure("clew", DatabaseSettings.class, "CLEW_DATABASE_POOL_SIZE", "0"))
        .rootCause()
        .isInstanceOf(DatabaseRefused.class)
        .hasMessage("The setting CLEW_DATABASE_POOL_SIZE needs to be 1 or more.");
  }

  private static BindException failure(String prefix, Class<?> type, String name, String value) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, value)));
    return (BindException)
        Objects.requireNonNull(catchThrowable(() -> Binder.get(environment).bind(prefix, type)));
  }
}
