package org.clew.platform.investigation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clew.platform.web.Refused;

/// Makes headings that can be told apart of whatever stands in the first row.
final class Headings {

  private Headings() {}

  /// One heading for each column: an empty one becomes `#3`, a repeated one `phone (2)`.
  ///
  /// @throws Refused when there are too many
  static List<String> of(TableRow first) {
    if (first.cells().size() > Limits.FILE_COLUMNS) {
      throw new Refused(
          "investigation.import.refused.columns", first.cells().size(), Limits.FILE_COLUMNS);
    }
    var headings = new ArrayList<String>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < first.cells().size(); i++) {
      String plain = plain(first.cell(i));
      String heading = plain.isEmpty() ? "#" + (i + 1) : plain;
      String unique = heading;
      for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
        unique = heading + " (" + n + ")";
      }
      headings.add(unique);
    }
    return headings;
  }

  private static String plain(String cell) {
    String plain = cell.replaceAll("[\\p{Cntrl}\\s\\uFFFD]+", " ").strip();
    return plain.length() <= Limits.HEADING_CHARS
        ? plain
        : plain.substring(0, Limits.HEADING_CHARS) + "…";
  }
}
