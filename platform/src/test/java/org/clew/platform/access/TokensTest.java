package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clew.platform.ClewTest;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotAllowed;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ClewTest
class TokensTest {

  @Autowired private MockMvc mvc;
  @Autowired private As as;
  @Autowired private Tokens tokens;
  @Autowired private Team team;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  @Test
  void aTokenIsAMachineOfItsOrganisationWithItsScopes() {
    SignedIn ana = as.person(Role.SUPERVISOR);
    String token = tokens.make(ana, "list robot", Set.of(Action.READ_RECORDS), tomorrow());
    SignedIn machine = tokens.machine(token).orElseThrow().getPrincipal();
    assertThat(machine.organisation()).isEqualTo(ana.organisation());
    assertThat(machine.actions()).containsExactly(Action.READ_RECORDS);
    assertThat(tenancy.within(ana.organisation(), tokens::all))
        .extracting(ApiToken::lastUsedOn)
        .containsExactly(tokens.today());
  }

  @Test
  void onlyAHashIsKept() {
    SignedIn ana = as.person(Role.SUPERVISOR);
    String token = tokens.make(ana, "robot", Set.of(Action.READ_RECORDS), tomorrow());
    String row =
        tenancy.within(
            ana.organisation(),
            () -> sql.sql("select t::text from api_token t").query(String.class).single());
    assertThat(row).doesNotContain(token.substring(Tokens.PREFIX.length()));
  }

  @Test
  void aTokenThatIsOverOrTakenBackOrMadeUpOpensNothing() {
    SignedIn ana = as.person(Role.SUPERVISOR);
    String over = tokens.make(ana, "old", Set.of(Action.READ_RECORDS), tokens.today().minusDays(1));
    String back = tokens.make(ana, "back", Set.of(Action.READ_RECORDS), tomorrow());
    UUID id =
        tenancy.within(ana.organisation(), tokens::all).stream()
            .filter(token -> token.name().equals("back"))
            .findFirst()
            .orElseThrow()
            .id();
    tokens.revoke(ana, id);
    assertThat(tokens.machine(over)).isEmpty();
    assertThat(tokens.machine(back)).isEmpty();
    assertThat(tokens.machine(Tokens.PREFIX + "0".repeat(32))).isEmpty();
    assertThat(tokens.machine("")).isEmpty();
    assertThat(tokens.machine(Tokens.PREFIX + "x".repeat(100_000))).isEmpty();
  }

  @Test
  void theTokenIsShownOnceAndNeverAgain() throws Exception {
    SignedIn ana = as.person(Role.SUPERVISOR);
    MockHttpServletResponse made =
        mvc.perform(
                post("/tokens")
                    .param("name", "<b>robot</b>")
                    .param("scopes", "READ_RECORDS", "MANAGE_PEOPLE")
                    .param("days", "30")
                    .with(as.proven(ana))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    String token = made.getContentAsString().replaceAll("(?s).*(clew_[0-9A-Z]{32}).*", "$1");
    assertThat(made.getContentAsString()).doesNotContain("<b>robot");
    Optional<SignedInToken> machine = tokens.machine(token);
    assertThat(machine.orElseThrow().getPrincipal().actions()).containsExactly(Action.READ_RECORDS);
    assertThat(
            mvc.perform(get("/tokens").with(as.proven(ana)))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .doesNotContain(token)
        .contains("&lt;b&gt;robot&lt;/b&gt;");
  }

  @Test
  void anotherOrganisationsTokenIsAsGoodAsNone() throws Exception {
    SignedIn ana = as.person(Role.SUPERVISOR);
    SignedIn stranger = as.person(Role.SUPERVISOR);
    tokens.make(stranger, "theirs", Set.of(Action.READ_RECORDS), tomorrow());
    UUID theirs = tenancy.within(stranger.organisation(), tokens::all).getFirst().id();
    for (UUID id : Set.of(theirs, UUID.randomUUID())) {
      assertThat(
              mvc.perform(
                      post("/tokens/revoke")
                          .param("id", id.toString())
                          .with(as.proven(ana))
                          .with(csrf()))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(404);
    }
    assertThat(tenancy.within(stranger.organisation(), tokens::all).getFirst().revokedAt())
        .isNull();
  }

  @Test
  void nobodyLetsAMachineDoWhatIsNotTheirsForTheWholeOrganisation() throws Exception {
    for (Role role : Role.values()) {
      SignedIn maker = as.person(role);
      for (Action scope : Tokens.SCOPES) {
        boolean theirs = Permissions.reach(role, scope) == Reach.TEAM;
        ThrowingCallable make = () -> tokens.make(maker, "robot", Set.of(scope), tomorrow());
        if (theirs) {
          assertThatCode(make).as(role + " " + scope).doesNotThrowAnyException();
        } else {
          assertThatThrownBy(make).as(role + " " + scope).isInstanceOf(NotAllowed.class);
        }
      }
    }
    SignedIn administrator = as.person(Role.ADMINISTRATOR);
    assertThat(
            mvc.perform(
                    post("/tokens")
                        .param("name", "robot")
                        .param("scopes", "READ_CASE", "EXPORT_CASE")
                        .with(as.proven(administrator))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(422);
    assertThat(tenancy.within(administrator.organisation(), tokens::all)).isEmpty();
    assertThatThrownBy(
            () ->
                tokens.make(
                    as.person(Role.SUPERVISOR), "robot", Set.of(Action.MANAGE_PEOPLE), tomorrow()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aTokenDoesNoMoreThanWhoMadeItMayStillDo() {
    Organisation organisation = as.organisation();
    SignedIn ana = as.person(organisation, Role.SUPERVISOR);
    SignedIn root = as.person(organisation, Role.ADMINISTRATOR);
    String token =
        tokens.make(ana, "robot", Set.of(Action.READ_RECORDS, Action.EXPORT_CASE), tomorrow());

    team.changeRoles(root, ana.id(), Set.of(Role.ANALYST));
    assertThat(tokens.machine(token).orElseThrow().getPrincipal().actions())
        .containsExactly(Action.READ_RECORDS);

    team.changeRoles(root, ana.id(), Set.of(Role.CASEWORKER));
    assertThat(tokens.machine(token)).isEmpty();

    team.changeRoles(root, ana.id(), Set.of(Role.SUPERVISOR));
    assertThat(tokens.machine(token)).isPresent();

    team.block(root, ana.id());
    assertThat(tokens.machine(token)).isEmpty();
  }

  @Test
  void anAdministratorSeesTokensAndTakesThemBack() throws Exception {
    Organisation organisation = as.organisation();
    SignedIn ana = as.person(organisation, Role.SUPERVISOR);
    SignedIn root = as.person(organisation, Role.ADMINISTRATOR);
    String token = tokens.make(ana, "list robot", Set.of(Action.READ_RECORDS), tomorrow());
    String page =
        mvc.perform(get("/tokens").with(as.proven(root)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("list robot").doesNotContain("name=\"scopes\"");
    UUID id = tenancy.within(organisation.id(), tokens::all).getFirst().id();
    mvc.perform(
        post("/tokens/revoke").param("id", id.toString()).with(as.proven(root)).with(csrf()));
    assertThat(tokens.machine(token)).isEmpty();
  }

  private LocalDate tomorrow() {
    return tokens.today().plusDays(1);
  }
}
