package org.clew.linkage;

import java.util.Optional;

/// The one text in which a value is compared in a batch: that of its [Form]. [Quick] is a shorter
/// way to the same.
final class Normal {
  private Normal() {}

  /// The text, empty where the value says nothing of this kind.
  static String of(Kind kind, String written, String region) {
    String cleaned = Written.clean(written);
    if (cleaned.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    Optional<Form> form = Field.of(kind).read(kind, cleaned, region);
    return form.map(Form::normal).orElse("");
  }
}
