package org.clew.tables;

/// Signs that a person would not see, or would see in another order than they stand in: controls,
/// what turns directions, breaks of lines, halves of characters.
public final class Unseen {

  private Unseen() {}

  /// Whether a text has any.
  public static boolean isIn(String text) {
    return text.codePoints().anyMatch(Unseen::is);
  }

  /// Whether a sign is one.
  public static boolean is(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
