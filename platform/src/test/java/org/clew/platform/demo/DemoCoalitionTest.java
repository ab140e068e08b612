package org.clew.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.People;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.concerns.Concerns;
import org.clew.platform.database.Tenancy;
import org.clew.platform.investigation.Answer;
import org.clew.platform.investigation.KnownBefore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@ClewTest
@TestPropertySource(properties = "clew.demo=true")
@DirtiesContext
class DemoCoalitionTest {

  private static final String HIDDEN_PHONE = "07700 900188";

  @Autowired private DemoCoalition demo;
  @Autowired private Organisations organisations;
  @Autowired private People people;
  @Autowired private Concerns concerns;
  @Autowired private KnownBefore knownBefore;
  @Autowired private Tenancy tenancy;
  @Autowired private MockMvc mvc;
  @Autowired private As as;

  @Test
  void hasFourOrganisationsAndAHiddenThreadToFind() {
    assertThat(organisations.all())
        .extracting(Organisation::name)
        .containsExactlyInAnyOrder(
            "Harbour Line", "Northgate Law Centre", "Saltmarsh Workers’ House", "Meridian Traders");
    SignedIn amina = person("Harbour Line", Role.HELPLINE_WORKER);
    assertThat(within(amina, () -> concerns.count(amina, Concerns.Shelf.WAITING))).isEqualTo(16);
    // The lists are brought in after the server is ready.
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(ask(amina).shown()).hasSizeGreaterThanOrEqualTo(4));
  }

  @Test
  void anotherOrganisationSeesNoneOfIt() {
    SignedIn ivo = person("Northgate Law Centre", Role.CASEWORKER);
    assertThat(ask(ivo).shown()).noneMatch(found -> found.toString().contains("Dario"));
    assertThat(within(ivo, () -> people.team()))
        .extracting(person -> person.email())
        .allMatch(email -> email.endsWith("@northgate.example.org"));
  }

  @Test
  void nobodyWhoSignsInWithOneClickIsCalledInvited() throws Exception {
    SignedIn carla = person("Harbour Line", Role.SUPERVISOR);
    assertThat(
            mvc.perform(get("/people").with(as.signedIn(carla)))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains("Amina Kestrel")
        .doesNotContain(">invited<");
  }

  @Test
  void startingAgainMakesNothingNew() {
    SignedIn amina = person("Harbour Line", Role.HELPLINE_WORKER);
    long waiting = within(amina, () -> concerns.count(amina, Concerns.Shelf.WAITING));
    demo.run(new DefaultApplicationArguments());
    assertThat(organisations.all()).hasSize(4);
    assertThat(within(amina, () -> concerns.count(amina, Concerns.Shelf.WAITING)))
        .isEqualTo(waiting);
  }

  private Answer ask(SignedIn who) {
    return Tenancy.bind(who.organisation(), () -> knownBefore.ask(who, HIDDEN_PHONE));
  }

  private SignedIn person(String organisation, Role role) {
    Organisation found =
        organisations.all().stream()
            .filter(o -> o.name().equals(organisation))
            .findFirst()
            .orElseThrow();
    return tenancy.within(
        found.id(),
        () ->
            people.team().stream()
                .filter(person -> person.roles().equals(java.util.Set.of(role)))
                .map(person -> SignedIn.person(person, found.name()))
                .findFirst()
                .orElseThrow());
  }

  private <T> T within(SignedIn who, java.util.function.Supplier<T> work) {
    return tenancy.within(who.organisation(), work);
  }
}
