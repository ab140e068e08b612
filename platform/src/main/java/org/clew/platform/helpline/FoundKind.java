package org.clew.platform.helpline;

import org.clew.platform.casework.IdentifierKind;
import org.jspecify.annotations.Nullable;

/// What something found in a text may be.
public enum FoundKind {
  PERSON(null),
  ORGANISATION(null),
  PLACE(null),
  PHONE(IdentifierKind.PHONE),
  EMAIL(IdentifierKind.EMAIL),
  USERNAME(IdentifierKind.USERNAME),
  ACCOUNT(IdentifierKind.ACCOUNT),
  DOCUMENT(IdentifierKind.DOCUMENT),
  VEHICLE(IdentifierKind.VEHICLE),
  ADDRESS(IdentifierKind.ADDRESS);

  private final @Nullable IdentifierKind identifier;

  FoundKind(@Nullable IdentifierKind identifier) {
    this.identifier = identifier;
  }

  /// The kind of identifier it is; none for a name or a place.
  public @Nullable IdentifierKind identifier() {
    return identifier;
  }

  /// Whether it takes part in a case: a person or an organisation.
  public boolean isParticipant() {
    return this == PERSON || this == ORGANISATION;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "helpline.found." + name();
  }
}
