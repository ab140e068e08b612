package org.clew.platform.concerns;

import java.util.List;

/// What a reporter told: always sealed outside this process. Everything but the text may be empty.
///
/// @param text in their own words
/// @param country ISO 3166-1 alpha-2 code
/// @param town the place, as they call it
/// @param when as they put it
/// @param names people and firms, one each
/// @param phones numbers as they were typed, one each
public record Told(
    String text,
    String country,
    String town,
    String when,
    List<String> names,
    List<String> phones) {

  public Told {
    names = List.copyOf(names);
    phones = List.copyOf(phones);
  }

  /// Nothing but words.
  public static Told words(String text) {
    return new Told(text, "", "", "", List.of(), List.of());
  }

  /// What was told is printed nowhere by accident.
  @Override
  public String toString() {
    return "Told[sealed]";
  }
}
