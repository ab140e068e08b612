package org.clew.platform.access;

import java.util.EnumSet;
import java.util.Set;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Looks after the people of an organisation, within what whoever does it may do: nobody changes
/// what they themselves may do, only administrators touch administrators, and one administrator
/// always remains.
@Component
final class Team {

  private final PersonStore store;
  private final People people;
  private final Invitations invitations;
  private final Sessions sessions;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;

  Team(
      PersonStore store,
      People people,
      Invitations invitations,
      Sessions sessions,
      Tenancy tenancy,
      ApplicationEventPublisher events) {
    this.store = store;
    this.people = people;
    this.invitations = invitations;
    this.sessions = sessions;
    this.tenancy = tenancy;
    this.events = events;
  }

  /// Adds somebody; the answer is the path of the link to hand them.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException when somebody of this organisation has
  ///   this e-mail
  String add(SignedIn by, String name, String email, Set<Role> roles) {
    return tenancy.within(
        by.organisation(),
        () -> {
          demandMayGive(by, roles);
          Person added = people.add(name, email, roles);
          events.publishEvent(new AccessEvent.PersonAdded(by.id(), added.id()));
          return invitations.welcome(added.id(), by.id());
        });
  }

  void changeRoles(SignedIn by, PersonId id, Set<Role> roles) {
    tenancy.within(
        by.organisation(),
        () -> {
          Person person = other(by, id);
          demandMayGive(by, roles);
          if (!roles.contains(Role.ADMINISTRATOR)) {
            demandAnotherAdministrator(person);
          }
          store.setRoles(id, roles);
          events.publishEvent(new AccessEvent.RolesChanged(by.id(), id));
        });
  }

  /// Keeps somebody out, at once and on every server.
  void block(SignedIn by, PersonId id) {
    tenancy.within(
        by.organisation(),
        () -> {
          demandAnotherAdministrator(other(by, id));
          store.setBlocked(id, true);
          events.publishEvent(new AccessEvent.PersonBlocked(by.id(), id));
        });
    sessions.endAll(id);
  }

  void unblock(SignedIn by, PersonId id) {
    tenancy.within(
        by.organisation(),
        () -> {
          other(by, id);
          store.setBlocked(id, false);
          events.publishEvent(new AccessEvent.PersonUnblocked(by.id(), id));
        });
  }

  /// A new link for somebody who never signed in.
  ///
  /// @throws Refused when they can sign in already: then it takes two
  String inviteAgain(SignedIn by, PersonId id) {
    return tenancy.within(
        by.organisation(),
        () -> {
          other(by, id);
          if (store.able().contains(id)) {
            throw new Refused("access.people.reset.two");
          }
          events.publishEvent(new AccessEvent.CredentialChanged(by.id(), id));
          return invitations.welcome(id, by.id());
        });
  }

  /// Asks for new credentials for somebody who lost theirs.
  void askReset(SignedIn by, PersonId id) {
    tenancy.within(
        by.organisation(),
        () -> {
          other(by, id);
          invitations.askReset(id, by.id());
          events.publishEvent(new AccessEvent.CredentialChanged(by.id(), id));
        });
  }

  /// Agrees to what another asked for; the answer is the path of the link to hand over.
  String agreeToReset(SignedIn by, PersonId id) {
    return tenancy.within(
        by.organisation(),
        () -> {
          other(by, id);
          events.publishEvent(new AccessEvent.CredentialChanged(by.id(), id));
          return invitations.agreeToReset(id, by.id());
        });
  }

  /// Those who have something to sign in with.
  Set<PersonId> able() {
    return store.able();
  }

  /// The roles somebody may give.
  Set<Role> givable(SignedIn by) {
    return isAdministrator(by)
        ? EnumSet.allOf(Role.class)
        : EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR));
  }

  /// Whether somebody may change what this person may do.
  boolean mayChange(SignedIn by, Person person) {
    return !person.id().equals(by.id())
        && (isAdministrator(by) || !person.roles().contains(Role.ADMINISTRATOR));
  }

  private Person other(SignedIn by, PersonId id) {
    Person person = store.find(id).orElseThrow(NotFound::new);
    if (person.id().equals(by.id())) {
      throw new Refused("access.people.self");
    }
    if (!mayChange(by, person)) {
      throw new Refused("access.people.administratorsOnly");
    }
    return person;
  }

  private void demandMayGive(SignedIn by, Set<Role> roles) {
    if (!givable(by).containsAll(roles)) {
      throw new Refused("access.people.administratorsOnly");
    }
  }

  private void demandAnotherAdministrator(Person person) {
    Set<PersonId> administrators = store.holdAdministrators();
    if (administrators.contains(person.id()) && administrators.size() == 1) {
      throw new Refused("access.people.lastAdministrator");
    }
  }

  private boolean isAdministrator(SignedIn who) {
    return store
        .find(who.id())
        .filter(person -> person.roles().contains(Role.ADMINISTRATOR))
        .isPresent();
  }
}
