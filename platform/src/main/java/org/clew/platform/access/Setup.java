package org.clew.platform.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clew.platform.database.Tenancy;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The first start: whoever can read the server's console may make the first organisation and its
/// administrator. As soon as anybody can sign in, this is over.
@Component
final class Setup {

  static final Duration VALID = Duration.ofHours(24);

  private static final String PURPOSE = "setup";

  private final LookupStore lookup;
  private final Organisations organisations;
  private final People people;
  private final Invitations invitations;
  private final PublicAddress address;
  private final AccessSettings settings;
  private final Tenancy tenancy;
  private final SetupCodeStore codes;
  private final InstantSource clock;

  Setup(
      LookupStore lookup,
      Organisations organisations,
      People people,
      Invitations invitations,
      PublicAddress address,
      AccessSettings settings,
      Tenancy tenancy,
      SetupCodeStore codes,
      InstantSource clock) {
    this.lookup = lookup;
    this.organisations = organisations;
    this.people = people;
    this.invitations = invitations;
    this.address = address;
    this.settings = settings;
    this.tenancy = tenancy;
    this.codes = codes;
    this.clock = clock;
  }

  /// Whether there is still a first administrator to be made.
  boolean isOpen() {
    return !settings.demo() && !lookup.anybodyCanSignIn();
  }

  /// Tells the console, and only the console, how to begin.
  @EventListener(ApplicationReadyEvent.class)
  void invite(ApplicationReadyEvent ready) {
    Environment environment = ready.getApplicationContext().getEnvironment();
    if (environment.getProperty("local.server.port") != null && isOpen()) {
      System.out.println(
          "Nobody can sign in yet. Make the first administrator at "
              + address.of("/setup")
              + "\nwith this code, which works for 24 hours: "
              + newCode().grouped());
    }
  }

  OneTimeSecret newCode() {
    var code = OneTimeSecret.forTyping();
    codes.insert(code.hash(PURPOSE), clock.instant().plus(VALID));
    return code;
  }

  boolean knows(OneTimeSecret code) {
    return codes.knows(code.hash(PURPOSE));
  }

  /// Makes the organisation and its administrator; the answer is the path on which they choose how
  /// to sign in. Who began before and did not finish may begin again with the same names.
  String begin(OneTimeSecret code, String organisationName, String name, String email) {
    Organisation organisation =
        organisations.all().stream()
            .filter(known -> known.name().equals(organisationName.strip()))
            .findFirst()
            .orElseGet(() -> organisations.add(organisationName, List.of(), true, true));
    String path =
        tenancy.within(
            organisation.id(),
            () -> {
              Person administrator = administrator(name, email);
              return invitations.welcome(administrator.id(), administrator.id());
            });
    codes.remove(code.hash(PURPOSE));
    return path;
  }

  private Person administrator(String name, String email) {
    Optional<Person> begun =
        people.team().stream()
            .filter(person -> person.email().equals(SignIns.address(email)))
            .findFirst();
    return begun.orElseGet(() -> people.add(name, email, Set.of(Role.ADMINISTRATOR)));
  }
}
