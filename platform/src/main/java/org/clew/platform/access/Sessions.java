package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Who is signed in, on whichever server. A session remembers ids and moments and nothing else: who
/// somebody is and what they may do is read anew for each request, so that a lost role or a block
/// works at once. It knows no address and no browser.
@Component
final class Sessions {

  /// After this a session ends even when it is used all the time.
  static final Duration LONGEST = Duration.ofHours(12);

  /// How long the second step may take.
  static final Duration SECOND_STEP = Duration.ofMinutes(10);

  private static final String PERSON = "access.person";
  private static final String ORGANISATION = "access.organisation";
  private static final String SINCE = "access.since";
  private static final String PROVEN = "access.proven";
  private static final String HANDLE = "access.handle";
  private static final String BEFORE = "access.secondStep.";

  /// One session of somebody, as they may see it.
  record Open(UUID handle, Instant since, Instant lastUsed) {}

  private final FindByIndexNameSessionRepository<? extends Session> repository;
  private final PersonStore people;
  private final OrganisationStore organisations;
  private final InstantSource clock;

  Sessions(
      FindByIndexNameSessionRepository<? extends Session> repository,
      PersonStore people,
      OrganisationStore organisations,
      InstantSource clock) {
    this.repository = repository;
    this.people = people;
    this.organisations = organisations;
    this.clock = clock;
  }

  /// Lets somebody in, in a session that did not exist before.
  void begin(HttpServletRequest request, Found who) {
    HttpSession session = fresh(request);
    session.setAttribute(PERSON, who.person().toString());
    session.setAttribute(ORGANISATION, who.organisation().toString());
    session.setAttribute(SINCE, clock.millis());
    session.setAttribute(PROVEN, clock.millis());
    session.setAttribute(HANDLE, UUID.randomUUID().toString());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.person().toString());
  }

  /// Remembers who passed the first step and is not in yet.
  void waitForSecondStep(HttpServletRequest request, Found who) {
    HttpSession session = fresh(request);
    session.setAttribute(BEFORE + PERSON, who.person().toString());
    session.setAttribute(BEFORE + ORGANISATION, who.organisation().toString());
    session.setAttribute(BEFORE + SINCE, clock.millis());
  }

  /// Who passed the first step lately.
  Optional<Found> waiting(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(BEFORE + SINCE) instanceof Long since)
        || since + SECOND_STEP.toMillis() < clock.millis()) {
      return Optional.empty();
    }
    return found(session, BEFORE);
  }

  /// Remembers that somebody has just proved again who they are.
  void prove(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(PROVEN, clock.millis());
    }
  }

  /// Whoever the session belongs to, as they are now; none when the session is too old or its
  /// person is kept out.
  Optional<SignedInToken> recall(HttpSession session) {
    Optional<Found> found = found(session, "");
    if (found.isEmpty()
        || !(session.getAttribute(SINCE) instanceof Long since)
        || since + LONGEST.toMillis() < clock.millis()) {
      return Optional.empty();
    }
    Instant proven =
        session.getAttribute(PROVEN) instanceof Long at ? Instant.ofEpochMilli(at) : Instant.EPOCH;
    return found
        .flatMap(who -> Tenancy.bind(who.organisation(), () -> people.find(who.person())))
        .filter(person -> !person.blocked())
        .map(person -> new SignedInToken(signedIn(person), proven));
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /// The sessions somebody has open, latest first.
  List<Open> open(PersonId person) {
    return sessions(person).values().stream()
        .flatMap(session -> open(session).stream())
        .sorted(Comparator.comparing(Open::lastUsed).reversed())
        .toList();
  }

  /// The handle of the session of this request.
  @Nullable UUID current(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(HANDLE) instanceof String handle
        ? UUID.fromString(handle)
        : null;
  }

  /// Ends one of somebody's own sessions; false when they have none such.
  boolean end(PersonId person, UUID handle) {
    for (Map.Entry<String, ? extends Session> entry : sessions(person).entrySet()) {
      if (open(entry.getValue()).filter(open -> open.handle().equals(handle)).isPresent()) {
        repository.deleteById(entry.getKey());
        return true;
      }
    }
    return false;
  }

  /// Ends all of somebody's sessions but the one with this handle.
  void endAllBut(PersonId person, @Nullable UUID kept) {
    sessions(person)
        .forEach(
            (id, session) -> {
              if (kept == null
                  || open(session).filter(open -> open.handle().equals(kept)).isEmpty()) {
                repository.deleteById(id);
              }
            });
  }

  void endAll(PersonId person) {
    endAllBut(person, null);
  }

  private SignedIn signedIn(Person person) {
    return SignedIn.person(
        person, organisations.find(person.organisation()).map(Organisation::name).orElse(""));
  }

  private Map<String, ? extends Session> sessions(PersonId person) {
    return repository.findByPrincipalName(person.toString());
  }

  private static Optional<Open> open(Session session) {
    @Nullable String handle = session.getAttribute(HANDLE);
    @Nullable Long since = session.getAttribute(SINCE);
    return handle == null || since == null || session.isExpired()
        ? Optional.empty()
        : Optional.of(
            new Open(
                UUID.fromString(handle),
                Instant.ofEpochMilli(since),
                session.getLastAccessedTime()));
  }

  private static Optional<Found> found(HttpSession session, String prefix) {
    return session.getAttribute(prefix + PERSON) instanceof String person
            && session.getAttribute(prefix + ORGANISATION) instanceof String organisation
        ? Optional.of(
            new Found(
                new PersonId(UUID.fromString(person)),
                new OrganisationId(UUID.fromString(organisation))))
        : Optional.empty();
  }

  private static HttpSession fresh(HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    return request.getSession(true);
  }
}
