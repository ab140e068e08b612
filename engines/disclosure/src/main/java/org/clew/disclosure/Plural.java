package org.clew.disclosure;

import java.util.Locale;

/// Numbers of things, in words.
public final class Plural {

  private Plural() {}

  /// A number and what it is of, as in `1 row` and `1,234 rows`.
  ///
  /// @param one what it is called where it is one
  /// @param many what it is called where it is none or several
  public static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
