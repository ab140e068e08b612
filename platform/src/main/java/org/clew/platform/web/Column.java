package org.clew.platform.web;

/// A column of a table.
///
/// @param key what `sort` says in the address when this column orders the table
/// @param messageKey its heading
/// @param align numbers stand at the end
/// @param sortable whether people may order by it
public record Column(String key, String messageKey, Align align, Sort sortable) {

  /// Where the cells' text stands.
  public enum Align {
    START,
    END
  }

  /// Whether people may order by a column.
  public enum Sort {
    YES,
    NO
  }

  /// A column of text that orders the table.
  public static Column text(String key, String messageKey) {
    return new Column(key, messageKey, Align.START, Sort.YES);
  }

  /// A column of numbers that orders the table.
  public static Column number(String key, String messageKey) {
    return new Column(key, messageKey, Align.END, Sort.YES);
  }

  /// A column that only shows.
  public static Column fixed(String key, String messageKey) {
    return new Column(key, messageKey, Align.START, Sort.NO);
  }
}
