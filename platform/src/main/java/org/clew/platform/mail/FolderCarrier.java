package org.clew.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Writes mails into a folder, for the demo: any mail program opens them.
///
/// @param folder where they go
record FolderCarrier(Path folder) implements Carrier {

  @Override
  public void carry(NeutralMail mail) {
    String name = mail.sentAt().toString().replace(':', '-');
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, name + "-", ".eml");
      try (OutputStream out = Files.newOutputStream(file)) {
        mail.message(Session.getInstance(new Properties())).writeTo(out);
      }
    } catch (IOException | MessagingException e) {
      throw new NotCarried(e);
    }
  }

  @Override
  public String from() {
    return "clew@example.org";
  }

  @Override
  public String messageKey() {
    return "mail.settings.way.folder";
  }
}
