package org.clew.platform.casework;

import java.util.UUID;

/// A part of a case: a participant, identifier, place, contact, statement, consent, determination.
/// It means something only together with its case.
public record PartId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
