package org.clew.platform.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// One-time links with which somebody sets how they sign in. No mail carries them: who manages
/// people hands the link over. For somebody who is in already two people must want it.
@Component
final class Invitations {

  static final Duration VALID = Duration.ofDays(7);

  /// How long those who ask for a reset and agree to it must have been here when it is asked for:
  /// nobody adds a second self and is two people the same day.
  static final Duration KNOWN = Duration.ofDays(3);

  private static final String PURPOSE = "invitation";

  /// Whom a link is for.
  record Invited(Invitation invitation, Person person, String organisationName) {

    Found found() {
      return new Found(person.id(), person.organisation());
    }
  }

  private final InvitationStore store;
  private final PersonStore people;
  private final OrganisationStore organisations;
  private final LookupStore lookup;
  private final CredentialStore credentials;
  private final Enrolment enrolment;
  private final Sessions sessions;
  private final PublicAddress address;
  private final Tenancy tenancy;
  private final Ids ids;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Invitations(
      InvitationStore store,
      PersonStore people,
      OrganisationStore organisations,
      LookupStore lookup,
      CredentialStore credentials,
      Enrolment enrolment,
      Sessions sessions,
      PublicAddress address,
      Tenancy tenancy,
      Ids ids,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.store = store;
    this.people = people;
    this.organisations = organisations;
    this.lookup = lookup;
    this.credentials = credentials;
    this.enrolment = enrolment;
    this.sessions = sessions;
    this.address = address;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /// The path of a link for somebody who cannot sign in yet.
  String welcome(PersonId person, PersonId askedBy) {
    var secret = OneTimeSecret.forLink();
    store.put(invitation(person, Invitation.Kind.WELCOME, askedBy), secret.hash(PURPOSE));
    return "/join/" + secret.text();
  }

  /// Asks for new credentials for somebody; nothing happens until a second person agrees.
  void askReset(PersonId person, PersonId askedBy) {
    store.put(invitation(person, Invitation.Kind.RESET, askedBy), null);
  }

  /// The path of the link that follows from a second person's consent.
  ///
  /// @throws Refused when there is nothing to agree to, it was asked by the same person, or one of
  ///   the two was not here for [#KNOWN] when it was asked
  String agreeToReset(PersonId person, PersonId agreedBy) {
    var secret = OneTimeSecret.forLink();
    if (!store.agree(person, agreedBy, secret.hash(PURPOSE), clock.instant().plus(VALID))) {
      throw new Refused("access.people.reset.notYours", KNOWN.toDays());
    }
    return "/join/" + secret.text();
  }

  /// The whole address of a link, for handing over.
  String whole(String path) {
    return address.of(path);
  }

  List<Invitation> all() {
    return store.all();
  }

  /// @throws NotFound when there is no such link, or it was used, or it is too old
  Invited invited(String secret) {
    byte[] hash = OneTimeSecret.typed(secret).hash(PURPOSE);
    OrganisationId organisation = lookup.byInvitation(hash).orElseThrow(NotFound::new);
    return Tenancy.<Optional<Invited>, RuntimeException>bind(
            organisation, () -> store.bySecret(hash).flatMap(this::invited))
        .orElseThrow(NotFound::new);
  }

  /// Uses a link: whatever somebody signed in with before is gone, what `set` sets takes its place.
  /// When somebody signs in with this e-mail at another organisation, the link is used up like any
  /// and lets nobody in: whoever holds it learns no more than that it does not work. The audit
  /// shows the try.
  ///
  /// @return new recovery codes
  /// @throws NotFound when it was used meanwhile, or does not let anybody in
  List<String> accept(Invited invited, Consumer<PersonId> set) {
    PersonId person = invited.person().id();
    try {
      List<String> codes =
          tenancy.within(invited.person().organisation(), () -> comeIn(invited, set));
      sessions.endAll(person);
      return codes;
    } catch (DuplicateKeyException _) {
      tenancy.within(
          invited.person().organisation(),
          () -> {
            store.remove(invited.invitation().id());
            events.publishEvent(new AccessEvent.SignInRefused(person));
          });
      throw new NotFound();
    }
  }

  private List<String> comeIn(Invited invited, Consumer<PersonId> set) {
    PersonId person = invited.person().id();
    if (!store.remove(invited.invitation().id())) {
      throw new NotFound();
    }
    credentials.removeAll(person);
    set.accept(person);
    events.publishEvent(new AccessEvent.CredentialChanged(person, person));
    events.publishEvent(new AccessEvent.PersonSignedIn(person));
    return enrolment.newRecoveryCodes(person);
  }

  private Optional<Invited> invited(Invitation invitation) {
    return people
        .find(invitation.person())
        .filter(person -> !person.blocked())
        .map(
            person ->
                new Invited(
                    invitation,
                    person,
                    organisations.find(person.organisation()).map(Organisation::name).orElse("")));
  }

  private Invitation invitation(PersonId person, Invitation.Kind kind, PersonId askedBy) {
    return new Invitation(
        ids.next(),
        person,
        kind,
        askedBy,
        kind == Invitation.Kind.WELCOME,
        clock.instant().plus(VALID));
  }
}
