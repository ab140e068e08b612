package org.clew.linkage.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which digits are a phone number, of a home region or with their country's code. Remembers what
/// it was asked, for ads repeat their numbers.
final class PhoneCheck {
  static final int SHORTEST = 7;
  static final int LONGEST = 15;
  private static final int REMEMBERED = 1 << 15;
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  private final String region;
  private final String trunk;
  private final String country;

  /// By count of digits, whether a number of the region can have as many as it is dialled there.
  private final boolean[] possible = new boolean[LONGEST + 2];

  /// The same of a number with nothing before it.
  private final boolean[] bare = new boolean[LONGEST + 2];

  /// Whether a country's numbers are those of the region first of all, and of others that share its
  /// code after.
  private final boolean leads;

  private final Map<String, Optional<Checked>> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Checked>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// A number in E.164.
  record Checked(String number, boolean valid) {}

  /// @param region ISO 3166 alpha-2, or an empty string: then only numbers with `+` are known
  PhoneCheck(String region) {
    this.region = region;
    trunk =
        region.isEmpty()
            ? ""
            : Optional.ofNullable(UTIL.getNddPrefixForRegion(region, true)).orElse("");
    country = region.isEmpty() ? "" : String.valueOf(UTIL.getCountryCodeForRegion(region));
    leads =
        !region.isEmpty()
            && UTIL.getRegionCodeForCountryCode(Integer.parseInt(country)).equals(region);
    if (!region.isEmpty()) {
      for (int length = SHORTEST; length <= LONGEST; length++) {
        if (isPossible(length)) {
          bare[length] = true;
          possible[length] = true;
          possible[Math.min(LONGEST + 1, length + trunk.length())] = true;
          possible[Math.min(LONGEST + 1, length + country.length())] = true;
        }
      }
    }
  }

  private boolean isPossible(int length) {
    var number = new PhoneNumber();
    number.setCountryCode(Integer.parseInt(country));
    number.setNationalNumber(Long.parseLong("2".repeat(length)));
    return UTIL.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  /// Whether so many digits are worth asking about.
  boolean canBe(int length, boolean international) {
    return length >= SHORTEST && length <= LONGEST && (international || possible[length]);
  }

  /// The number that digits are, if they are one.
  Optional<Checked> check(String digits, boolean international) {
    return known.computeIfAbsent(international ? "+" + digits : digits, this::ask);
  }

  private Optional<Checked> ask(String dialled) {
    return isAsItIs(dialled) ? national(dialled) : parsed(dialled);
  }

  /// Whether nothing need be taken off the front: no sign, no zeros, no trunk or country code.
  private boolean isAsItIs(String dialled) {
    char first = dialled.charAt(0);
    return first != '+'
        && first != '0'
        && !dialled.startsWith(country)
        && (trunk.isEmpty() || !dialled.startsWith(trunk));
  }

  private Optional<Checked> national(String digits) {
    if (!bare[digits.length()]) {
      return Optional.empty();
    }
    var number = new PhoneNumber();
    number.setCountryCode(Integer.parseInt(country));
    number.setNationalNumber(Long.parseLong(digits));
    return Optional.of(new Checked("+" + country + digits, isValid(number)));
  }

  private Optional<Checked> parsed(String dialled) {
    try {
      PhoneNumber number = UTIL.parse(dialled, region.isEmpty() ? null : region);
      return UTIL.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(new Checked(UTIL.format(number, PhoneNumberFormat.E164), isValid(number)))
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  /// Asks the region itself before those that share its country's code: most numbers are its own.
  private boolean isValid(PhoneNumber number) {
    return (leads && UTIL.isValidNumberForRegion(number, region)) || UTIL.isValidNumber(number);
  }
}
