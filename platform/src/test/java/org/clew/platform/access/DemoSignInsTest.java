package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.clew.platform.database.OrganisationId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class DemoSignInsTest {

  private final Organisation harbour =
      new Organisation(
          new OrganisationId(UUID.randomUUID()), "Harbour", java.util.List.of(), true, true);
  private final Person amina =
      new Person(
          new PersonId(UUID.randomUUID()),
          harbour.id(),
          "Amina K.",
          "amina@example.org",
          java.util.Set.of(Role.HELPLINE_WORKER),
          null,
          false);

  @Test
  void oneClickIsEnoughOnThisMachineInTheDemo() {
    DemoSignIns demo = demo(true);
    MockHttpServletRequest here = request("127.0.0.1", "localhost");
    assertThat(demo.offered(here)).extracting("name").containsExactly("Amina K.");
    assertThat(demo.find(here, amina.id().value())).contains(new Found(amina.id(), harbour.id()));
    assertThat(demo.find(here, UUID.randomUUID())).isEmpty();
  }

  @Test
  void outsideTheDemoThereIsNone() {
    assertRefused(demo(false), request("127.0.0.1", "localhost"));
  }

  @Test
  void fromAnotherMachineThereIsNone() {
    assertRefused(demo(true), request("192.0.2.7", "localhost"));
  }

  @Test
  void underAnotherNameThereIsNone() {
    assertRefused(demo(true), request("127.0.0.1", "rebound.example"));
  }

  @Test
  void behindAProxyThereIsNone() {
    MockHttpServletRequest request = request("127.0.0.1", "localhost");
    request.addHeader("X-Forwarded-For", "192.0.2.7");
    assertRefused(demo(true), request);
  }

  private void assertRefused(DemoSignIns demo, HttpServletRequest request) {
    assertThat(demo.offered(request)).isEmpty();
    assertThat(demo.find(request, amina.id().value())).isEmpty();
  }

  private DemoSignIns demo(boolean on) {
    var demo = new DemoSignIns(new AccessSettings("", on));
    demo.offer(amina, harbour);
    return demo;
  }

  private static MockHttpServletRequest request(String address, String host) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.setServerName(host);
    return request;
  }
}
