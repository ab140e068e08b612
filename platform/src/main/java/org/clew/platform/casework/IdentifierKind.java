package org.clew.platform.casework;

import org.clew.linkage.Kind;

/// What an identifier is. Each is normalised on write by the linkage engine's reading of its kind.
public enum IdentifierKind {
  PHONE(Kind.PHONE),
  EMAIL(Kind.EMAIL),
  USERNAME(Kind.USERNAME),
  ACCOUNT(Kind.ACCOUNT),
  DOCUMENT(Kind.DOCUMENT),
  VEHICLE(Kind.VEHICLE),
  ADDRESS(Kind.ADDRESS);

  private final Kind kind;

  IdentifierKind(Kind kind) {
    this.kind = kind;
  }

  /// What the linkage engine calls it.
  public Kind kind() {
    return kind;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.identifier." + name();
  }
}
