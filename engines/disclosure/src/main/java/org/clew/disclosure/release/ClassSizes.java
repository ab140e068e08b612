package org.clew.disclosure.release;

import java.util.List;
import org.clew.disclosure.risk.EquivalenceClasses;
import org.clew.pages.Html;

/// How many rows are told apart how well: by how many are like them.
final class ClassSizes {

  private static final List<Integer> FROM = List.of(1, 2, 3, 5, 10, 20, 50, 100);

  private ClassSizes() {}

  /// A table with a bar a row.
  ///
  /// @param share of what the rows are shares: of those of the list
  static void write(Html html, String caption, EquivalenceClasses classes, int share) {
    html.add(
        """
        <div class="scroll"><table class="num"><caption>{}</caption>
        <thead><tr><th scope="col">Rows alike</th><th scope="col">Picked with a chance of</th>\
        <th scope="col">Rows</th><th scope="col">Share</th><th scope="col" class="drawn">Drawn</th></tr></thead>
        <tbody>
        """,
        caption);
    for (int i = 0; i < FROM.size(); i++) {
      boolean last = i == FROM.size() - 1;
      int from = FROM.get(i);
      int to = last ? Integer.MAX_VALUE : FROM.get(i + 1) - 1;
      int below = last ? classes.rows() : classes.rowsRarerThan(to + 1);
      int rows = below - classes.rowsRarerThan(from);
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
          last ? from + " and more" : from == to ? Integer.toString(from) : from + " to " + to,
          from == 1 ? "certainty" : "1 in " + from + (from == to ? "" : " at most"),
          rows,
          Html.percent((double) rows / share),
          Html.share((double) rows / share));
    }
    html.add("</tbody></table></div>\n");
  }
}
