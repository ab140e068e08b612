package org.clew.platform.investigation;

import java.util.List;
import org.clew.linkage.Value;

/// A row that was looked at with its columns in mind.
sealed interface CheckedRow {

  TableRow row();

  /// A row that becomes a record.
  ///
  /// @param values what is compared
  /// @param cells what is kept, in the order of the kept columns
  record Good(TableRow row, List<Value> values, List<String> cells) implements CheckedRow {}

  /// A row that does not.
  ///
  /// @param column the heading of the column at fault, or an empty string
  record Bad(TableRow row, RowFault fault, String column) implements CheckedRow {}
}
