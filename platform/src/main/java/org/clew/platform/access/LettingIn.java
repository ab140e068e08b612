package org.clew.platform.access;

import org.clew.platform.database.StartRefused;
import org.clew.platform.database.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The way back for an administrator who lost everything they signed in with, where no two others
/// are there to let them in: whoever may use the machine's own shell, and so could read its keys
/// anyway, gets a one-time link for them. The audit says so.
@Component
final class LettingIn {

  private final LookupStore lookup;
  private final PersonStore people;
  private final Invitations invitations;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;

  LettingIn(
      LookupStore lookup,
      PersonStore people,
      Invitations invitations,
      Tenancy tenancy,
      ApplicationEventPublisher events) {
    this.lookup = lookup;
    this.people = people;
    this.invitations = invitations;
    this.tenancy = tenancy;
    this.events = events;
  }

  /// The whole address of a link for an administrator. What they sign in with now goes on working
  /// until it is used.
  ///
  /// @throws StartRefused when nobody has this address, or not an administrator who may come in
  String link(String email) {
    String address = SignIns.address(email);
    Found found =
        lookup
            .byEmail(address)
            .orElseThrow(() -> new StartRefused("Nobody here has the address " + address + "."));
    return tenancy.within(
        found.organisation(),
        () -> {
          Person person = people.find(found.person()).orElseThrow();
          demandAdministrator(person);
          events.publishEvent(new AccessEvent.LetIn(person.id()));
          return invitations.whole(invitations.welcome(person.id(), person.id()));
        });
  }

  private static void demandAdministrator(Person person) {
    if (!person.roles().contains(Role.ADMINISTRATOR)) {
      throw new StartRefused(
          person.email()
              + " is no administrator: those who manage people in their organisation can let them"
              + " in.");
    }
    if (person.blocked()) {
      throw new StartRefused(
          person.email() + " is blocked: another administrator has to unblock them first.");
    }
  }
}
