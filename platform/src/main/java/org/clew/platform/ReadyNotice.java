package org.clew.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells whoever started the server where it answers, once it does. Whatever else a person should
/// read then (the demo's sign-ins, the link of a first start) listens to the same event and comes
/// after this line.
@Component
final class ReadyNotice {

  private final Environment environment;

  ReadyNotice(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void say() {
    String port = environment.getProperty("local.server.port");
    if (port != null) {
      System.out.println("Clew is ready at " + address(port));
    }
  }

  private String address(String port) {
    String published = environment.getProperty("clew.public-url", "");
    return published.isEmpty() ? "http://localhost:" + port : published;
  }
}
