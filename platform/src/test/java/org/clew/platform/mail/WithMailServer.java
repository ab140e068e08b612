package org.clew.platform.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.People;
import org.clew.platform.access.Person;
import org.clew.platform.access.PublicAddress;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.concerns.Answer;
import org.clew.platform.concerns.Answers;
import org.clew.platform.concerns.Report;
import org.clew.platform.concerns.Reports;
import org.clew.platform.concerns.Told;
import org.clew.platform.concerns.Way;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.clew.platform.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// An organisation, a mail server of the test's own (for as long as the tests run), and times of
/// the test's own.
@ClewTest
abstract class WithMailServer {

  static final GreenMail POST = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  static final Duration AFTER_ALL = Duration.ofMinutes(31);

  @Autowired As as;
  @Autowired Reports reports;
  @Autowired MailStore store;
  @Autowired Carrier carrier;
  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired PublicAddress address;
  @Autowired Words words;
  @Autowired Tenancy tenancy;
  @Autowired JdbcClient sql;
  @Autowired MockMvc mvc;

  Organisation harbour;
  SignedIn amina;

  @DynamicPropertySource
  static void aMailServer(DynamicPropertyRegistry settings) {
    POST.start();
    settings.add("clew.mail.host", () -> "127.0.0.1");
    settings.add("clew.mail.port", () -> POST.getSmtp().getPort());
    settings.add("clew.mail.tls", () -> "none");
    settings.add("clew.mail.from", () -> "clew@example.org");
  }

  @BeforeEach
  void aHelpline() {
    harbour = as.organisation();
    amina = worker(harbour, Role.HELPLINE_WORKER);
  }

  void file(String words) {
    reports.file(
        new Report(
            harbour.id(),
            Way.WORRIED,
            Language.SPANISH,
            new Answers(Answer.YES, Answer.YES, Answer.YES),
            Told.words(words)));
  }

  void run(Duration later) {
    run(later, carrier);
  }

  void run(Duration later, Carrier by) {
    mails(Instant.now().plus(later), by).run();
  }

  Mails mails(Instant now, Carrier by) {
    return new Mails(
        store,
        by,
        Mails.Window.USUAL,
        people,
        organisations,
        address,
        words,
        tenancy,
        new SecureRandom(),
        () -> now);
  }

  static Carrier nowhere() {
    return new SmtpCarrier(smtp(1, MailSettings.Tls.NONE));
  }

  static MailSettings.Smtp smtp(int port, MailSettings.Tls tls) {
    return new MailSettings.Smtp("127.0.0.1", port, tls, "", null, "clew@example.org");
  }

  SignedIn worker(Organisation organisation, Role role) {
    return member(organisation, "Amina K.", UUID.randomUUID() + "@example.org", role);
  }

  /// Somebody who has come in before.
  SignedIn member(Organisation organisation, String name, String email, Role role) {
    return tenancy.within(
        organisation.id(),
        () -> {
          Person person = people.add(name, email, Set.of(role));
          sql.sql(
                  """
                  insert into password (person_id, organisation_id, hash, changed_at)
                  values (:person, :organisation, 'none', now())
                  """)
              .param("person", person.id().value())
              .param("organisation", organisation.id().value())
              .update();
          return SignedIn.person(person, organisation.name());
        });
  }

  <T> T within(Supplier<T> work) {
    return tenancy.within(harbour.id(), work);
  }

  String email(SignedIn who) {
    return tenancy
        .within(who.organisation(), () -> people.find(who.id()))
        .map(Person::email)
        .orElseThrow();
  }

  List<MimeMessage> mails(SignedIn who) {
    return received().filter(mail -> isFor(mail, email(who))).toList();
  }

  static Stream<MimeMessage> received() {
    return Arrays.stream(POST.getReceivedMessages());
  }

  static boolean isFor(MimeMessage mail, String email) {
    try {
      return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(email);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
