package org.clew.platform.casework;

import org.clew.platform.web.Refused;
import org.clew.platform.web.Visible;

/// Whether a text fits where it is to stand. What a person fills in is looked at by the form first,
/// so that mistakes are named field by field; this is the wall behind it.
final class Texts {

  private Texts() {}

  /// @throws Refused when it is blank or too long
  static void demand(String field, String text, int most) {
    if (!Visible.isIn(text)) {
      throw new Refused("casework.refused.empty", field);
    }
    allow(field, text, most);
  }

  /// @throws Refused when it is too long
  static void allow(String field, String text, int most) {
    if (text.length() > most) {
      throw new Refused("casework.refused.long", field, most);
    }
    if (text.indexOf('\0') >= 0) {
      throw new Refused("casework.refused.characters", field);
    }
  }
}
