package org.clew.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.clew.platform.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator says about mail, and what cannot be meant.
class MailSettingsTest {

  @Test
  void settingsThatCannotBeMeantAreRefusedInOneSentence(@TempDir Path folder) {
    refused(
        "CLEW_MAIL_TLS=none would hand mail to mail.example.org in the clear",
        () ->
            new MailSettings.Smtp(
                "mail.example.org", null, MailSettings.Tls.NONE, "", null, "clew@example.org"));
    refused(
        "The setting CLEW_MAIL_FROM needs",
        () ->
            new MailSettings.Smtp(
                "mail.example.org", null, MailSettings.Tls.STARTTLS, "", null, "clew"));
    refused(
        "The setting CLEW_MAIL_PORT needs",
        () ->
            new MailSettings.Smtp(
                "mail.example.org",
                70_000,
                MailSettings.Tls.STARTTLS,
                "",
                null,
                "clew@example.org"));
    refused(
        "both CLEW_MAIL_USER and CLEW_MAIL_PASSWORD_FILE",
        () ->
            new MailSettings.Smtp(
                "mail.example.org",
                null,
                MailSettings.Tls.STARTTLS,
                "clew",
                null,
                "clew@example.org"));
    refused(
        "cannot be read",
        () ->
            new SmtpCarrier(
                new MailSettings.Smtp(
                    "127.0.0.1",
                    null,
                    MailSettings.Tls.NONE,
                    "clew",
                    folder.resolve("none"),
                    "clew@example.org")));
    assertThat(new MailSettings.Smtp("", null, MailSettings.Tls.NONE, "", null, "").isGiven())
        .isFalse();
  }

  private static void refused(String why, Supplier<Object> settings) {
    assertThatThrownBy(settings::get).isInstanceOf(StartRefused.class).hasMessageContaining(why);
  }
}
