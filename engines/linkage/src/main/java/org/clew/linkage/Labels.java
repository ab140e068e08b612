package org.clew.linkage;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.linkage.Form.Code;

/// Postcodes, countries, numbers and closed answers: short labels out of a limited stock.
final class Labels implements Field {
  static final Labels FIELD = new Labels();

  private static final int LONGEST = 100;
  private static final int DISTRICT = 3;

  /// With points between thousands, with commas between them, or with neither.
  private static final Pattern NUMBER =
      Pattern.compile(
          "-?(?:\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:\\.\\d{3}){2,}(?!\\d)"
              + "|\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,30}(?:[.,]\\d{1,30})?)");

  private static final Pattern DECIMAL_COMMA = Pattern.compile(",(?=(?:\\d{1,2}|\\d{4,})$)");

  private Labels() {}

  @Override
  public Optional<Form> read(Kind kind, String cleaned, String region) {
    return label(kind, cleaned).map(label -> new Code(label, label));
  }

  /// The normalised form.
  static Optional<String> label(Kind kind, String cleaned) {
    String label =
        switch (kind) {
          case COUNTRY -> Countries.code(cleaned);
          case NUMBER -> number(cleaned);
          case POSTCODE -> Written.capitalsAndDigits(cleaned);
          default -> String.join(" ", Romanised.words(cleaned));
        };
    boolean usable = !label.isEmpty() && label.length() <= LONGEST;
    return usable ? Optional.of(label) : Optional.empty();
  }

  /// The first number in the text as a decimal, empty where there is none: `$1,299.50` is `1299.5`.
  private static String number(String cleaned) {
    StringBuilder digits = new StringBuilder(cleaned.length());
    cleaned
        .codePoints()
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .forEach(digits::appendCodePoint);
    Matcher matcher = NUMBER.matcher(digits);
    if (!matcher.find()) {
      return "";
    }
    String found = matcher.group();
    int point = found.lastIndexOf('.');
    int comma = found.lastIndexOf(',');
    boolean points = point >= 0 && (comma > point || found.indexOf('.') < point);
    String plain = points ? found.replace(".", "") : found;
    String decimal = points || point < 0 ? DECIMAL_COMMA.matcher(plain).replaceAll(".") : plain;
    return new BigDecimal(decimal.replace(",", "")).stripTrailingZeros().toPlainString();
  }

  @Override
  public void keys(Kind kind, Form form, LongConsumer sink) {
    String label = ((Code) form).code();
    sink.accept(Keys.of(kind, Keys.Way.WHOLE, label));
    if (kind == Kind.POSTCODE && label.length() > DISTRICT) {
      sink.accept(Keys.of(kind, Keys.Way.FRONT, label.substring(0, DISTRICT)));
    }
  }

  @Override
  public Outcome compare(Kind kind, Form asked, Form found, Counts counts) {
    String a = ((Code) asked).code();
    String b = ((Code) found).code();
    Model model = Model.of(kind);
    if (a.equals(b)) {
      long whole = Keys.of(kind, Keys.Way.WHOLE, b);
      double u = counts.chance(kind, whole);
      return new Outcome(Agreement.EXACT, Model.bits(model.exact(), u), counts.of(whole));
    }
    if (kind != Kind.POSTCODE) {
      return Outcome.different(model);
    }
    if (Math.min(a.length(), b.length()) >= 4 && Spelling.within(a, b, 1)) {
      return new Outcome(
          Agreement.CLOSE_SPELLING,
          Model.bits(0.1, 0.006),
          counts.of(Keys.of(kind, Keys.Way.WHOLE, b)));
    }
    if (a.length() > DISTRICT && b.length() > DISTRICT && a.regionMatches(0, b, 0, DISTRICT)) {
      long front = Keys.of(kind, Keys.Way.FRONT, b.substring(0, DISTRICT));
      double u = (counts.others(front) + 4.0) / (counts.holders(kind) + 200.0);
      return new Outcome(Agreement.NEAR, Model.bits(0.12, Math.min(u, 0.1)), counts.of(front));
    }
    return Outcome.different(model);
  }

  /// Names of countries in several languages, from the JDK's own tables (Unicode CLDR).
  static final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /// ISO 3166 alpha-2, or the folded text where no country is known by it.
    static String code(String cleaned) {
      String name = name(cleaned);
      return CODES.getOrDefault(name, name);
    }

    static boolean isKnown(String cleaned) {
      return CODES.containsKey(name(cleaned));
    }

    private static String name(String text) {
      StringBuilder out = new StringBuilder(text.length());
      Written.fold(text)
          .codePoints()
          .filter(Character::isLetterOrDigit)
          .forEach(out::appendCodePoint);
      return out.toString();
    }

    private static Map<String, String> codes() {
      Map<String, String> out = new HashMap<>();
      for (String code : Locale.getISOCountries()) {
        Locale country = new Locale.Builder().setRegion(code).build();
        out.put(name(code), code);
        out.put(name(country.getISO3Country()), code);
        for (String language :
            new String[] {"en", "es", "ar", "fr", "pt", "ru", "zh", "tr", "de"}) {
          out.putIfAbsent(name(country.getDisplayCountry(Locale.of(language))), code);
        }
      }
      out.put("uk", "GB");
      out.put("greatbritain", "GB");
      out.put("england", "GB");
      out.put("usa", "US");
      out.put("unitedstatesofamerica", "US");
      out.put("turkey", "TR");
      out.put("vietnam", "VN");
      out.put("burma", "MM");
      out.put("holland", "NL");
      out.put("ivorycoast", "CI");
      out.put("czechrepublic", "CZ");
      out.put("hongkong", "HK");
      out.put("macau", "MO");
      return Map.copyOf(out);
    }
  }
}
