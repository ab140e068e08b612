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
  /// | e-mail | lower case, host in ASCII |
  /// | account, document, vehicle | capitals and digits only |
  /// | username | lower case, without `@` or the address of the service |
  /// | birth date | ISO 8601: `1990-04-12`, `1990-04` or `1990` |
  /// | postcode | capitals and digits only |
  /// | number | decimal point, no separators, no unit or currency: `1299.5` |
  /// | country | ISO 3166 alpha-2, by name in nine languages or by code |
  /// | names, places, addresses, titles, text, answers | NFKC, one space between words, nothing unseen; case and script stay |
  ///
  /// @param region ISO 3166 alpha-2 code for phones without a country code, or an empty string
  /// @return empty where the text cannot be a value of this kind
  public static Optional<String> normalise(Kind kind, String text, String region) {
    String cleaned = Written.clean(text);
    if (cleaned.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    return switch (kind) {
      case PHONE -> Phones.read(cleaned, region).map(Identifiers::phone);
      case EMAIL -> Emails.address(cleaned);
      case ACCOUNT, DOCUMENT, VEHICLE, USERNAME -> Codes.code(kind, cleaned);
      case BIRTH_DATE -> Days.read(cleaned, region).flatMap(Days::iso);
      case POSTCODE -> Labels.label(kind, cleaned);
      case COUNTRY ->
          Labels.Countries.isKnown(cleaned) ? Labels.label(kind, cleaned) : Optional.empty();
      case NUMBER -> Labels.label(kind, cleaned);
      case NAME,
          GIVEN_NAME,
          FAMILY_NAME,
          ORGANISATION_NAME,
          ADDRESS,
          PLACE,
          CATEGORY,
          TITLE,
          TEXT ->
          Optional.of(cleaned);
    };
  }

  private static String phone(Form.Phone phone) {
    return phone.reach() == Form.Phone.Reach.INTERNATIONAL ? "+" + phone.digits() : phone.digits();
  }
}
