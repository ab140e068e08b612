package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Keyholder.Held;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ClewTest
class ConfirmTest {

  @Autowired private MockMvc mvc;
  @Autowired private As as;
  @Autowired private Keyholder keyholder;
  @Autowired private Organisations organisations;

  @Test
  void aPasswordOrACodeIsProofAndLeadsBack() throws Exception {
    Held amina = keyholder.someone(Role.ADMINISTRATOR);
    SignedIn me = SignedIn.person(amina.person(), "Harbour");
    for (String proof : List.of(Keyholder.PASSWORD, amina.code())) {
      MockHttpServletResponse answer = prove(me, "/tokens", proof);
      assertThat(answer.getStatus()).isEqualTo(303);
      assertThat(answer.getHeader("Location")).isEqualTo("/tokens");
    }
    assertThat(prove(me, "/tokens", "wrong").getStatus()).isEqualTo(422);
  }

  @Test
  void aProofHoldsInItsSession() throws Exception {
    Held amina = keyholder.someone(Role.ADMINISTRATOR);
    Cookie in = keyholder.signIn(mvc, amina);
    assertThat(mvc.perform(get("/tokens").cookie(in)).andReturn().getResponse().getStatus())
        .isEqualTo(200);
  }

  @Test
  void oneClickIsNoProofOutsideTheDemo() throws Exception {
    SignedIn me = as.person(Role.SUPERVISOR);
    assertThat(
            mvc.perform(post("/account/confirm/demo").with(as.signedIn(me)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(404);
    assertThat(
            mvc.perform(get("/account/confirm").with(as.signedIn(me)))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .doesNotContain("/account/confirm/demo");
  }

  @Test
  void neverLeadsElsewhere() throws Exception {
    Held amina = keyholder.someone(Role.ADMINISTRATOR);
    SignedIn me = SignedIn.person(amina.person(), "Harbour");
    for (String odd :
        List.of(
            "https://elsewhere.example",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "/a//b",
            "/a/../b",
            "javascript:alert(1)",
            "/x?y=z#there",
            "/x?y=/z",
            "/x?y=z?w",
            "/x?y=z\r\nSet-Cookie: a=b",
            "/" + "a".repeat(600))) {
      String page =
          mvc.perform(get("/account/confirm").param("to", odd).with(as.signedIn(me)))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(page).as(odd).contains("name=\"to\" value=\"/account\"");
    }
  }

  @Test
  void comesBackToWhatWasAskedOrToThePageOfTheForm() throws Exception {
    SignedIn me = as.person(Role.SUPERVISOR);
    SignedIn omar = as.person(Role.ADMINISTRATOR);
    String id = UUID.randomUUID().toString();
    assertThat(asked(me, get("/audit/export?deed=EXPORTED&page=2")))
        .isEqualTo("/audit/export?deed=EXPORTED&page=2");
    assertThat(asked(me, get("/audit/export"))).isEqualTo("/audit/export");
    assertThat(asked(me, post("/tokens"))).isEqualTo("/tokens");
    assertThat(asked(me, post("/cases/" + id + "/export"))).isEqualTo("/cases/" + id + "/export");
    assertThat(asked(me, post("/people/" + id + "/agree"))).isEqualTo("/people/" + id);
    assertThat(asked(me, post("/account/recovery"))).isEqualTo("/account");
    assertThat(asked(omar, post("/settings/concerns/keep"))).isEqualTo("/settings/concerns");
  }

  @Test
  void theFilterOfWhatWasAskedSurvivesTheProof() throws Exception {
    Held amina = keyholder.someone(Role.SUPERVISOR);
    SignedIn me = SignedIn.person(amina.person(), "Harbour");
    MockHttpServletResponse answer = prove(me, "/audit/export?deed=EXPORTED", Keyholder.PASSWORD);
    assertThat(answer.getHeader("Location")).isEqualTo("/audit/export?deed=EXPORTED");
  }

  /// Where the proof that is asked for leads back to.
  private String asked(SignedIn who, MockHttpServletRequestBuilder request) throws Exception {
    String proof =
        mvc.perform(request.with(as.signedIn(who)).with(csrf()))
            .andReturn()
            .getResponse()
            .getHeader("Location");
    String page =
        mvc.perform(get(URI.create(String.valueOf(proof))).with(as.signedIn(who)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    return page.replaceAll("(?s).*?name=\"to\" value=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
  }

  @Test
  void seesAndEndsOnesOwnSessionsAndNobodyElses() throws Exception {
    Held amina = keyholder.someone(Role.CASEWORKER);
    Held other = keyholder.someone(Role.CASEWORKER);
    Cookie mine = keyholder.signIn(mvc, amina);
    Cookie theirs = keyholder.signIn(mvc, other);
    String handle = handleOfTheOtherSession(theirs, keyholder.signIn(mvc, other, other.nextCode()));
    String token = tokenOf(mine);
    int stranger =
        mvc.perform(
                post("/account/sessions/end")
                    .cookie(mine)
                    .param("_csrf", token)
                    .param("handle", handle))
            .andReturn()
            .getResponse()
            .getStatus();
    assertThat(stranger).isEqualTo(404);
    int owner =
        mvc.perform(
                post("/account/sessions/end")
                    .cookie(theirs)
                    .param("_csrf", tokenOf(theirs))
                    .param("handle", handle))
            .andReturn()
            .getResponse()
            .getStatus();
    assertThat(owner).isEqualTo(303);
    assertThat(page(theirs, "/account/sessions")).doesNotContain(handle);
  }

  @Test
  void anAccountSpeaksTheLanguageItsOwnerChose() throws Exception {
    Held amina = keyholder.someone(Role.CASEWORKER);
    Cookie in = keyholder.signIn(mvc, amina);
    mvc.perform(
        post("/account/language").cookie(in).param("_csrf", tokenOf(in)).param("language", "ar"));
    assertThat(page(in, "/account")).contains("lang=\"ar\" dir=\"rtl\"");
  }

  @Test
  void anAdministratorChangesHowTheOrganisationIsKnown() throws Exception {
    SignedIn ana = as.person(Role.ADMINISTRATOR);
    assertThat(settings(ana, "Harbour " + ana.id(), "gb, es")).isEqualTo(303);
    Organisation changed = organisations.find(ana.organisation()).orElseThrow();
    assertThat(changed.countries()).containsExactly("GB", "ES");
    assertThat(changed.onDuty()).isTrue();
    assertThat(settings(ana, "", "GB")).isEqualTo(422);
    assertThat(settings(ana, "Harbour", "XX")).isEqualTo(422);
    Organisation taken = as.organisation();
    assertThat(settings(ana, taken.name(), "GB")).isEqualTo(422);
  }

  private int settings(SignedIn who, String name, String countries) throws Exception {
    return mvc.perform(
            post("/settings")
                .param("name", name)
                .param("countries", countries)
                .param("onDuty", "yes")
                .with(as.signedIn(who))
                .with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private MockHttpServletResponse prove(SignedIn me, String to, String proof) throws Exception {
    return mvc.perform(
            post("/account/confirm")
                .param("to", to)
                .param("proof", proof)
                .with(as.signedIn(me))
                .with(csrf()))
        .andReturn()
        .getResponse();
  }

  private String handleOfTheOtherSession(Cookie one, Cookie other) throws Exception {
    assertThat(other.getValue()).isNotEqualTo(one.getValue());
    return page(one, "/account/sessions")
        .replaceAll("(?s).*name=\"handle\" value=\"([^\"]+)\".*", "$1");
  }

  private String tokenOf(Cookie session) throws Exception {
    return page(session, "/account").replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
  }

  private String page(Cookie session, String path) throws Exception {
    return mvc.perform(get(path).cookie(session)).andReturn().getResponse().getContentAsString();
  }
}
