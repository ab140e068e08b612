package org.clew.platform.web;

import java.util.Set;

/// Whether somebody who looks at a text sees anything. Blanks, controls and letters without width
/// (U+200B, U+2060, U+FEFF and their like) are nothing: a name of these alone could be neither read
/// nor clicked.
public final class Visible {

  /// Letters by their kind, that are drawn as nothing: Hangul fillers and the Braille blank.
  private static final Set<Integer> NO_INK = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

  private Visible() {}

  public static boolean isIn(String text) {
    return text.codePoints().anyMatch(Visible::isSeen);
  }

  private static boolean isSeen(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> !NO_INK.contains(letter);
    };
  }
}
