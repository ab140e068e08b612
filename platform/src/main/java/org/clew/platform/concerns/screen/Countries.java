package org.clew.platform.concerns.screen;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clew.platform.web.Language;
import org.clew.platform.web.Option;

/// The countries of ISO 3166-1 by name, in each language's own order.
public final class Countries {

  private static final Map<Language, List<Option>> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, in(language));
    }
  }

  private Countries() {}

  /// All countries by name.
  public static List<Option> options(Language language) {
    return ALL.getOrDefault(language, List.of());
  }

  /// A country's name; empty for no country.
  public static String name(String code, Language language) {
    return code.isEmpty()
        ? ""
        : ULocale.getDisplayCountry("und_" + code, ULocale.forLocale(language.locale()));
  }

  private static List<Option> in(Language language) {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Option(code, name(code, language)))
        .sorted(Comparator.comparing(Option::label, Collator.getInstance(language.locale())))
        .toList();
  }
}
