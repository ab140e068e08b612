package org.clew.platform.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.clew.platform.database.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may choose about mail.
///
/// @param demo whether this is the demo, where nothing leaves the machine
/// @param mail the server that takes mail; without a host nothing is sent
@ConfigurationProperties("clew")
record MailSettings(@DefaultValue("false") boolean demo, @DefaultValue Smtp mail) {

  /// How a connection to the mail server is encrypted.
  enum Tls {
    /// From the first moment, usually at port 465.
    IMPLICIT,
    /// From the command of that name on, which must work, usually at port 587 (RFC 3207).
    STARTTLS,
    /// Not at all: on this machine only.
    NONE
  }

  /// A server that takes mail (RFC 6409).
  ///
  /// @param port where it listens; 465, 587 or 25 when not given, by `tls`
  /// @param user whom to sign in as; empty: nobody
  /// @param passwordFile the file that holds the password
  /// @param from the address mails come from
  record Smtp(
      @DefaultValue("") String host,
      @Nullable Integer port,
      @DefaultValue("STARTTLS") Tls tls,
      @DefaultValue("") String user,
      @Nullable Path passwordFile,
      @DefaultValue("") String from) {

    Smtp {
      if (!host.isEmpty()) {
        if (tls == Tls.NONE && !isHere(host)) {
          throw new StartRefused(
              "CLEW_MAIL_TLS=none would hand mail to "
                  + host
                  + " in the clear, with everybody's address in it: use starttls or implicit, or a"
                  + " mail server on this machine.");
        }
        if (port != null && (port < 1 || port > 65_535)) {
          throw new StartRefused("The setting CLEW_MAIL_PORT needs a number from 1 to 65535.");
        }
        if (NeutralMail.address(from).isEmpty()) {
          throw new StartRefused(
              "The setting CLEW_MAIL_FROM needs the address that mails come from, such as"
                  + " clew@example.org.");
        }
        if (user.isEmpty() != (passwordFile == null)) {
          throw new StartRefused(
              "Signing in at a mail server needs both CLEW_MAIL_USER and CLEW_MAIL_PASSWORD_FILE.");
        }
      }
    }

    /// Whether there is a server at all.
    boolean isGiven() {
      return !host.isEmpty();
    }

    int portOrUsual() {
      if (port != null) {
        return port;
      }
      return switch (tls) {
        case IMPLICIT -> 465;
        case STARTTLS -> 587;
        case NONE -> 25;
      };
    }

    /// What the password file holds; null when there is none.
    @Nullable String password() {
      if (passwordFile == null) {
        return null;
      }
      try {
        return Files.readString(passwordFile).strip();
      } catch (IOException e) {
        throw new StartRefused("The password file " + passwordFile + " cannot be read.");
      }
    }

    private static boolean isHere(String host) {
      try {
        return host.toLowerCase(Locale.ROOT).equals("localhost")
            || InetAddress.ofLiteral(host).isLoopbackAddress();
      } catch (IllegalArgumentException _) {
        return false;
      }
    }
  }
}
