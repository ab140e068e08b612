package org.clew.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  @Test
  void theWallsBetweenModulesStand() {
    ApplicationModules.of(ClewApplication.class).verify();
  }
}
