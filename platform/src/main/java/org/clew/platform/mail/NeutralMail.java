package org.clew.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.web.Language;

/// The one mail there is: that something waits. It says the same for everything and everybody of
/// one language; no count, no name, no urgency, no picture, no link but the public address.
///
/// @param from the address it comes from
/// @param to the address it goes to
/// @param sentAt when it is handed over
record NeutralMail(
    InternetAddress from,
    InternetAddress to,
    Language language,
    String subject,
    String text,
    Instant sentAt) {

  /// What somebody wrote as an address, if a mail server could take it for one and for nothing
  /// else: not two addresses, no name beside it, no line of a header after it.
  static Optional<InternetAddress> address(String written) {
    try {
      var address = new InternetAddress(written, true);
      return written.equals(address.getAddress()) && written.indexOf('@') > 0
          ? Optional.of(address)
          : Optional.empty();
    } catch (AddressException _) {
      return Optional.empty();
    }
  }

  /// As it travels (RFC 5322), marked as written by no person (RFC 3834).
  MimeMessage message(Session session) throws MessagingException {
    var message = new Traceless(session, from);
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, to);
    message.setSubject(subject, StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(sentAt));
    message.setText(text, StandardCharsets.UTF_8.name());
    message.setContentLanguage(new String[] {language.tag()});
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /// A message whose id tells nothing of the machine that made it.
  private static final class Traceless extends MimeMessage {

    private final String id;

    Traceless(Session session, InternetAddress from) {
      super(session);
      String address = from.getAddress();
      id = "<" + UUID.randomUUID() + address.substring(address.lastIndexOf('@')) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
