package org.clew.platform.access;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.clew.platform.database.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/// Makes people who hold what they need to sign in for real.
@Component
final class Keyholder {

  static final String PASSWORD = "thread through the labyrinth";

  /// Somebody, and what they know.
  record Held(Person person, SecretKey secret, List<String> recoveryCodes) {

    /// What their app shows now.
    String code() {
      return OneTimeCodes.code(secret.getEncoded(), Instant.now());
    }

    /// What their app shows in half a minute.
    String nextCode() {
      return OneTimeCodes.code(secret.getEncoded(), Instant.now().plusSeconds(30));
    }
  }

  private final Organisations organisations;
  private final People people;
  private final Enrolment enrolment;
  private final Tenancy tenancy;

  /// Hashing takes its time; one hash does for all.
  private final String hash;

  Keyholder(Organisations organisations, People people, Enrolment enrolment, Tenancy tenancy) {
    this.organisations = organisations;
    this.people = people;
    this.enrolment = enrolment;
    this.tenancy = tenancy;
    hash = enrolment.hash(PASSWORD);
  }

  Held someone(Role... roles) {
    return someone(
        organisations.add("Organisation " + UUID.randomUUID(), List.of(), true, false), roles);
  }

  Held someone(Organisation organisation, Role... roles) {
    Enrolment.Shown shown = Enrolment.Shown.of(OneTimeCodes.newSecret(), 0);
    return tenancy.within(
        organisation.id(),
        () -> {
          Person person = people.add("Amina K.", UUID.randomUUID() + "@example.org", Set.of(roles));
          enrolment.setPassword(person.id(), hash);
          enrolment.setAuthenticator(person.id(), shown);
          return new Held(person, shown.secret(), enrolment.newRecoveryCodes(person.id()));
        });
  }

  /// Signs somebody in the way a browser does; the answer is their session.
  Cookie signIn(MockMvc mvc, Held who) throws Exception {
    return signIn(mvc, who, who.code());
  }

  Cookie signIn(MockMvc mvc, Held who, String code) throws Exception {
    Cookie first =
        mvc.perform(
                post("/sign-in").param("email", who.person().email()).param("password", PASSWORD))
            .andReturn()
            .getResponse()
            .getCookie(SessionConfiguration.COOKIE);
    return Objects.requireNonNull(
        mvc.perform(post("/sign-in/code").cookie(Objects.requireNonNull(first)).param("code", code))
            .andReturn()
            .getResponse()
            .getCookie(SessionConfiguration.COOKIE));
  }
}
