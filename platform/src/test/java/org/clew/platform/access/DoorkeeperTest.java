package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clew.platform.ClewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ClewTest
class DoorkeeperTest {

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyRouteSaysWhoMayEnter() {
    List<String> silent =
        requestMappingHandlerMapping.getHandlerMethods().values().stream()
            .filter(Doorkeeper::isOurs)
            .filter(
                method ->
                    !method.hasMethodAnnotation(Allowed.class)
                        && !method.hasMethodAnnotation(Open.class))
            .map(Object::toString)
            .toList();
    assertThat(silent).isEmpty();
  }
}
