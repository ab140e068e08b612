package org.clew.platform.mail;

import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.clew.platform.access.Action;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.People;
import org.clew.platform.access.Person;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.PublicAddress;
import org.clew.platform.concerns.ConcernEvents;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.clew.platform.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/// Tells people that something waits. The first news begins a round of its organisation; whatever
/// comes before the round is due is told with it. When a round is due lies at random within
/// [Window], the same for everybody of the organisation, so that neither one mail nor many tell
/// when somebody reported.
///
/// What is due is in the database: a restart loses nothing, and of several servers one takes it up.
/// A server that dies between handing a mail over and writing it down has it sent twice.
final class Mails {

  private static final Logger LOG = LoggerFactory.getLogger(Mails.class);

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /// About a day of trying.
  private static final int MOST_TRIES = 30;

  private final MailStore store;
  private final Carrier carrier;
  private final Window window;
  private final People people;
  private final Organisations organisations;
  private final PublicAddress address;
  private final Words words;
  private final Tenancy tenancy;
  private final RandomGenerator random;
  private final InstantSource clock;

  Mails(
      MailStore store,
      Carrier carrier,
      Window window,
      People people,
      Organisations organisations,
      PublicAddress address,
      Words words,
      Tenancy tenancy,
      RandomGenerator random,
      InstantSource clock) {
    this.store = store;
    this.carrier = carrier;
    this.window = window;
    this.people = people;
    this.organisations = organisations;
    this.address = address;
    this.words = words;
    this.tenancy = tenancy;
    this.random = random;
    this.clock = clock;
  }

  /// Begins a round in the transaction in which the concern came: both are kept or neither.
  @EventListener
  void on(ConcernEvents.Arrived arrived) {
    news();
  }

  @EventListener
  void on(ConcernEvents.Replied replied) {
    news();
  }

  private void news() {
    if (!(carrier instanceof NoCarrier) && store.isWanted()) {
      store.beginRound(clock.instant().plus(window.pick(random)));
    }
  }

  /// Hands over what is due. Stops at the first mail that cannot be handed over: the others would
  /// wait for the same server. They come again, and that one after a while.
  void run() {
    if (carrier instanceof NoCarrier) {
      return;
    }
    for (Organisation organisation : organisations.all()) {
      OrganisationId id = organisation.id();
      tenancy.within(id, this::open);
      for (MailStore.Due due : tenancy.within(id, () -> store.due(clock.instant()))) {
        if (!handOver(id, due)) {
          return;
        }
      }
    }
  }

  /// Makes of a round that is due a mail for each whom it concerns.
  private void open() {
    if (store.takeRound(clock.instant())) {
      people.toTell(Action.VIEW_INBOX).forEach(person -> store.add(person.id(), clock.instant()));
    }
  }

  private boolean handOver(OrganisationId organisation, MailStore.Due due) {
    Optional<NeutralMail> mail = tenancy.within(organisation, () -> claim(due));
    if (mail.isEmpty()) {
      return true;
    }
    try {
      carrier.carry(mail.get());
    } catch (NotCarried trouble) {
      boolean last = due.tries() + 1 >= MOST_TRIES;
      LOG.warn(
          "A mail could not be handed over at try {} ({}); {}",
          due.tries() + 1,
          trouble.getMessage(),
          last ? "it is given up" : "it is tried again");
      if (last) {
        tenancy.within(organisation, () -> store.remove(due.person()));
      }
      return false;
    }
    tenancy.within(organisation, () -> store.remove(due.person()));
    return true;
  }

  /// The mail, when it is ours to send: counted as a try that failed until it is handed over, so
  /// that neither another server nor this one after a crash sends it at once again.
  private Optional<NeutralMail> claim(MailStore.Due due) {
    if (!store.claim(due, clock.instant().plus(wait(due.tries())))) {
      return Optional.empty();
    }
    Optional<NeutralMail> mail = Optional.ofNullable(told().get(due.person())).flatMap(this::mail);
    if (mail.isEmpty()) {
      store.remove(due.person());
    }
    return mail;
  }

  private Map<PersonId, Person> told() {
    List<Person> all = store.isWanted() ? people.toTell(Action.VIEW_INBOX) : List.of();
    return all.stream().collect(Collectors.toMap(Person::id, Function.identity()));
  }

  private Optional<NeutralMail> mail(Person person) {
    Language language = Optional.ofNullable(person.language()).orElse(Language.ENGLISH);
    InternetAddress from = NeutralMail.address(carrier.from()).orElseThrow();
    return NeutralMail.address(person.email())
        .map(
            to ->
                new NeutralMail(
                    from,
                    to,
                    language,
                    words.say(language, "mail.subject"),
                    words.say(language, "mail.text", address.origin()),
                    clock.instant()));
  }

  private static Duration wait(int tries) {
    Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 10));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  /// How long after the first news a mail goes.
  ///
  /// @param soonest the shortest time
  /// @param latest the longest time
  record Window(Duration soonest, Duration latest) {

    static final Window USUAL = new Window(Duration.ofMinutes(10), Duration.ofMinutes(30));

    /// Nobody waits half an hour to try something out, and nobody has reported anything.
    static final Window DEMO = new Window(Duration.ofSeconds(20), Duration.ofSeconds(60));

    Duration pick(RandomGenerator random) {
      return Duration.ofMillis(random.nextLong(soonest.toMillis(), latest.toMillis() + 1));
    }
  }
}
