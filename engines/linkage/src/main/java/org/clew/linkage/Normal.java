package org.clew.linkage;

import java.util.Optional;
import java.util.stream.Collectors;

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
    return form.map(Normal::text).orElse("");
  }

  private static String text(Form form) {
    return switch (form) {
      case Form.Words words ->
          words.words().stream().map(Word::toString).collect(Collectors.joining(" "));
      case Form.Phone phone ->
          phone.reach() == Form.Phone.Reach.INTERNATIONAL ? "+" + phone.digits() : phone.digits();
      case Form.Email email -> email.address();
      case Form.Code code -> code.code();
      case Form.Day day ->
          String.valueOf(day.year() * 10_000 + day.month() % 100 * 100 + day.day() % 100);
    };
  }
}
