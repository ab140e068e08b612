package org.clew.platform.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
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
  private final LookupStore lookup;
  private final Tenancy tenancy;
  private final Ids ids;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Tokens(
      TokenStore store,
      LookupStore lookup,
      Tenancy tenancy,
      Ids ids,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.store = store;
    this.lookup = lookup;
    this.tenancy = tenancy;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /// Makes a token; the answer is its text, which nobody can look up later.
  String make(SignedIn by, String name, Set<Action> scopes, LocalDate expiresOn) {
    var secret = OneTimeSecret.forLink();
    var token =
        new ApiToken(
            ids.next(), name.strip(), scopes, by.id(), clock.instant(), expiresOn, null, null);
    tenancy.within(
        by.organisation(),
        () -> {
          store.insert(token, secret.hash(PURPOSE));
          events.publishEvent(new AccessEvent.TokenMade(by.id(), token.id()));
        });
    return PREFIX + secret.text();
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

  /// The machine that holds this token, if it works today.
  Optional<SignedInToken> machine(String bearer) {
    if (!bearer.startsWith(PREFIX) || bearer.length() > LONGEST_BEARER) {
      return Optional.empty();
    }
    byte[] hash = new OneTimeSecret(bearer.substring(PREFIX.length())).hash(PURPOSE);
    return lookup
        .byToken(hash)
        .flatMap(organisation -> Tenancy.bind(organisation, () -> machine(organisation, hash)));
  }

  LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private Optional<SignedInToken> machine(OrganisationId organisation, byte[] hash) {
    LocalDate today = today();
    Optional<ApiToken> token = store.byHash(hash).filter(found -> found.worksOn(today));
    token
        .filter(found -> !today.equals(found.lastUsedOn()))
        .ifPresent(found -> store.used(found.id(), today));
    // Holding the token is the proof.
    return token.map(
        found ->
            new SignedInToken(
                SignedIn.machine(
                    new PersonId(found.id()), organisation, found.name(), found.scopes()),
                clock.instant()));
  }
}
