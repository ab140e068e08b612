package org.clew.platform.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands mails to a mail server, which must show a certificate of its name.
final class SmtpCarrier implements Carrier {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final String from;

  SmtpCarrier(MailSettings.Smtp settings) {
    from = settings.from();
    sender.setHost(settings.host());
    sender.setPort(settings.portOrUsual());
    sender.setJavaMailProperties(properties(settings));
    if (!settings.user().isEmpty()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
  }

  private static Properties properties(MailSettings.Smtp settings) {
    String wait = Long.toString(LONGEST_WAIT.toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", wait);
    properties.setProperty("mail.smtp.timeout", wait);
    properties.setProperty("mail.smtp.writetimeout", wait);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.tls()) {
      case IMPLICIT -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
    }
    // What the server calls itself is nobody's business.
    properties.setProperty("mail.smtp.localhost", "localhost");
    return properties;
  }

  @Override
  public void carry(NeutralMail mail) {
    try {
      sender.send(mail.message(sender.getSession()));
    } catch (MailException | MessagingException e) {
      throw new NotCarried(e);
    }
  }

  @Override
  public String from() {
    return from;
  }

  @Override
  public String messageKey() {
    return "mail.settings.way.smtp";
  }
}
