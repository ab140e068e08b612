package org.clew.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The build's last step: the server starts once, shows a few pages to itself and stops, and the
/// JVM keeps what it learned in a cache (JEP 514) from which every later start is quick.
/// `clew.rehearsal` lists the pages; without it nothing here exists.
@Component
@ConditionalOnProperty("clew.rehearsal")
final class Rehearsal {

  @EventListener
  void show(ApplicationReadyEvent ready) {
    var environment = ready.getApplicationContext().getEnvironment();
    String root = "http://localhost:" + environment.getProperty("local.server.port");
    List<String> pages = List.of(environment.getProperty("clew.rehearsal", "/").split(","));
    Thread.ofPlatform()
        .name("rehearsal")
        .start(
            () -> {
              visit(root, pages);
              System.exit(SpringApplication.exit(ready.getApplicationContext()));
            });
  }

  /// A page that fails is no reason to have no cache.
  private static void visit(String root, List<String> pages) {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      for (String page : pages) {
        var request = HttpRequest.newBuilder(URI.create(root + page)).build();
        browser.send(request, BodyHandlers.discarding());
      }
    } catch (IOException e) {
      System.err.println("clew: the rehearsal saw no page: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
