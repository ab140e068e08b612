package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Locale;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Keyholder.Held;
import org.clew.platform.database.StartRefused;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// An administrator who lost everything, and somebody at the machine's shell.
@ClewTest
class LettingInTest {

  @Autowired private LettingIn lettingIn;
  @Autowired private Keyholder keyholder;
  @Autowired private Invitations invitations;
  @Autowired private PersonStore people;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;
  @Autowired private MockMvc mvc;

  private Held ana;

  @BeforeEach
  void thereIsOneAdministrator() {
    ana = keyholder.someone(Role.ADMINISTRATOR);
  }

  @Test
  void aLinkLetsTheAdministratorChooseAnewHowToSignIn() throws Exception {
    Cookie session = keyholder.signIn(mvc, ana);
    String path =
        URI.create(lettingIn.link("  " + ana.person().email().toUpperCase(Locale.ROOT))).getPath();
    assertThat(status(path, session)).isEqualTo(200);
    assertThat(status("/account", session)).as("the old way works until then").isEqualTo(200);

    invitations.accept(invitations.invited(path.substring("/join/".length())), _ -> {});

    assertThat(status("/account", session)).as("whoever was in is out").isEqualTo(303);
    assertThat(status(path, session)).as("it works once").isEqualTo(404);
    assertThat(
            mvc.perform(
                    post("/sign-in")
                        .param("email", ana.person().email())
                        .param("password", Keyholder.PASSWORD))
                .andReturn()
                .getResponse()
                .getStatus())
        .as("the old password opens nothing")
        .isEqualTo(422);
  }

  @Test
  void theAuditSaysThatALinkWasMadeAtTheMachine() {
    lettingIn.link(ana.person().email());
    assertThat(
            tenancy.within(
                ana.person().organisation(),
                () ->
                    sql.sql("select deed, subject_id = person_id as own from audit_event")
                        .query()
                        .singleRow()))
        .containsEntry("deed", "LET_IN")
        .containsEntry("own", true);
  }

  @Test
  void nobodyElseIsLetInThisWay() {
    Held worker = keyholder.someone(Role.HELPLINE_WORKER);
    refused(worker.person().email(), "No administrator here has the address");
    refused("nobody@example.org", "No administrator here has the address nobody@example.org.");
    refused("<script>", "No administrator here has the address");
    tenancy.within(ana.person().organisation(), () -> people.setBlocked(ana.person().id(), true));
    refused(ana.person().email(), "is blocked");
  }

  private void refused(String email, String reason) {
    assertThatThrownBy(() -> lettingIn.link(email))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(reason);
  }

  private int status(String path, Cookie session) throws Exception {
    return mvc.perform(get(path).cookie(session)).andReturn().getResponse().getStatus();
  }
}
