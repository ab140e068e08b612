package org.clew.platform.investigation;

/// How a list's file is written.
sealed interface TableShape {

  /// Delimited text.
  ///
  /// @param charset the name of its encoding
  /// @param delimiter what stands between two cells
  record Text(String charset, char delimiter) implements TableShape {}

  /// A sheet of a spreadsheet (ECMA-376).
  ///
  /// @param sheet the index of the sheet that is read, from 0
  /// @param sheetName what it is called
  /// @param sheets how many there are
  record Workbook(int sheet, String sheetName, int sheets) implements TableShape {}

  /// As one line of text, for the database.
  default String written() {
    return switch (this) {
      case Text text -> "text " + text.charset() + " " + (int) text.delimiter();
      case Workbook book ->
          "workbook " + book.sheet() + " " + book.sheets() + " " + book.sheetName();
    };
  }

  /// What [#written] wrote.
  static TableShape read(String written) {
    String[] parts = written.split(" ", 4);
    return parts[0].equals("text")
        ? new Text(parts[1], (char) Integer.parseInt(parts[2]))
        : new Workbook(Integer.parseInt(parts[1]), parts[3], Integer.parseInt(parts[2]));
  }
}
