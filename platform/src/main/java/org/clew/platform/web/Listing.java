package org.clew.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One page of an ordered list, for the `table` and `pager` templates: how it is ordered, where in
/// it we are, of how many.
///
/// @param path where the list lives
/// @param filter what else is asked, by parameter name; it travels in the address and so holds
///   nothing about a person
/// @param sort a column's key, with `-` before it when the last comes first
/// @param pageNumber from 1
/// @param total rows in all pages
public record Listing(
    String path, Map<String, String> filter, String sort, int pageNumber, long total) {

  public Listing {
    filter = Collections.unmodifiableMap(new LinkedHashMap<>(filter));
  }

  /// What a column's heading asks for: its order, or the other way round when it orders already.
  public String sortAsked(Column column) {
    return sort.equals(column.key()) ? "-" + column.key() : column.key();
  }

  /// The heading's `aria-sort`.
  public String ariaSort(Column column) {
    if (sort.equals(column.key())) {
      return "ascending";
    }
    return sort.equals("-" + column.key()) ? "descending" : "none";
  }

  public int lastPage() {
    return (int) Math.max(1, (total + ListAsk.PAGE_ROWS - 1) / ListAsk.PAGE_ROWS);
  }

  public boolean hasPrevious() {
    return pageNumber > 1;
  }

  public boolean hasNext() {
    return pageNumber < lastPage();
  }

  /// The first row shown, from 1; 0 when there is none.
  public long from() {
    return total == 0 ? 0 : (long) (pageNumber - 1) * ListAsk.PAGE_ROWS + 1;
  }

  /// The last row shown.
  public long to() {
    return Math.min(total, (long) pageNumber * ListAsk.PAGE_ROWS);
  }

  /// The address of this list ordered so, at this page.
  public String address(String sortBy, int page) {
    var query = new StringBuilder(path).append("?sort=").append(encode(sortBy));
    query.append("&page=").append(page);
    filter.forEach(
        (name, value) -> query.append('&').append(encode(name)).append('=').append(encode(value)));
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
