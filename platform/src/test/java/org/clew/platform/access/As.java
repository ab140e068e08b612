package org.clew.platform.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.database.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Makes organisations and people for a test, and signs them in.
/// `mvc.perform(get("/cases").with(as.signedIn(amina)))`.
@Component
public final class As {

  private final Organisations organisations;
  private final People people;
  private final Tenancy tenancy;
  private final Tokens tokens;

  As(Organisations organisations, People people, Tenancy tenancy, Tokens tokens) {
    this.tokens = tokens;
    this.organisations = organisations;
    this.people = people;
    this.tenancy = tenancy;
  }

  /// An organisation nobody else has.
  public Organisation organisation() {
    return organisations.add("Organisation " + UUID.randomUUID(), java.util.List.of(), true, false);
  }

  /// Somebody new in that organisation.
  public SignedIn person(Organisation organisation, Role... roles) {
    return tenancy.within(
        organisation.id(),
        () ->
            SignedIn.person(
                people.add("Amina K.", UUID.randomUUID() + "@example.org", Set.of(roles)),
                organisation.name()));
  }

  /// Somebody new in an organisation of their own.
  public SignedIn person(Role... roles) {
    return person(organisation(), roles);
  }

  /// A token for a machine of that organisation, as it is sent over HTTP.
  public String token(Organisation organisation, Action... scopes) {
    return tokens.make(
        person(organisation, Role.SUPERVISOR),
        "A machine",
        Set.of(scopes),
        tokens.today().plusDays(30));
  }

  /// For MockMvc: the request comes from them.
  public RequestPostProcessor signedIn(SignedIn who) {
    return authentication(new SignedInToken(who));
  }

  /// For MockMvc: the request comes from them, and they have just proved who they are.
  public RequestPostProcessor proven(SignedIn who) {
    return authentication(new SignedInToken(who, Instant.now()));
  }
}
