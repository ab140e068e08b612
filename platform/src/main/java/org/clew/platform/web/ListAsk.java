package org.clew.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a visitor wants a list: ordered by what, which page of it. A controller takes it as a
/// parameter; anything odd in it falls back to the first page in the list's own order.
///
/// @param sort a heading that was just chosen: a column's key, with `-` before it for the other way
/// @param sorted the order that the list had before it was narrowed
/// @param page the page's number, from 1
public record ListAsk(@Nullable String sort, @Nullable String sorted, @Nullable Integer page) {

  /// Rows on one page of a list.
  public static final int PAGE_ROWS = 50;

  private static final int LAST_PAGE = 10_000;

  /// The first page in the list's own order.
  public static final ListAsk FIRST = new ListAsk(null, null, null);

  /// The column to order by, one of those allowed.
  public String sortOr(List<Column> columns, String otherwise) {
    String asked = sort != null ? sort : sorted != null ? sorted : otherwise;
    boolean lastFirst = asked.startsWith("-");
    String key = lastFirst ? asked.substring(1) : asked;
    return columns.stream()
        .filter(column -> column.sortable() == Column.Sort.YES && column.key().equals(key))
        .findFirst()
        .map(column -> lastFirst ? "-" + column.key() : column.key())
        .orElse(otherwise);
  }

  /// The page's number, from 1.
  public int pageNumber() {
    return page == null ? 1 : Math.clamp(page, 1, LAST_PAGE);
  }

  /// Rows before this page.
  public int offset() {
    return (pageNumber() - 1) * PAGE_ROWS;
  }
}
