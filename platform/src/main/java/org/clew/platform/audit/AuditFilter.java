package org.clew.platform.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which events to look at.
///
/// @param person only what this person did, or everybody's
/// @param deed only this deed, or any
/// @param kind only things of this kind, or any
/// @param subject only what was done to this very thing, or to any
/// @param day only what was done on this day (UTC), or on any
/// @param page from 0
public record AuditFilter(
    @Nullable UUID person,
    @Nullable Deed deed,
    Subject.@Nullable Kind kind,
    @Nullable UUID subject,
    @Nullable LocalDate day,
    int page) {

  public AuditFilter {
    if (page < 0) {
      throw new IllegalArgumentException("pages count from 0");
    }
  }

  /// Everything, newest first.
  public static AuditFilter everything() {
    return new AuditFilter(null, null, null, null, null, 0);
  }

  /// Who did anything to this.
  public static AuditFilter about(Subject subject) {
    return new AuditFilter(null, null, subject.kind(), subject.id(), null, 0);
  }
}
