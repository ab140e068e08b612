package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Keyholder.Held;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ClewTest
class SignInTest {

  @Autowired private MockMvc mvc;
  @Autowired private Keyholder keyholder;
  @Autowired private Passwords passwords;
  @Autowired private AccessKey key;
  @Autowired private PersonStore people;
  @Autowired private Tenancy tenancy;
  @Autowired private JdbcClient sql;

  @Test
  void letsSomebodyInWithPasswordAndCode() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    Cookie first = session(password(amina.person().email(), Keyholder.PASSWORD));
    MockHttpServletResponse in = code(first, amina.code());
    assertThat(in.getStatus()).isEqualTo(303);
    assertThat(in.getHeader("Set-Cookie"))
        .contains("__Host-clew=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict")
        .doesNotContain("Domain");
    mvc.perform(get("/account").cookie(session(in))).andExpect(status().isOk());
  }

  @Test
  void aPasswordAloneOpensNothing() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    Cookie first = session(password(amina.person().email(), Keyholder.PASSWORD));
    mvc.perform(get("/account").cookie(first))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/sign-in"));
  }

  @Test
  void theSessionChangesAtEachStepAndTheOldOneIsDead() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    Cookie first = session(password(amina.person().email(), Keyholder.PASSWORD));
    Cookie second = session(code(first, amina.code()));
    assertThat(second.getValue()).isNotEqualTo(first.getValue());
    mvc.perform(get("/account").cookie(first)).andExpect(status().isSeeOther());
  }

  @Test
  void aCodeWorksOnce() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    String code = amina.code();
    code(session(password(amina.person().email(), Keyholder.PASSWORD)), code);
    MockHttpServletResponse again =
        code(session(password(amina.person().email(), Keyholder.PASSWORD)), code);
    assertThat(again.getStatus()).isEqualTo(422);
    assertThat(
            code(session(password(amina.person().email(), Keyholder.PASSWORD)), amina.nextCode())
                .getStatus())
        .isEqualTo(303);
  }

  @Test
  void aRecoveryCodeTakesThePlaceOfTheAppOnce() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    String recovery = amina.recoveryCodes().getFirst().toLowerCase(java.util.Locale.ROOT);
    assertThat(
            code(session(password(amina.person().email(), Keyholder.PASSWORD)), recovery)
                .getStatus())
        .isEqualTo(303);
    assertThat(
            code(session(password(amina.person().email(), Keyholder.PASSWORD)), recovery)
                .getStatus())
        .isEqualTo(422);
  }

  @Test
  void nobodyLearnsWhetherAnEmailIsKnown() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    String known = amina.person().email();
    String unknown = "x" + known.substring(1);
    long before = passwords.runs();
    MockHttpServletResponse wrong = password(known, "not the right password");
    long between = passwords.runs();
    MockHttpServletResponse nobody = password(unknown, "not the right password");
    long after = passwords.runs();
    assertThat(between - before).isEqualTo(1);
    assertThat(after - between).isEqualTo(1);
    assertThat(nobody.getStatus()).isEqualTo(wrong.getStatus()).isEqualTo(422);
    assertThat(nobody.getContentAsString().replace(unknown, known))
        .isEqualTo(wrong.getContentAsString());
    assertThat(nobody.getHeaderNames()).isEqualTo(wrong.getHeaderNames());
    assertThat(nobody.getHeaders("Set-Cookie")).isEmpty();
  }

  @Test
  void slowsDownGuessingAtKnownAndUnknownAlike() throws Exception {
    String known = keyholder.someone(Role.HELPLINE_WORKER).person().email();
    String unknown = "y" + known.substring(1);
    for (String email : List.of(known, unknown)) {
      password(email, "wrong");
      sql.sql("update failed_try set failures = :many where tag = :tag")
          .param("many", FailedTryStore.FREE + 7)
          .param("tag", key.tag("password", email))
          .update();
    }
    MockHttpServletResponse one = password(known, Keyholder.PASSWORD);
    MockHttpServletResponse other = password(unknown, Keyholder.PASSWORD);
    assertThat(one.getStatus()).isEqualTo(other.getStatus()).isEqualTo(429);
    assertThat(one.getHeader("Retry-After")).isEqualTo(other.getHeader("Retry-After")).isNotNull();
  }

  @Test
  void aStrangerWhoFailsOnPurposeLocksNobodyOut() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    password(amina.person().email(), "wrong");
    sql.sql("update failed_try set failures = :many where tag = :tag")
        .param("many", FailedTryStore.FREE + 7)
        .param("tag", key.tag("password", amina.person().email()))
        .update();
    assertThat(password(amina.person().email(), Keyholder.PASSWORD).getStatus()).isEqualTo(429);
    mvc.perform(
            post("/sign-in/recovery")
                .param("email", amina.person().email())
                .param("password", Keyholder.PASSWORD)
                .param("code", amina.recoveryCodes().get(3)))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/account"));
  }

  @Test
  void aBlockedPersonIsOutAtOnceAndCannotComeBack() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    Cookie in =
        session(code(session(password(amina.person().email(), Keyholder.PASSWORD)), amina.code()));
    tenancy.within(
        amina.person().organisation(), () -> people.setBlocked(amina.person().id(), true));
    mvc.perform(get("/account").cookie(in)).andExpect(status().isSeeOther());
    assertThat(password(amina.person().email(), Keyholder.PASSWORD).getStatus()).isEqualTo(422);
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    Cookie in =
        session(code(session(password(amina.person().email(), Keyholder.PASSWORD)), amina.code()));
    String page =
        mvc.perform(get("/account").cookie(in)).andReturn().getResponse().getContentAsString();
    String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    mvc.perform(post("/sign-out").cookie(in)).andExpect(status().isForbidden());
    mvc.perform(post("/sign-out").cookie(in).param("_csrf", token))
        .andExpect(status().isSeeOther());
    mvc.perform(get("/account").cookie(in)).andExpect(status().isSeeOther());
  }

  @Test
  void visitorsGetNoSession() throws Exception {
    for (String path : List.of("/", "/sign-in", "/sign-in/recovery")) {
      mvc.perform(get(path)).andExpect(cookie().doesNotExist(SessionConfiguration.COOKIE));
    }
  }

  @Test
  void theSessionTableHoldsIdsAndMomentsOnly() throws Exception {
    Held amina = keyholder.someone(Role.HELPLINE_WORKER);
    MockHttpServletResponse first =
        mvc.perform(
                post("/sign-in")
                    .with(
                        request -> {
                          request.setRemoteAddr("203.0.113.9");
                          return request;
                        })
                    .header("User-Agent", "canary-browser")
                    .param("email", amina.person().email())
                    .param("password", Keyholder.PASSWORD))
            .andReturn()
            .getResponse();
    code(session(first), amina.code());
    List<byte[]> kept =
        sql.sql(
                """
                select a.attribute_bytes from spring_session_attributes a
                join spring_session s on s.primary_id = a.session_primary_id
                where s.principal_name = :person
                """)
            .param("person", amina.person().id().toString())
            .query((row, _) -> row.getBytes(1))
            .list();
    assertThat(kept).isNotEmpty();
    for (byte[] bytes : kept) {
      assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("203.0.113.9", "canary", "Amina", amina.person().email());
    }
  }

  @Test
  void anotherSitesPageCannotSignAnybodyIn() throws Exception {
    mvc.perform(post("/sign-in").header("Sec-Fetch-Site", "cross-site"))
        .andExpect(status().isForbidden());
    mvc.perform(post("/sign-in").header("Sec-Fetch-Site", "same-site"))
        .andExpect(status().isForbidden());
    mvc.perform(post("/sign-in").header("Origin", "https://elsewhere.example"))
        .andExpect(status().isForbidden());
    mvc.perform(post("/sign-in").header("Origin", "null")).andExpect(status().isForbidden());
    mvc.perform(post("/sign-in").header("Sec-Fetch-Site", "same-origin").param("email", "a@b"))
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void oversizedFieldsCostNothing() throws Exception {
    long before = passwords.runs();
    assertThat(password("a@example.org", "p".repeat(100_000)).getStatus()).isEqualTo(422);
    assertThat(password("a".repeat(100_000), "p").getStatus()).isEqualTo(422);
    assertThat(passwords.runs()).isEqualTo(before);
  }

  @Test
  void manyAtOnceWaitOrAreToldToComeBack() throws Exception {
    List<Integer> answers;
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all =
          IntStream.range(0, 200)
              .mapToObj(
                  i ->
                      hands.submit(
                          () -> password("crowd" + i + "@example.org", "wrong").getStatus()))
              .toList();
      answers = new java.util.ArrayList<>();
      for (Future<Integer> one : all) {
        answers.add(one.get());
      }
    }
    assertThat(answers).containsOnly(422, 429).contains(422).contains(429);
  }

  @Test
  void oneAddressCannotTryForeverWhateverItSaysOfItself() throws Exception {
    MockHttpServletResponse last = new MockHttpServletResponse();
    for (int i = 0; i <= Limits.TRIES.most(); i++) {
      last =
          mvc.perform(
                  get("/join/nothing")
                      .header("X-Forwarded-For", "203.0.113." + i)
                      .with(
                          request -> {
                            request.setRemoteAddr("198.51.100.20");
                            return request;
                          }))
              .andReturn()
              .getResponse();
    }
    assertThat(last.getStatus()).isEqualTo(429);
  }

  private MockHttpServletResponse password(String email, String password) throws Exception {
    return mvc.perform(post("/sign-in").param("email", email).param("password", password))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse code(Cookie session, String code) throws Exception {
    return mvc.perform(post("/sign-in/code").cookie(session).param("code", code))
        .andReturn()
        .getResponse();
  }

  private static Cookie session(MockHttpServletResponse response) {
    Cookie cookie = response.getCookie(SessionConfiguration.COOKIE);
    assertThat(cookie).isNotNull();
    return java.util.Objects.requireNonNull(cookie);
  }
}
