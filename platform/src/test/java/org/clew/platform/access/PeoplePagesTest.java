package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.clew.platform.database.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ClewTest
class PeoplePagesTest {

  @Autowired private MockMvc mvc;
  @Autowired private JdbcClient sql;
  @Autowired private As as;
  @Autowired private Keyholder keyholder;
  @Autowired private PersonStore people;
  @Autowired private Tenancy tenancy;

  private static int number;

  @Test
  void somebodyAddedComesInByALinkThatWorksOnce() throws Exception {
    SignedIn ana = as.person(Role.ADMINISTRATOR);
    String email = "new" + number++ + UUID.randomUUID() + "@example.org";
    MockHttpServletResponse added =
        ask(
            ana,
            post("/people/add")
                .param("name", "Bilal <script>alert(1)</script>")
                .param("email", email)
                .param("roles", "CASEWORKER"));
    assertThat(added.getContentAsString()).doesNotContain("<script>alert");
    String path = linkIn(added);
    String form = mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    assertThat(form).contains("<svg class=\"qr\"").doesNotContain("<script>alert");
    String typed = form.replaceAll("(?s).*<code dir=\"ltr\">([A-Z2-7 ]+)</code>.*", "$1");
    String kept = form.replaceAll("(?s).*name=\"sealed\" value=\"([^\"]+)\".*", "$1");
    MockHttpServletRequestBuilder join =
        post(path)
            .param("password", "a long enough secret")
            .param("sealed", kept)
            .param("code", OneTimeCodes.code(Base32.decode(typed), Instant.now()));
    MockHttpServletResponse in = mvc.perform(join).andReturn().getResponse();
    assertThat(in.getStatus()).isEqualTo(200);
    assertThat(in.getContentAsString().split("<li><code>", -1))
        .hasSize(Enrolment.RECOVERY_CODES + 1);
    assertThat(
            mvc.perform(get("/account").cookie(in.getCookies()))
                .andReturn()
                .getResponse()
                .getContentAsString())
        .contains(email);
    assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(404);
    assertThat(mvc.perform(join).andReturn().getResponse().getStatus()).isEqualTo(404);
  }

  @Test
  void aWeakPasswordOrAWrongCodeKeepsTheLink() throws Exception {
    SignedIn ana = as.person(Role.ADMINISTRATOR);
    String path =
        linkIn(
            ask(
                ana,
                post("/people/add")
                    .param("name", "Carla")
                    .param("email", UUID.randomUUID() + "@example.org")
                    .param("roles", "ANALYST")));
    MockHttpServletResponse answer =
        mvc.perform(post(path).param("password", "short").param("code", "000000"))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(200);
  }

  @Test
  void aSupervisorMakesNoAdministratorsAndTouchesNone() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn ana = as.person(harbour, Role.ADMINISTRATOR);
    SignedIn sam = as.person(harbour, Role.SUPERVISOR);
    SignedIn rosa = as.person(harbour, Role.RESPONDER);
    assertThat(
            ask(
                    sam,
                    post("/people/add")
                        .param("name", "Dora")
                        .param("email", UUID.randomUUID() + "@example.org")
                        .param("roles", "ADMINISTRATOR"))
                .getStatus())
        .isEqualTo(422);
    assertThat(ask(sam, roles(rosa, "ADMINISTRATOR")).getStatus()).isEqualTo(422);
    assertThat(ask(sam, roles(ana, "RESPONDER")).getStatus()).isEqualTo(422);
    assertThat(ask(sam, post("/people/" + ana.id() + "/block")).getStatus()).isEqualTo(422);
    assertThat(ask(sam, post("/people/" + ana.id() + "/reset")).getStatus()).isEqualTo(422);
    assertThat(roles(harbour, rosa)).containsExactly(Role.RESPONDER);
    assertThat(ask(sam, roles(rosa, "CASEWORKER")).getStatus()).isEqualTo(303);
    assertThat(roles(harbour, rosa)).containsExactly(Role.CASEWORKER);
  }

  @Test
  void nobodyChangesWhatTheyThemselvesMayDo() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn ana = as.person(harbour, Role.ADMINISTRATOR);
    SignedIn sam = as.person(harbour, Role.SUPERVISOR);
    for (SignedIn one : Set.of(ana, sam)) {
      assertThat(ask(one, roles(one, "SUPERVISOR", "CASEWORKER")).getStatus()).isEqualTo(422);
      assertThat(ask(one, post("/people/" + one.id() + "/block")).getStatus()).isEqualTo(422);
    }
  }

  @Test
  void theLastAdministratorKeepsTheRole() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn ana = as.person(harbour, Role.ADMINISTRATOR);
    SignedIn bea = as.person(harbour, Role.ADMINISTRATOR);
    assertThat(ask(ana, roles(bea, "ANALYST")).getStatus()).isEqualTo(303);
    // Bea's old sign-in still believes it may; the store knows better.
    assertThat(ask(bea, roles(ana, "ANALYST")).getStatus()).isEqualTo(422);
    assertThat(roles(harbour, ana)).containsExactly(Role.ADMINISTRATOR);
  }

  @Test
  void aLostKeyTakesTwoPeople() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn ana = as.person(harbour, Role.ADMINISTRATOR);
    SignedIn sam = as.person(harbour, Role.SUPERVISOR);
    Person lost = keyholder.someone(harbour, Role.CASEWORKER).person();
    daysPass(harbour, 4);
    String path = "/people/" + lost.id();
    assertThat(ask(ana, post(path + "/invitation")).getStatus()).isEqualTo(422);
    assertThat(ask(ana, post(path + "/agree")).getStatus()).isEqualTo(422);
    assertThat(ask(ana, post(path + "/reset")).getStatus()).isEqualTo(303);
    assertThat(ask(ana, post(path + "/agree")).getStatus()).isEqualTo(422);
    MockHttpServletResponse agreed = ask(sam, post(path + "/agree"));
    assertThat(agreed.getStatus()).isEqualTo(200);
    assertThat(mvc.perform(get(linkIn(agreed))).andReturn().getResponse().getStatus())
        .isEqualTo(200);
  }

  @Test
  void aSecondSelfIsNoSecondPerson() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn ana = as.person(harbour, Role.ADMINISTRATOR);
    Person lost = keyholder.someone(harbour, Role.CASEWORKER).person();
    daysPass(harbour, 30);
    SignedIn alsoAna = as.person(harbour, Role.ADMINISTRATOR);
    String path = "/people/" + lost.id();
    assertThat(ask(ana, post(path + "/reset")).getStatus()).isEqualTo(303);
    assertThat(ask(alsoAna, post(path + "/agree")).getStatus()).isEqualTo(422);
    assertThat(ask(alsoAna, post(path + "/reset")).getStatus()).isEqualTo(303);
    MockHttpServletResponse refused = ask(ana, post(path + "/agree"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("must have been here for 3 days");
    daysPass(harbour, 4);
    assertThat(ask(ana, post(path + "/agree")).getStatus()).isEqualTo(422);
    assertThat(ask(ana, post(path + "/reset")).getStatus()).isEqualTo(303);
    assertThat(ask(alsoAna, post(path + "/agree")).getStatus()).isEqualTo(200);
  }

  @Test
  void anotherOrganisationsPersonIsAsGoodAsNobody() throws Exception {
    SignedIn ana = as.person(Role.ADMINISTRATOR);
    SignedIn stranger = as.person(Role.RESPONDER);
    UUID nobody = UUID.randomUUID();
    for (String deed :
        Set.of("", "/roles", "/block", "/unblock", "/reset", "/agree", "/invitation")) {
      MockHttpServletResponse theirs = askFor(ana, "/people/" + stranger.id() + deed);
      MockHttpServletResponse nobodys = askFor(ana, "/people/" + nobody + deed);
      assertThat(theirs.getStatus()).as(deed).isEqualTo(nobodys.getStatus()).isEqualTo(404);
      assertThat(theirs.getContentAsString()).isEqualTo(nobodys.getContentAsString());
    }
  }

  @Test
  void anEmailBelongsToOnePersonOfAnOrganisation() throws Exception {
    Organisation harbour = as.organisation();
    SignedIn ana = as.person(harbour, Role.ADMINISTRATOR);
    Person known = keyholder.someone(harbour, Role.CASEWORKER).person();
    assertThat(add(ana, known.email()).getStatus()).isEqualTo(422);
  }

  @Test
  void nobodyLearnsWhetherAnEmailSignsInElsewhere() throws Exception {
    SignedIn ana = as.person(Role.ADMINISTRATOR);
    Keyholder.Held known = keyholder.someone(Role.CASEWORKER);
    String email = known.person().email();
    MockHttpServletResponse theirs = add(ana, email);
    MockHttpServletResponse nobodys = add(ana, UUID.randomUUID() + "@example.org");
    assertThat(theirs.getStatus()).isEqualTo(nobodys.getStatus()).isEqualTo(200);
    assertThat(without(theirs)).isEqualTo(without(nobodys));
    assertThat(join(linkIn(nobodys)).getStatus()).isEqualTo(200);
    MockHttpServletResponse refused = join(linkIn(theirs));
    MockHttpServletResponse used = mvc.perform(get(linkIn(nobodys))).andReturn().getResponse();
    assertThat(refused.getStatus()).isEqualTo(used.getStatus()).isEqualTo(404);
    assertThat(refused.getContentAsString()).isEqualTo(used.getContentAsString());
    assertThat(mvc.perform(get(linkIn(theirs))).andReturn().getResponse().getStatus())
        .isEqualTo(404);
    assertThat(keyholder.signIn(mvc, known)).isNotNull();
    Integer written =
        tenancy.within(
            ana.organisation(),
            () ->
                sql.sql("select count(*) from audit_event where deed = 'SIGN_IN_REFUSED'")
                    .query(Integer.class)
                    .single());
    assertThat(written).isEqualTo(1);
  }

  private MockHttpServletResponse add(SignedIn who, String email) throws Exception {
    return ask(
        who,
        post("/people/add").param("name", "Eva").param("email", email).param("roles", "ANALYST"));
  }

  /// The page without the link and without what is another for each page.
  private static String without(MockHttpServletResponse response) throws Exception {
    return response
        .getContentAsString()
        .replace(linkIn(response), "")
        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  /// Follows a link to the end, with a password and an authenticator.
  private MockHttpServletResponse join(String path) throws Exception {
    String form = mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    String typed = form.replaceAll("(?s).*<code dir=\"ltr\">([A-Z2-7 ]+)</code>.*", "$1");
    String kept = form.replaceAll("(?s).*name=\"sealed\" value=\"([^\"]+)\".*", "$1");
    return mvc.perform(
            post(path)
                .param("password", "a long enough secret")
                .param("sealed", kept)
                .param("code", OneTimeCodes.code(Base32.decode(typed), Instant.now())))
        .andReturn()
        .getResponse();
  }

  @Test
  void oddFieldsAreRefused() throws Exception {
    SignedIn ana = as.person(Role.ADMINISTRATOR);
    for (String[] odd :
        new String[][] {
          {"", "a@example.org", "ANALYST"},
          {"n".repeat(300), "a@example.org", "ANALYST"},
          {"Eva", "no address", "ANALYST"},
          {"Eva", "a@example.org", "KING"}
        }) {
      assertThat(
              ask(
                      ana,
                      post("/people/add")
                          .param("name", odd[0])
                          .param("email", odd[1])
                          .param("roles", odd[2]))
                  .getStatus())
          .isEqualTo(422);
    }
  }

  private void daysPass(Organisation organisation, int days) {
    tenancy.within(
        organisation.id(),
        () -> {
          sql.sql("update person set created_at = created_at - make_interval(days => :days)")
              .param("days", days)
              .update();
          sql.sql("update invitation set expires_at = expires_at - make_interval(days => :days)")
              .param("days", days)
              .update();
        });
  }

  private Set<Role> roles(Organisation organisation, SignedIn who) {
    return tenancy.within(organisation.id(), () -> people.find(who.id()).orElseThrow().roles());
  }

  private static MockHttpServletRequestBuilder roles(SignedIn of, String... roles) {
    return post("/people/" + of.id() + "/roles").param("roles", roles);
  }

  private MockHttpServletResponse askFor(SignedIn who, String path) throws Exception {
    return ask(who, path.matches(".*/[a-z]+") ? post(path) : get(path));
  }

  private MockHttpServletResponse ask(SignedIn who, MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(request.with(as.proven(who)).with(csrf())).andReturn().getResponse();
  }

  private static String linkIn(MockHttpServletResponse response) throws Exception {
    return response
        .getContentAsString()
        .replaceAll(
            "(?s).*<code class=\"secret\" dir=\"ltr\">https?://[^/]+(/join/[^<]+)</code>.*", "$1");
  }

  /// Reads what `OneTimeCodes.base32` wrote.
  private static final class Base32 {

    static byte[] decode(String text) {
      String plain = text.replace(" ", "");
      byte[] bytes = new byte[plain.length() * 5 / 8];
      int buffer = 0;
      int bits = 0;
      int at = 0;
      for (int i = 0; i < plain.length(); i++) {
        buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(plain.charAt(i));
        bits += 5;
        if (bits >= 8) {
          bits -= 8;
          bytes[at++] = (byte) (buffer >> bits);
        }
      }
      return bytes;
    }
  }
}
