package org.clew.linkage;

import java.util.Optional;
import java.util.stream.Collectors;

/// The one text in which a value is compared in a batch: that of its [Form], by a shorter way where
/// it is plain ASCII and the way changes nothing.
final class Normal {
  private Normal() {}

  /// The text, empty where the value says nothing of this kind.
  static String of(Kind kind, String written, String region) {
    String quick = quick(kind, written, region);
    if (!quick.isEmpty()) {
      return quick;
    }
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

  private static String quick(Kind kind, String written, String region) {
    return switch (kind) {
      case GIVEN_NAME, FAMILY_NAME -> name(written);
      case EMAIL -> email(written);
      case PHONE -> phone(written, region);
      case BIRTH_DATE -> date(written);
      case POSTCODE, DOCUMENT, ACCOUNT, VEHICLE -> code(written);
      default -> "";
    };
  }

  /// One word of letters from A to Z.
  private static String name(String written) {
    int length = written.length();
    if (length < 2 || length > 40) {
      return "";
    }
    boolean lower = true;
    for (int i = 0; i < length; i++) {
      char c = written.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      if (!small && !(c >= 'A' && c <= 'Z')) {
        return "";
      }
      lower &= small;
    }
    String name = lower ? written : lower(written);
    return name.startsWith("abd") ? "" : name;
  }

  private static String lower(String ascii) {
    char[] out = ascii.toCharArray();
    for (int i = 0; i < out.length; i++) {
      out[i] = (char) (out[i] | 0x20);
    }
    return new String(out);
  }

  private static String email(String written) {
    int at = -1;
    int length = written.length();
    if (length > 200) {
      return "";
    }
    for (int i = 0; i < length; i++) {
      char c = written.charAt(i);
      if (c == '@') {
        if (at >= 0) {
          return "";
        }
        at = i;
      } else if (!(c >= 'a' && c <= 'z')
          && !(c >= '0' && c <= '9')
          && c != '_'
          && (c != '.' || i == at + 1 || i == length - 1)
          && (c != '-' || i == at + 1)) {
        return "";
      }
    }
    boolean usable = at > 0 && at <= 64 && at < length - 1;
    boolean dotted = usable && written.startsWith("g", at + 1);
    return usable && !dotted ? written : "";
  }

  /// A number with its country's code, or digits where there is no home region.
  private static String phone(String written, String region) {
    boolean plus = !written.isEmpty() && written.charAt(0) == '+';
    if (!plus && !region.isEmpty()) {
      return "";
    }
    StringBuilder digits = new StringBuilder(written.length());
    for (int i = plus ? 1 : 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != ' ' && c != '-' && c != '.') {
        return "";
      }
    }
    int count = digits.length();
    if (plus) {
      return count >= 9 && count <= 15 && digits.charAt(0) != '0' ? "+" + digits : "";
    }
    boolean dialled = count > 1 && digits.charAt(0) == '0' && digits.charAt(1) == '0';
    return count >= 4 && count <= 17 && !dialled ? digits.toString() : "";
  }

  /// `1990-04-12` or `19900412`.
  private static String date(String written) {
    int length = written.length();
    boolean dashed = length == 10 && written.charAt(4) == '-' && written.charAt(7) == '-';
    if (!dashed && length != 8) {
      return "";
    }
    StringBuilder digits = new StringBuilder(8);
    for (int i = 0; i < length; i++) {
      char c = written.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (!dashed || (i != 4 && i != 7)) {
        return "";
      }
    }
    boolean usable = digits.length() == 8 && (digits.charAt(0) == '1' || digits.charAt(0) == '2');
    int year = usable ? Integer.parseInt(digits, 0, 4, 10) : 0;
    return year >= 1200 && year < 2200 ? digits.toString() : "";
  }

  private static String code(String written) {
    int length = written.length();
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = written.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
        out.append(c);
      } else if (c >= 'a' && c <= 'z') {
        out.append((char) (c - 0x20));
      } else if (c != ' ' && c != '-') {
        return "";
      }
    }
    return out.length() < 2 || out.length() > 64 ? "" : out.toString();
  }
}
