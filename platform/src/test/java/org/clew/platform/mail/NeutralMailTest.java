package org.clew.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a mail says, and how it gets there.
class NeutralMailTest extends WithMailServer {

  @Test
  void aMailSaysTheSameForEverythingAndNothingOfWhatCame() throws Exception {
    SignedIn noor = worker(harbour, Role.HELPLINE_WORKER);
    within(
        () ->
            sql.sql("update person set language = 'ar' where id = :id")
                .param("id", noor.id().value())
                .update());
    file("Canary Mill Lane, +44 7700 900188");
    run(AFTER_ALL);
    MimeMessage mail = mails(amina).getFirst();
    assertThat(mail.getSubject()).isEqualTo("Something waits for you");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(text(mail))
        .isEqualTo(words.say(Language.ENGLISH, "mail.text", address.origin()).strip());
    assertThat(text(mail).replace(address.origin(), "")).doesNotContain("http", "/", "1", "2");
    assertThat(Collections.list(mail.getAllHeaders()).stream().map(header -> header.getName()))
        .containsOnly(
            "Return-Path",
            "Received",
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Content-Language",
            "Auto-Submitted");
    assertThat(mail.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@example\\.org>");
    assertThat(GreenMailUtil.getWholeMessage(mail))
        .doesNotContain(
            "Canary", "900188", harbour.name(), harbour.id().toString(), "Amina", "eport");
    MimeMessage arabic = mails(noor).getFirst();
    assertThat(arabic.getSubject()).isEqualTo(words.say(Language.ARABIC, "mail.subject"));
    assertThat(text(arabic))
        .isEqualTo(words.say(Language.ARABIC, "mail.text", address.origin()).strip());
  }

  @Test
  void noAddressOpensAnotherLineOrAnotherEnvelope() {
    String mine = UUID.randomUUID() + "@example.org";
    String theirs = UUID.randomUUID() + "@example.org";
    for (String odd :
        List.of(
            mine + "\r\nbcc: " + theirs,
            mine + "\nto: " + theirs,
            mine + "," + theirs,
            "amina <" + theirs + ">",
            theirs + ">\r\nrcpt to:<" + mine,
            "@" + theirs)) {
      member(harbour, "Amina\r\nBcc: " + theirs, odd, Role.HELPLINE_WORKER);
    }
    file("Something");
    run(AFTER_ALL);
    assertThat(mails(amina)).hasSize(1);
    assertThat(received().filter(mail -> isFor(mail, mine) || isFor(mail, theirs))).isEmpty();
    assertThat(within(store::failing)).isZero();
  }

  @Test
  void neverGoesInTheClearWhereEncryptionWasAskedFor() {
    var settings = smtp(POST.getSmtp().getPort(), MailSettings.Tls.STARTTLS);
    file("Something");
    run(AFTER_ALL, new SmtpCarrier(settings));
    assertThat(mails(amina)).isEmpty();
    assertThat(within(store::failing)).isEqualTo(1);
  }

  @Test
  void signsInAtTheMailServerWithThePasswordOfTheFile(@TempDir Path folder) throws IOException {
    POST.setUser("clew@example.org", "clew", "a thread");
    Path file = Files.writeString(folder.resolve("password"), "wrong\n");
    file("Something");
    run(AFTER_ALL, new SmtpCarrier(user(file)));
    assertThat(mails(amina)).isEmpty();
    Files.writeString(file, "a thread\n");
    run(AFTER_ALL.plus(Duration.ofHours(1)), new SmtpCarrier(user(file)));
    assertThat(mails(amina)).hasSize(1);
  }

  @Test
  void theDemoWritesFilesThatAMailProgramOpens(@TempDir Path folder) throws Exception {
    file("Something");
    run(AFTER_ALL, new FolderCarrier(folder.resolve("mail")));
    assertThat(mails(amina)).isEmpty();
    try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
      Path written =
          files.filter(each -> isFor(read(each), email(amina))).findFirst().orElseThrow();
      assertThat(written.getFileName().toString()).endsWith(".eml");
      assertThat(read(written).getSubject()).isEqualTo("Something waits for you");
    }
  }

  private static MailSettings.Smtp user(Path passwordFile) {
    return new MailSettings.Smtp(
        "127.0.0.1",
        POST.getSmtp().getPort(),
        MailSettings.Tls.NONE,
        "clew",
        passwordFile,
        "clew@example.org");
  }

  private static MimeMessage read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new MimeMessage(null, in);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) throws Exception {
    return mail.getContent().toString().replace("\r\n", "\n").strip();
  }
}
