package org.clew.linkage;

import java.util.Optional;
import java.util.function.LongConsumer;

/// All that is special to values of a kind: how they are read, under which keys they are found, and
/// how two of them compare. Stateless.
interface Field {

  /// Makes a value ready.
  ///
  /// @param cleaned as [Written#clean] gives it, not empty
  /// @return nothing if the text says nothing of this kind
  Optional<Form> read(Kind kind, String cleaned, String region);

  /// The keys under which a record that holds the value is found and counted.
  void keys(Kind kind, Form form, LongConsumer sink);

  /// How the value asked about and the value found compare; the same both ways round.
  Outcome compare(Kind kind, Form asked, Form found, Counts counts);

  /// The field of a kind.
  static Field of(Kind kind) {
    return switch (kind) {
      case NAME, GIVEN_NAME, FAMILY_NAME -> PersonNames.FIELD;
      case ORGANISATION_NAME, ADDRESS, TITLE, TEXT -> Phrases.FIELD;
      case PHONE -> Phones.FIELD;
      case EMAIL -> Emails.FIELD;
      case ACCOUNT, DOCUMENT, VEHICLE, USERNAME -> Codes.FIELD;
      case BIRTH_DATE -> Days.FIELD;
      case PLACE -> Places.FIELD;
      case POSTCODE, COUNTRY, CATEGORY, NUMBER -> Labels.FIELD;
    };
  }
}
