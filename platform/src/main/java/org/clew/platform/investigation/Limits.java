package org.clew.platform.investigation;

import java.time.Duration;

/// How much of everything.
final class Limits {

  /// Characters of a source's name.
  static final int NAME_CHARS = 200;

  /// Characters of what somebody asks.
  static final int ASKED_CHARS = 200;

  /// Matches shown at once.
  static final int SHOWN = 10;

  /// Matches looked through for those a person may see.
  static final int LOOKED_THROUGH = 60;

  /// Characters of a judgement's reason.
  static final int REASON_CHARS = 500;

  /// Records judged to be one that are followed.
  static final int ENTITY_RECORDS = 500;

  /// How long an index nobody asks stays in memory.
  static final Duration INDEX_IDLE = Duration.ofMinutes(30);

  /// Records that all resident indexes of one server hold together, but for one index in use.
  static final int RESIDENT_RECORDS = 400_000;

  private Limits() {}
}
