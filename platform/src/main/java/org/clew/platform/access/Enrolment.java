package org.clew.platform.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.clew.platform.access.screen.AuthenticatorSecret;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.springframework.stereotype.Component;

/// Gives somebody what they sign in with: a password, an authenticator app, recovery codes. A new
/// authenticator secret travels sealed in the form that asks for its first code, so that nothing is
/// kept of somebody who never comes back.
@Component
final class Enrolment {

  static final int SHORTEST_PASSWORD = 12;
  static final int LONGEST_PASSWORD = 128;
  static final int RECOVERY_CODES = 10;

  /// What somebody could try who is slowed down as a stranger is, for years.
  private static final double FEWEST_GUESSES = 1e8;

  /// Measuring more would take long and tell nothing new.
  private static final int MEASURED = 64;

  /// Shorter words of an e-mail are in too many others.
  private static final int OWN_WORD = 4;

  /// An authenticator secret whose first code was right.
  ///
  /// @param step the time step of that code, which is used up
  record Shown(SecretKey secret, long step) {

    static Shown of(byte[] secret, long step) {
      return new Shown(new SecretKeySpec(secret, "HmacSHA1"), step);
    }
  }

  private final CredentialStore credentials;
  private final Passwords passwords;
  private final AccessKey key;
  private final InstantSource clock;

  Enrolment(CredentialStore credentials, Passwords passwords, AccessKey key, InstantSource clock) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.key = key;
    this.clock = clock;
  }

  /// A new secret, to be scanned.
  AuthenticatorSecret newSecret(PersonId person, String email) {
    return secret(person, email, OneTimeCodes.newSecret());
  }

  /// The secret of a form that comes round again; a new one when it was tampered with.
  AuthenticatorSecret secretAgain(PersonId person, String email, String sealed) {
    return open(person, sealed)
        .map(secret -> secret(person, email, secret))
        .orElseGet(() -> newSecret(person, email));
  }

  /// The secret of the form, if the code belongs to it.
  Optional<Shown> shown(PersonId person, String sealed, String code) {
    return open(person, sealed)
        .flatMap(
            secret -> {
              OptionalLong step = OneTimeCodes.step(secret, code.replace(" ", ""), clock.instant());
              return step.isPresent()
                  ? Optional.of(Shown.of(secret, step.getAsLong()))
                  : Optional.empty();
            });
  }

  /// What is wrong with a new password: too short, too long, or soon guessed, as common words and
  /// the person's own e-mail are.
  Mistakes mistakes(String password, String email) {
    var wrong = new ArrayList<Mistake>();
    if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
      wrong.add(new Mistake("password", "access.password.short", SHORTEST_PASSWORD));
    } else if (password.length() > LONGEST_PASSWORD) {
      wrong.add(new Mistake("password", "access.password.long", LONGEST_PASSWORD));
    } else if (guesses(password, email) < FEWEST_GUESSES) {
      wrong.add(new Mistake("password", "access.password.easy"));
    }
    return new Mistakes(wrong);
  }

  /// How many guesses somebody would need who tries what people choose first (Wheeler 2016) and
  /// knows the person's e-mail.
  private static double guesses(String password, String email) {
    String left = password.substring(0, Math.min(MEASURED, password.length()));
    for (String own : email.split("[^\\p{L}\\p{N}]+", -1)) {
      if (own.length() >= OWN_WORD) {
        left = left.replaceAll("(?iu)" + Pattern.quote(own), "");
      }
    }
    return left.isEmpty() ? 0 : new Zxcvbn().measure(left).getGuesses();
  }

  /// The slow part of setting a password, to be done before a transaction begins.
  String hash(String password) {
    return passwords.hash(password);
  }

  void setPassword(PersonId person, String hash) {
    credentials.setPassword(person, hash);
  }

  void setAuthenticator(PersonId person, Shown shown) {
    credentials.setAuthenticator(
        person, key.seal(shown.secret().getEncoded(), SignIns.sealedFor(person)), shown.step());
  }

  /// New recovery codes in place of all older ones; they are shown once and never again.
  List<String> newRecoveryCodes(PersonId person) {
    List<OneTimeSecret> codes =
        Stream.generate(OneTimeSecret::forTyping).limit(RECOVERY_CODES).toList();
    credentials.replaceRecoveryCodes(
        person, codes.stream().map(code -> SignIns.recoveryHash(person, code)).toList());
    return codes.stream().map(OneTimeSecret::grouped).toList();
  }

  private AuthenticatorSecret secret(PersonId person, String email, byte[] secret) {
    return new AuthenticatorSecret(
        Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(secret, form(person))),
        OneTimeCodes.base32(secret).replaceAll("(.{4})(?=.)", "$1 "),
        QrCode.of(OneTimeCodes.address(secret, email)));
  }

  private Optional<byte[]> open(PersonId person, String sealed) {
    try {
      return key.open(Base64.getUrlDecoder().decode(sealed), form(person));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String form(PersonId person) {
    return "new authenticator " + person;
  }
}
