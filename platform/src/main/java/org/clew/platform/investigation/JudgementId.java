package org.clew.platform.investigation;

import java.util.UUID;

/// One judgement of one person about two records.
public record JudgementId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
