package org.clew.platform.database;

import java.util.List;
import java.util.Map;

/// What a backup holds, as its last entry says: enough to tell a whole one from a damaged one, and
/// to make the tables its rows fit into.
///
/// @param format always `clew-backup`
/// @param version of the format
/// @param madeAt when, to the second
/// @param postgres the server it was read from
/// @param migrations how far each module's tables were, in the order in which they were begun
/// @param tables the tables, in no order that matters
/// @param sequences where each sequence stood
/// @param entries the SHA-256 of every entry but this one, in hexadecimal
record BackupManifest(
    String format,
    int version,
    String madeAt,
    String postgres,
    List<Migrations.Reached> migrations,
    List<Table> tables,
    List<Sequence> sequences,
    Map<String, String> entries) {

  static final String FORMAT = "clew-backup";
  static final int VERSION = 1;

  /// The entry that holds this.
  static final String ENTRY = "manifest.json";

  /// The folder of the entries that hold keys.
  static final String KEYS = "keys/";

  /// A table.
  ///
  /// @param name its name
  /// @param columns its columns in the order of the rows' fields
  /// @param rows how many
  record Table(String name, List<String> columns, long rows) {

    /// The entry that holds its rows, as PostgreSQL's `copy` writes text.
    String entry() {
      return "tables/" + name;
    }
  }

  /// A sequence.
  ///
  /// @param name its name
  /// @param value its last value
  /// @param called whether that value was given out
  record Sequence(String name, long value, boolean called) {}
}
