package org.clew.linkage;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.clew.linkage.Form.Phone;
import org.clew.linkage.Form.Phone.Reach;

/// Phone numbers. A number need be *possible* (ITU-T E.164 length for its country), never valid:
/// reserved and fictional ranges count. Fewer digits are the ending of a number.
final class Phones implements Field {
  static final Phones FIELD = new Phones();

  private static final int SHORTEST = 4;
  private static final int LONGEST = 17;
  private static final int WHOLE = 7;
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)[\\s,;]*(?:ext|extension|extn|anexo|#|x)[\\s.:]*\\d{1,6}$");

  private Phones() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    return read(cleaned, region).map(phone -> phone);
  }

  static Optional<Phone> read(String cleaned, String region) {
    String text = EXTENSION.matcher(cleaned).replaceFirst("");
    String digits = Written.digits(text);
    if (digits.length() < SHORTEST || digits.length() > LONGEST) {
      return Optional.empty();
    }
    boolean plus = text.indexOf('+') >= 0 && !hasDigit(text.substring(0, text.indexOf('+')));
    if (!plus && digits.startsWith("00") && digits.length() > 9) {
      Optional<Phone> dialled = international("+" + digits.substring(2), "ZZ");
      if (dialled.isPresent()) {
        return dialled;
      }
    }
    if (digits.length() >= WHOLE && (plus || !region.isEmpty())) {
      String home = region.isEmpty() ? "ZZ" : region.toUpperCase(Locale.ROOT);
      Optional<Phone> whole = international(plus ? "+" + digits : digits, home);
      if (whole.isPresent()) {
        return whole;
      }
    }
    return Optional.of(new Phone(digits, Reach.LOCAL));
  }

  private static Optional<Phone> international(String number, String region) {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber parsed = phones.parse(number, region);
      if (phones.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE) {
        String e164 = phones.format(parsed, PhoneNumberFormat.E164);
        return Optional.of(new Phone(e164.substring(1), Reach.INTERNATIONAL));
      }
    } catch (NumberParseException _) {
      // not a number of that region: its digits are kept as typed
    }
    return Optional.empty();
  }

  private static boolean hasDigit(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    String digits = ((Phone) form).digits();
    int length = digits.length();
    sink.accept(whole((Phone) form));
    sink.accept(Keys.of(kind, Keys.Way.ENDING, digits.substring(length - 4)));
    if (length >= 6) {
      sink.accept(Keys.of(kind, Keys.Way.LONG_ENDING, digits.substring(length - 6)));
    }
    if (length >= 8) {
      sink.accept(front(digits));
    }
  }

  private static long whole(Phone phone) {
    String sign = phone.reach() == Reach.INTERNATIONAL ? "+" : "";
    return Keys.of(Kind.PHONE, Keys.Way.WHOLE, sign + phone.digits());
  }

  /// All but the last four digits: with the ending it splits a number in two, so that one slip
  /// leaves the other half to find it by.
  private static long front(String digits) {
    int length = digits.length();
    return Keys.of(
        Kind.PHONE, Keys.Way.FRONT, digits.substring(Math.max(0, length - 9), length - 4));
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    Phone a = (Phone) asked;
    Phone b = (Phone) found;
    Model model = Model.of(kind);
    if (a.digits().equals(b.digits()) && (a.reach() == b.reach() || a.digits().length() > WHOLE)) {
      return new Outcome(
          Agreement.EXACT, Model.bits(model.exact(), chance(a, b, counts)), counts.of(whole(b)));
    }
    String longer = a.digits().length() >= b.digits().length() ? a.digits() : b.digits();
    String shorter = longer.equals(a.digits()) ? b.digits() : a.digits();
    String bare = stripZeros(shorter);
    if (a.reach() != b.reach() && bare.length() >= WHOLE && longer.endsWith(bare)) {
      return new Outcome(
          Agreement.SAME_WRITTEN_DIFFERENTLY,
          Model.bits(0.5, chance(a, b, counts) + 1e-6),
          counts.of(whole(b)));
    }
    if (shorter.length() < longer.length() && longer.endsWith(shorter)) {
      return ending(shorter, counts);
    }
    if (shorter.length() >= 8 && Spelling.within(a.digits(), b.digits(), 1)) {
      double near = (counts.others(front(a.digits())) + counts.others(front(b.digits()))) / 2.0;
      double u = 2e-5 + chance(a, b, counts) + 0.004 * near / (counts.holders(kind) + 1);
      return new Outcome(Agreement.CLOSE_SPELLING, Model.bits(0.05, u), counts.of(whole(b)));
    }
    return Outcome.different(model);
  }

  private static double chance(Phone a, Phone b, Counts counts) {
    return counts.chance(Kind.PHONE, whole(a)) / 2 + counts.chance(Kind.PHONE, whole(b)) / 2;
  }

  private static Outcome ending(String ending, Counts counts) {
    int length = ending.length();
    Keys.Way way = length >= 6 ? Keys.Way.LONG_ENDING : Keys.Way.ENDING;
    String kept = ending.substring(length - (length >= 6 ? 6 : 4));
    long key = Keys.of(Kind.PHONE, way, kept);
    double share = counts.others(key) / (counts.holders(Kind.PHONE) + 1.0);
    double extra = Math.pow(10, kept.length() - length);
    double u = Math.max(1.2 * Math.pow(10, -length), share * extra);
    return new Outcome(Agreement.ENDS_WITH, Model.bits(0.5, u), counts.of(key));
  }

  private static String stripZeros(String digits) {
    int at = 0;
    while (at < digits.length() - 1 && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }
}
