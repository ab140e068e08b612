package org.clew.platform.access;

import java.util.List;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Visible;

/// What is wrong with the fields that several forms of this module share.
final class Fields {

  static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;

  private Fields() {}

  static List<Mistake> name(String field, String name) {
    if (!Visible.isIn(name)) {
      return List.of(new Mistake(field, "access.name.missing"));
    }
    return name.strip().length() > LONGEST_NAME
        ? List.of(new Mistake(field, "access.name.long", LONGEST_NAME))
        : List.of();
  }

  /// An address needs one @ with something on both sides; the rest is for mail servers to know.
  static List<Mistake> email(String field, String email) {
    String address = email.strip();
    int at = address.indexOf('@');
    boolean right =
        at > 0
            && at == address.lastIndexOf('@')
            && at < address.length() - 1
            && address.length() <= LONGEST_EMAIL
            && address.chars().noneMatch(c -> Character.isWhitespace(c) || c < ' ');
    return right ? List.of() : List.of(new Mistake(field, "access.email.wrong"));
  }
}
