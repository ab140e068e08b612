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
  /// @throws StartRefused when no administrator has this address, or theirs is blocked
  String link(String email) {
    String address = SignIns.address(email);
    Found found =
        lookup
            .administratorByEmail(address)
            .orElseThrow(
                () ->
                    new StartRefused(
                        "No administrator here has the address "
                            + address
                            + ". Anybody else is let in by those who manage people in their"
                            + " organisation."));
    return tenancy.within(
        found.organisation(),
        () -> {
          Person person = people.find(found.person()).orElseThrow();
          demandNotBlocked(person);
          events.publishEvent(new AccessEvent.LetIn(person.id()));
          return invitations.whole(invitations.welcome(person.id(), person.id()));
        });
  }

  private static void demandNotBlocked(Person person) {
    if (person.blocked()) {
      throw new StartRefused(
          person.email() + " is blocked: another administrator has to unblock them first.");
    }
  }
}
