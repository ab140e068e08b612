package org.clew.platform.casework;

import org.jspecify.annotations.Nullable;

/// A phone, e-mail, document and its like in a case.
///
/// @param participant whose it is, when that is known
/// @param written as somebody wrote or said it
/// @param normalised the one form it is compared in
/// @param stands false once every statement that speaks of it is retracted
public record Identifier(
    PartId id,
    @Nullable PartId participant,
    IdentifierKind kind,
    String written,
    String normalised,
    String note,
    int version,
    boolean stands) {

  private static final int SHOWN = 2;

  /// The same with all but its last two characters hidden.
  Identifier masked() {
    return new Identifier(
        id, participant, kind, mask(written), mask(normalised), "", version, stands);
  }

  private static String mask(String text) {
    return "•".repeat(SHOWN * 2) + text.substring(Math.max(0, text.length() - SHOWN));
  }
}
