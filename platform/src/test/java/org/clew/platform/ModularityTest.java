package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import tools.jackson.databind.json.JsonMapper;

class ModularityTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(ClewApplication.class);

  @Test
  void theWallsBetweenModulesStand() {
    MODULES.verify();
  }

  /// Without this file the server would take all its classes apart at every start to learn its
  /// modules and the order of their migrations, which costs three seconds.
  @Test
  void theServerIsToldItsModulesInTheOrderTheyStandOnEachOther() throws IOException {
    var told = new ClassPathResource(ApplicationModulesExporter.DEFAULT_LOCATION);
    var mapper = new JsonMapper();

    try (InputStream names = told.getInputStream()) {
      assertThat(mapper.readTree(names).propertyNames())
          .as("modules in %s", told.getPath())
          .containsExactlyElementsOf(
              mapper.readTree(new ApplicationModulesExporter(MODULES).toJson()).propertyNames());
    }
  }
}
