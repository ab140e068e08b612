package org.clew.tables;

import java.util.regex.Pattern;

/// Texts of people in files that spreadsheets open.
public final class SheetCells {

  private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private SheetCells() {}

  /// A cell that no spreadsheet takes for a formula: one that begins like one begins with an
  /// apostrophe instead.
  public static String harmless(String cell) {
    return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /// The same for tables that are computed with: a plain number stays one, whatever its sign.
  public static String harmlessOrNumber(String cell) {
    return NUMBER.matcher(cell).matches() ? cell : harmless(cell);
  }
}
