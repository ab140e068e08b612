package org.clew.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language Clew speaks in full. `PSEUDO` is English with every letter dressed up, for finding
/// strings that never went through the message files; it is offered nowhere.
public enum Language {
  ENGLISH("en", "English", "ltr"),
  ARABIC("ar", "العربية", "rtl"),
  SPANISH("es", "Español", "ltr"),
  PSEUDO("en-XA", "[Ƥşḗŭḓǿ]", "ltr");

  private final String tag;
  private final String ownName;
  private final String direction;
  private final Locale locale;

  Language(String tag, String ownName, String direction) {
    this.tag = tag;
    this.ownName = ownName;
    this.direction = direction;
    this.locale = Locale.forLanguageTag(tag);
  }

  /// The languages a visitor is offered.
  public static List<Language> offered() {
    return List.of(ENGLISH, ARABIC, SPANISH);
  }

  /// The BCP 47 tag.
  public String tag() {
    return tag;
  }

  /// The language's name in itself.
  public String ownName() {
    return ownName;
  }

  /// `ltr` or `rtl`.
  public String direction() {
    return direction;
  }

  public Locale locale() {
    return locale;
  }

  /// The language with this tag, if Clew speaks it.
  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag.equalsIgnoreCase(tag)).findFirst();
  }

  /// The first of a list of wishes that Clew speaks (RFC 4647 look-up), English when none fits.
  public static Language best(Iterable<Locale> wishes) {
    for (Locale wish : wishes) {
      for (Language language : offered()) {
        if (language.locale.getLanguage().equals(wish.getLanguage())) {
          return language;
        }
      }
    }
    return ENGLISH;
  }
}
