package org.clew.linkage.report;

import java.util.Arrays;
import java.util.List;
import org.clew.linkage.Findings;
import org.clew.linkage.report.LinkReport.Naming;
import org.clew.linkage.report.LinkReport.Values;
import org.clew.pages.Html;

/// The entities: how many there are of which size, and a few of them row by row.
record GroupPart(Findings findings, Naming naming) {
  private static final int[] BOUNDS = {1, 2, 3, 4, 5, 10, 20, 50, Integer.MAX_VALUE};
  private static final double MIDDLE = 110;
  private static final double RADIUS = 84;

  void write(Html html) {
    Findings.Groups groups = findings.groups();
    html.add(
        "<section id=\"groups\" aria-labelledby=\"groups-h\">\n<h2 id=\"groups-h\">Entities</h2>\n<ul>\n");
    html.add(
        "<li>{} links alone hold an entity of three rows or more together and are not beyond doubt: without one, it falls"
            + " in two.</li>\n",
        groups.onlyLinks());
    html.add(
        "<li>{} pairs reach the threshold and are in different entities: the other pairs of the two do"
            + " not bear it out, a row fits another better, or a judgement keeps them apart.</li>\n",
        groups.heldApart());
    html.add(
        "<li>{} of {} entities of three rows or more that were looked into hold two rows that, seen alone,"
            + " are more likely two than one.</li>\n</ul>\n",
        groups.divided(),
        groups.looked());
    sizes(html);
    html.add("<h3>A few entities, row by row</h3>\n");
    if (groups.shown().isEmpty()) {
      html.add("<p>No two rows are one.</p>\n");
    }
    boolean first = true;
    for (Findings.Group group : groups.shown()) {
      group(html, group, first);
      first = false;
    }
    html.add("</section>\n");
  }

  private void sizes(Html html) {
    long[] entities = new long[BOUNDS.length];
    long[] rows = new long[BOUNDS.length];
    for (Findings.Size size : findings.groups().sizes()) {
      int at = 0;
      while (size.rows() > BOUNDS[at]) {
        at++;
      }
      entities[at] += size.entities();
      rows[at] += (long) size.rows() * size.entities();
    }
    long most = Math.max(1, Arrays.stream(rows).max().orElse(1));
    html.add(
        """
        <div class="scroll" tabindex="0" role="region" aria-label="Sizes of entities">
        <table class="num"><thead><tr><th scope="col">Rows</th><th scope="col">Entities</th><th scope="col">\
        Rows in them</th><td class="drawn" aria-hidden="true"></td></tr></thead>
        <tbody>
        """);
    for (int i = 0; i < BOUNDS.length; i++) {
      if (entities[i] > 0) {
        int from = i == 0 ? 1 : BOUNDS[i - 1] + 1;
        String said =
            BOUNDS[i] == Integer.MAX_VALUE
                ? "%d or more".formatted(from)
                : from == BOUNDS[i] ? String.valueOf(from) : "%d to %d".formatted(from, BOUNDS[i]);
        html.add(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
            said,
            entities[i],
            rows[i],
            Html.share(rows[i] / (double) most));
      }
    }
    html.add("</tbody></table></div>\n");
  }

  private void group(Html html, Findings.Group group, boolean open) {
    int shown = group.rows().size();
    html.add(
        "<details class=\"pair\"{}>\n<summary><h4>{} rows, {}</h4></summary>\n",
        new Html.Markup(open ? " open" : ""),
        group.size(),
        Words.of(group.choice()));
    if (shown < group.size()) {
      html.add("<p class=\"quiet\">The first {} of {} rows.</p>\n", shown, group.size());
    }
    html.add("<div class=\"beside\">\n");
    drawing(html, group);
    weights(html, group);
    html.add(
        "</div>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Rows\"><table class=\"rows\"><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Row</th>");
    for (Findings.Column column : findings.columns()) {
      html.add("<th scope=\"col\"><bdi>{}</bdi></th>", Words.headings(column.headings()));
    }
    html.add("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < shown; i++) {
      Findings.Row row = group.rows().get(i);
      html.add(
          "<tr><th scope=\"row\" class=\"num\">{}</th><td><bdi>{}</bdi></td>",
          i + 1,
          naming.row(row.row()));
      for (String said : row.said()) {
        if (naming.values() == Values.SHOWN) {
          html.add("<td>{}</td>", Html.value(said));
        } else {
          html.add("<td>{}</td>", said.isEmpty() ? "–" : "filled");
        }
      }
      html.add("</tr>\n");
    }
    html.add("</tbody></table></div>\n</details>\n");
  }

  private void drawing(Html html, Findings.Group group) {
    int rows = group.rows().size();
    html.add(
        "<figure class=\"ring\"><svg class=\"chart\" viewBox=\"0 0 220 220\" role=\"img\" aria-label=\"The rows, joined where"
            + " a pair reaches the threshold; the weights are in the table\">\n");
    for (Findings.Bond bond : group.bonds()) {
      if (bond.weight() >= findings.overview().threshold()) {
        html.add(
            "<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n",
            isOnly(group, bond) ? "only" : "link",
            Html.at(x(bond.left(), rows)),
            Html.at(y(bond.left(), rows)),
            Html.at(x(bond.right(), rows)),
            Html.at(y(bond.right(), rows)));
      }
    }
    for (int i = 0; i < rows; i++) {
      html.add(
          "<circle cx=\"{}\" cy=\"{}\" r=\"13\"/><text class=\"middle\" x=\"{}\" y=\"{}\">{}</text>\n",
          Html.at(x(i, rows)),
          Html.at(y(i, rows)),
          Html.at(x(i, rows)),
          Html.at(y(i, rows) + 4.5),
          i + 1);
    }
    html.add("</svg></figure>\n");
  }

  private static double x(int row, int rows) {
    return MIDDLE + RADIUS * Math.sin(2 * Math.PI * row / rows);
  }

  private static double y(int row, int rows) {
    return MIDDLE - RADIUS * Math.cos(2 * Math.PI * row / rows);
  }

  /// Whether the rows fall in two without a bond, of an entity that is shown whole.
  private boolean isOnly(Findings.Group group, Findings.Bond without) {
    int rows = group.rows().size();
    if (rows < 3 || rows < group.size()) {
      return false;
    }
    int[] parts = new int[rows];
    Arrays.setAll(parts, row -> row);
    for (Findings.Bond bond : group.bonds()) {
      if (!bond.equals(without) && bond.weight() >= findings.overview().threshold()) {
        int from = parts[bond.left()];
        int to = parts[bond.right()];
        for (int row = 0; row < rows; row++) {
          parts[row] = parts[row] == from ? to : parts[row];
        }
      }
    }
    return parts[without.left()] != parts[without.right()];
  }

  /// The weights of all pairs, each below its rows.
  private void weights(Html html, Findings.Group group) {
    int rows = group.rows().size();
    String[][] cells = new String[rows][rows];
    for (String[] line : cells) {
      Arrays.fill(line, "");
    }
    for (Findings.Bond bond : group.bonds()) {
      cells[bond.right()][bond.left()] = Html.tenths(bond.weight());
    }
    html.add(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Bits of each pair\"><table class=\"num square\"><caption>Bits of each pair</caption><thead><tr><td></td>");
    for (int column = 0; column < rows - 1; column++) {
      html.add("<th scope=\"col\">{}</th>", column + 1);
    }
    html.add("</tr></thead><tbody>\n");
    for (int row = 1; row < rows; row++) {
      html.add("<tr><th scope=\"row\">{}</th>", row + 1);
      for (String cell : List.of(cells[row]).subList(0, rows - 1)) {
        boolean isBelow = cell.startsWith("−");
        html.add("<td{}>{}</td>", new Html.Markup(isBelow ? " class=\"low\"" : ""), cell);
      }
      html.add("</tr>\n");
    }
    html.add("</tbody></table></div>\n");
  }
}
