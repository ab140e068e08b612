package org.clew.platform.access;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.clew.platform.database.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Proves who somebody is. Whoever asks about an e-mail that nobody has gets the same answer after
/// the same work.
@Component
final class SignIns {

  /// Longer than any e-mail address (RFC 5321) and any password somebody types.
  static final int LONGEST_TEXT = 254;

  private final LookupStore lookup;
  private final PersonStore people;
  private final CredentialStore credentials;
  private final Passwords passwords;
  private final FailedTryStore tries;
  private final Refusals refusals;
  private final AccessKey key;
  private final Tenancy tenancy;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  SignIns(
      LookupStore lookup,
      PersonStore people,
      CredentialStore credentials,
      Passwords passwords,
      FailedTryStore tries,
      Refusals refusals,
      AccessKey key,
      Tenancy tenancy,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.lookup = lookup;
    this.people = people;
    this.credentials = credentials;
    this.passwords = passwords;
    this.tries = tries;
    this.refusals = refusals;
    this.key = key;
    this.tenancy = tenancy;
    this.clock = clock;
    this.events = events;
  }

  /// The first step. Whoever passes it is not in yet.
  ///
  /// @throws org.clew.platform.web.TooMany when this e-mail was tried too often, or too many others
  ///   try at once
  Optional<Found> password(String email, String password) {
    String address = address(email);
    if (tooLong(address, password)) {
      return Optional.empty();
    }
    byte[] tag = key.tag("password", address);
    tries.begin(tag);
    Found found = lookup.byEmail(address).orElse(Found.NOBODY);
    if (passwordFits(found, password)) {
      tries.succeeded(tag);
      return Optional.of(found);
    }
    refusals.tell(found);
    return Optional.empty();
  }

  /// The second step: a code of the authenticator app, or a recovery code.
  ///
  /// @throws org.clew.platform.web.TooMany when this person's codes were tried too often
  boolean code(Found who, String typed) {
    byte[] tag = key.tag("code", who.person().toString());
    tries.begin(tag);
    boolean right =
        tenancy.<Boolean>within(who.organisation(), () -> codeFits(who.person(), typed));
    if (right) {
      tries.succeeded(tag);
    } else {
      refusals.tell(who);
    }
    return right;
  }

  /// The way round a slowed-down password or a lost authenticator: e-mail, password and a recovery
  /// code at once. A recovery code is too long to be guessed, so this way never waits. Somebody who
  /// has passkeys alone gives no password.
  Optional<Found> recovery(String email, String password, String code) {
    String address = address(email);
    if (tooLong(address, password)) {
      return Optional.empty();
    }
    Found found = lookup.byEmail(address).orElse(Found.NOBODY);
    Optional<String> hash =
        Tenancy.bind(found.organisation(), () -> credentials.passwordHash(found.person()));
    boolean right = passwords.matches(password, hash.orElse(passwords.nobody()));
    boolean known = right || (hash.isEmpty() && mayComeIn(found));
    boolean usable =
        tenancy.<Boolean>within(
            found.organisation(), () -> known && recoveryCodeFits(found.person(), code));
    if (usable) {
      tries.succeeded(key.tag("password", address));
      return Optional.of(found);
    }
    refusals.tell(found);
    return Optional.empty();
  }

  /// A proof of somebody who is signed in already.
  ///
  /// @throws org.clew.platform.web.TooMany after too many wrong ones
  boolean proves(SignedIn me, String typed) {
    var found = new Found(me.id(), me.organisation());
    if (typed.length() > LONGEST_TEXT) {
      return false;
    }
    if (typed.matches("[0-9 ]{6,8}")) {
      return code(found, typed);
    }
    byte[] tag = key.tag("confirm", me.id().toString());
    tries.begin(tag);
    if (passwordFits(found, typed)) {
      tries.succeeded(tag);
      return true;
    }
    return false;
  }

  /// Lets in somebody who proved who they are, and writes it down; none when they are kept out.
  Optional<SignedIn> enter(Found who) {
    return tenancy.within(
        who.organisation(),
        () -> {
          Optional<SignedIn> in =
              people
                  .find(who.person())
                  .filter(person -> !person.blocked())
                  .map(person -> SignedIn.person(person, ""));
          in.ifPresent(_ -> events.publishEvent(new AccessEvent.PersonSignedIn(who.person())));
          return in;
        });
  }

  /// Writes down that somebody left.
  void left(SignedIn me) {
    tenancy.within(
        me.organisation(), () -> events.publishEvent(new AccessEvent.PersonSignedOut(me.id())));
  }

  static String address(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /// What binds a sealed authenticator secret to its owner.
  static String sealedFor(PersonId person) {
    return "authenticator " + person;
  }

  private boolean passwordFits(Found found, String password) {
    Optional<String> hash =
        Tenancy.bind(found.organisation(), () -> credentials.passwordHash(found.person()));
    return passwords.matches(password, hash.orElse(passwords.nobody()));
  }

  private boolean mayComeIn(Found found) {
    return !found.equals(Found.NOBODY);
  }

  private boolean codeFits(PersonId person, String typed) {
    String digits = typed.replace(" ", "");
    return digits.length() == OneTimeCodes.DIGITS
        ? authenticatorFits(person, digits)
        : recoveryCodeFits(person, typed);
  }

  private boolean authenticatorFits(PersonId person, String digits) {
    OptionalLong step =
        credentials
            .sealedAuthenticator(person)
            .flatMap(stored -> key.open(stored, sealedFor(person)))
            .map(secret -> OneTimeCodes.step(secret, digits, clock.instant()))
            .orElse(OptionalLong.empty());
    return step.isPresent() && credentials.useStep(person, step.getAsLong());
  }

  private boolean recoveryCodeFits(PersonId person, String typed) {
    return credentials.useRecoveryCode(person, recoveryHash(person, OneTimeSecret.typed(typed)));
  }

  static byte[] recoveryHash(PersonId person, OneTimeSecret code) {
    return code.hash("recovery " + person);
  }

  private static boolean tooLong(String address, String password) {
    return address.length() > LONGEST_TEXT || password.length() > LONGEST_TEXT;
  }
}
