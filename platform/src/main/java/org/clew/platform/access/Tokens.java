package org.clew.platform.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.database.Ids;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.NotAllowed;
import org.clew.platform.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tokens for machines.
@Component
final class Tokens {

  /// What a machine can be let do. People are managed, audits read and sealed concerns opened by
  /// people.
  static final List<Action> SCOPES =
      List.of(
          Action.ASK_KNOWN_BEFORE,
          Action.READ_CONTACT_DETAILS,
          Action.OPEN_CASE,
          Action.READ_CASE,
          Action.WRITE_CASE,
          Action.EXPORT_CASE,
          Action.READ_RECORDS,
          Action.IMPORT_RECORDS,
          Action.JUDGE_MATCH);

  static final String PREFIX = "clew_";
  static final int LONGEST_NAME = 100;
  static final int LONGEST_DAYS = 366;

  private static final String PURPOSE = "token";
  private static final int LONGEST_BEARER = 100;

  private final TokenStore store;
  private final PersonStore people;
  private final Tenancy tenancy;
  private final Ids ids;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Tokens(
      TokenStore store,
      PersonStore people,
      Tenancy tenancy,
      Ids ids,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.store = store;
    this.people = people;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /// What somebody may let a machine do: what they themselves may, for the whole organisation.
  static List<Action> givable(SignedIn by) {
    return SCOPES.stream().filter(scope -> by.reach(scope) == Reach.TEAM).toList();
  }

  /// Makes a token; the answer is its text, which nobody can look up later.
  ///
  /// @throws NotAllowed when a scope is not theirs to give
  String make(SignedIn by, String name, Set<Action> scopes, LocalDate expiresOn) {
    var secret = OneTimeSecret.forLink();
    tenancy.within(
        by.organisation(),
        () -> {
          var maker = maker(by);
          scopes.stream()
              .filter(scope -> !SCOPES.contains(scope) || !maker.mayGive(scope))
              .findAny()
              .ifPresent(
                  scope -> {
                    throw new NotAllowed(scope.name());
                  });
          var token =
              new ApiToken(
                  ids.next(),
                  by.organisation(),
                  name.strip(),
                  scopes,
                  maker,
                  clock.instant(),
                  expiresOn,
                  null,
                  null);
          store.insert(token, secret.hash(PURPOSE));
          events.publishEvent(new AccessEvent.TokenMade(by.id(), token.id()));
        });
    return PREFIX + secret.text();
  }

  private ApiToken.Maker maker(SignedIn by) {
    Person person =
        people.find(by.id()).orElseThrow(() -> new NotAllowed(Action.MANAGE_TOKENS.name()));
    return new ApiToken.Maker(person.id(), person.roles(), person.blocked());
  }

  List<ApiToken> all() {
    return store.all();
  }

  /// @throws NotFound when the organisation has none such
  void revoke(SignedIn by, UUID id) {
    tenancy.within(
        by.organisation(),
        () -> {
          if (!store.revoke(id)) {
            throw new NotFound();
          }
          events.publishEvent(new AccessEvent.TokenRevoked(by.id(), id));
        });
  }

  /// The machine that holds this token, if it can do anything today.
  Optional<SignedInToken> machine(String bearer) {
    if (!bearer.startsWith(PREFIX) || bearer.length() > LONGEST_BEARER) {
      return Optional.empty();
    }
    LocalDate today = today();
    return store
        .byHash(new OneTimeSecret(bearer.substring(PREFIX.length())).hash(PURPOSE))
        .filter(token -> !token.actions(today).isEmpty())
        .map(token -> machine(token, today));
  }

  LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private SignedInToken machine(ApiToken token, LocalDate today) {
    if (!today.equals(token.lastUsedOn())) {
      tenancy.within(token.organisation(), () -> store.used(token.id(), today));
    }
    // Holding the token is the proof.
    return new SignedInToken(
        SignedIn.machine(
            new PersonId(token.id()), token.organisation(), token.name(), token.actions(today)),
        clock.instant());
  }
}
