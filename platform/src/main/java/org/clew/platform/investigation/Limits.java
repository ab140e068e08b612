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

  /// Records that may be judged to be one.
  static final int ENTITY_RECORDS = 500;

  /// What happened to an entity, as far back as is shown.
  static final int ENTITY_EVENTS = 100;

  /// Entities of which one after the other came to be, as far as an old id is followed.
  static final int ENTITY_STEPS = 100;

  /// How long an index nobody asks stays in memory.
  static final Duration INDEX_IDLE = Duration.ofMinutes(30);

  /// Records that all resident indexes of one server hold together, but for one index in use.
  static final int RESIDENT_RECORDS = 400_000;

  /// Bytes of a list's file.
  static final int FILE_BYTES = 50 * 1024 * 1024;

  /// Rows of a list.
  static final int FILE_ROWS = 200_000;

  /// Columns of a list.
  static final int FILE_COLUMNS = 200;

  /// Columns of any spreadsheet: the last is XFD.
  static final int SHEET_COLUMNS = 16_384;

  /// Characters of one cell; a spreadsheet allows no more.
  static final int CELL_CHARS = 32_767;

  /// Characters of a column's heading.
  static final int HEADING_CHARS = 120;

  /// Bytes of a spreadsheet once unpacked.
  static final long UNPACKED_BYTES = 300L * 1024 * 1024;

  /// Bytes of a spreadsheet's table of texts once unpacked: it is held in memory.
  static final long UNPACKED_TEXT_BYTES = 64L * 1024 * 1024;

  /// Parts of a spreadsheet's file.
  static final int UNPACKED_PARTS = 2_000;

  /// Rows written, and rows of progress, at a time.
  static final int BATCH_ROWS = 1_000;

  /// Links of an import that are kept, the strongest.
  static final int IMPORT_LINKS = 50_000;

  /// Links from one record of an import to others.
  static final int LINKS_PER_RECORD = 10;

  private Limits() {}
}
