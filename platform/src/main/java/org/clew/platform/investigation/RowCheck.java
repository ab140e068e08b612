package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clew.linkage.Identifiers;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;

/// Makes records of rows, or says why not.
///
/// @param odd what to do with a cell that cannot be what its column is said to be
/// @param region ISO 3166 alpha-2 code for phones without a country code, or an empty string
record RowCheck(List<ListColumn> columns, ImportList.OddCells odd, String region) {

  /// What people write where they know nothing.
  private static final Set<String> NOTHING =
      Set.of(
          "-",
          "--",
          "—",
          ".",
          "?",
          "n/a",
          "na",
          "#n/a",
          "#value!",
          "#ref!",
          "#name?",
          "null",
          "none",
          "nil",
          "unknown",
          "not known",
          "desconocido",
          "desconocida",
          "ninguno",
          "ninguna",
          "sin datos",
          "s/d",
          "no aplica",
          "غير معروف",
          "لا يوجد",
          "غير متوفر",
          "مجهول");

  RowCheck {
    columns = List.copyOf(columns);
  }

  CheckedRow check(TableRow row) {
    if (row.isBlank()) {
      return new CheckedRow.Bad(row, RowFault.EMPTY, "");
    }
    for (int i = columns.size(); i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty()) {
        return new CheckedRow.Bad(row, RowFault.TOO_MANY_CELLS, "");
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      String cell = row.cell(i);
      if (cell.length() > Limits.CELL_CHARS) {
        return new CheckedRow.Bad(row, RowFault.CELL_TOO_LONG, columns.get(i).header());
      }
      if (isUnreadable(cell)) {
        return new CheckedRow.Bad(row, RowFault.UNREADABLE, columns.get(i).header());
      }
    }
    return values(row);
  }

  private CheckedRow values(TableRow row) {
    var values = new ArrayList<Value>();
    var cells = new ArrayList<String>();
    var address = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      ListColumn column = columns.get(i);
      String cell = row.cell(i);
      if (column.isKept()) {
        cells.add(cell);
      }
      if (column.kind().isPresent() && !isNothing(cell)) {
        Kind kind = column.kind().get();
        if (kind == Kind.ADDRESS) {
          address.add(cell);
        } else if (fits(kind, cell)) {
          values.add(new Value(kind, cell));
        } else if (odd == ImportList.OddCells.REJECT_ROW) {
          return new CheckedRow.Bad(row, RowFault.NOT_THE_KIND, column.header());
        }
      }
    }
    if (!address.isEmpty()) {
      values.add(new Value(Kind.ADDRESS, String.join(", ", address)));
    }
    return values.isEmpty()
        ? new CheckedRow.Bad(row, RowFault.NOTHING_TO_COMPARE, "")
        : new CheckedRow.Good(row, values, cells);
  }

  private boolean fits(Kind kind, String cell) {
    return switch (kind) {
      case PHONE, EMAIL, ACCOUNT, DOCUMENT, VEHICLE, USERNAME, BIRTH_DATE, POSTCODE, NUMBER ->
          Identifiers.normalise(kind, cell, region).isPresent();
      case NAME,
          GIVEN_NAME,
          FAMILY_NAME,
          ORGANISATION_NAME,
          ADDRESS,
          PLACE,
          COUNTRY,
          CATEGORY,
          TITLE,
          TEXT ->
          cell.codePoints().anyMatch(Character::isLetterOrDigit);
    };
  }

  private static boolean isNothing(String cell) {
    return cell.isEmpty() || NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }

  private static boolean isUnreadable(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\uFFFD' || c == 0 || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
        return true;
      }
    }
    return false;
  }
}
