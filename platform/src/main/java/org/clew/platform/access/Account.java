package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;

/// What somebody may do about themselves: what they sign in with, in which language, and whether
/// they get mail.
@Component
final class Account {

  private final PersonStore people;
  private final CredentialStore credentials;
  private final Enrolment enrolment;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;

  Account(
      PersonStore people,
      CredentialStore credentials,
      Enrolment enrolment,
      Passkeys passkeys,
      Sessions sessions,
      Tenancy tenancy,
      ApplicationEventPublisher events) {
    this.people = people;
    this.credentials = credentials;
    this.enrolment = enrolment;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.tenancy = tenancy;
    this.events = events;
  }

  Person of(SignedIn me) {
    return people.find(me.id()).orElseThrow(NotFound::new);
  }

  Optional<Instant> passwordChangedAt(SignedIn me) {
    return credentials.passwordChangedAt(me.id());
  }

  boolean hasAuthenticator(SignedIn me) {
    return credentials.sealedAuthenticator(me.id()).isPresent();
  }

  int recoveryCodesLeft(SignedIn me) {
    return credentials.recoveryCodesLeft(me.id());
  }

  List<CredentialRecord> passkeys(SignedIn me) {
    return passkeys.of(me.id());
  }

  void speak(SignedIn me, @Nullable Language language) {
    people.setLanguage(me.id(), language);
  }

  /// Whether they hear by mail that something waits.
  boolean isToldByMail(SignedIn me) {
    return people.isToldByMail(me.id());
  }

  void tellByMail(SignedIn me, boolean told) {
    people.setToldByMail(me.id(), told);
  }

  /// Sets a password that was looked at before, and ends the other sessions: the old one may have
  /// been in other hands.
  void setPassword(SignedIn me, HttpServletRequest request, String password) {
    String hash = enrolment.hash(password);
    change(
        me,
        () -> {
          enrolment.setPassword(me.id(), hash);
          return me;
        });
    sessions.endAllBut(me.id(), sessions.current(request));
  }

  /// Connects an authenticator app in place of any other, and ends the other sessions.
  void setAuthenticator(SignedIn me, HttpServletRequest request, Enrolment.Shown shown) {
    change(
        me,
        () -> {
          enrolment.setAuthenticator(me.id(), shown);
          return me;
        });
    sessions.endAllBut(me.id(), sessions.current(request));
  }

  /// New recovery codes in place of the old.
  List<String> newRecoveryCodes(SignedIn me) {
    return change(me, () -> enrolment.newRecoveryCodes(me.id()));
  }

  /// @throws Refused when the answer is not one to this session's challenge
  void addPasskey(SignedIn me, HttpServletRequest request, String answer, String label) {
    change(
        me,
        () -> {
          passkeys.register(request, answer, label);
          return me;
        });
  }

  /// @throws NotFound when they have none such
  /// @throws Refused when nothing would be left to sign in with
  void removePasskey(SignedIn me, String credentialId) {
    change(
        me,
        () -> {
          if (!passkeys.remove(me.id(), credentialId)) {
            throw new NotFound();
          }
          if (passkeys.of(me.id()).isEmpty() && credentials.passwordHash(me.id()).isEmpty()) {
            throw new Refused("access.passkey.last");
          }
          return me;
        });
  }

  private <T> T change(SignedIn me, Supplier<T> change) {
    return tenancy.within(
        me.organisation(),
        () -> {
          T changed = change.get();
          events.publishEvent(new AccessEvent.CredentialChanged(me.id(), me.id()));
          return changed;
        });
  }
}
