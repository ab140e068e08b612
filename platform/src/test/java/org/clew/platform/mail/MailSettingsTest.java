package org.clew.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.clew.platform.database.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

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

  @Test
  void everySettingIsReadFromItsVariable() {
    Map<String, Object> variables =
        Map.of(
            "CLEW_MAIL_HOST", "mail.example.org",
            "CLEW_MAIL_PORT", "2525",
            "CLEW_MAIL_TLS", "implicit",
            "CLEW_MAIL_USER", "clew",
            "CLEW_MAIL_PASSWORD_FILE", "/etc/clew/mail",
            "CLEW_MAIL_FROM", "clew@example.org");
    assertThat(read(variables))
        .isEqualTo(
            new MailSettings.Smtp(
                "mail.example.org",
                2525,
                MailSettings.Tls.IMPLICIT,
                "clew",
                Path.of("/etc/clew/mail"),
                "clew@example.org"));
    MailSettings.Smtp usual =
        read(Map.of("CLEW_MAIL_HOST", "mail.example.org", "CLEW_MAIL_FROM", "clew@example.org"));
    assertThat(usual.tls()).isEqualTo(MailSettings.Tls.STARTTLS);
    assertThat(usual.portOrUsual()).isEqualTo(587);
    assertThat(read(Map.of()).isGiven()).isFalse();
  }

  private static MailSettings.Smtp read(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return Binder.get(environment).bindOrCreate("clew", MailSettings.class).mail();
  }

  private static void refused(String why, Supplier<Object> settings) {
    assertThatThrownBy(settings::get).isInstanceOf(StartRefused.class).hasMessageContaining(why);
  }
}
