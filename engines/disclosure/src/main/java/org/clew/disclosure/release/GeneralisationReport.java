package org.clew.disclosure.release;

import java.util.List;
import java.util.Map;
import org.clew.disclosure.risk.EquivalenceClasses;
import org.clew.pages.Html;
import org.clew.pages.StandAlone;

/// What was made coarser in a list so that nobody is told apart from fewer than k, as a page for
/// whoever keeps it. It has names of columns and numbers, and no cell.
///
/// @param columns what others may know
/// @param k how many rows are alike at least
/// @param before the rows of the list
/// @param after those that are not left out, as they are written
/// @param loss 0 where nothing is lost, 1 where nothing is kept
/// @param shared by sensitive column, how many rows are in groups with one value of it
public record GeneralisationReport(
    List<Column> columns,
    int k,
    EquivalenceClasses before,
    EquivalenceClasses after,
    double loss,
    Map<String, Integer> shared) {

  /// What became of a column.
  ///
  /// @param level how coarse it is, of `levels`, 0 being as it was
  /// @param valuesBefore how many different ones it had
  /// @param valuesAfter how many it has
  public record Column(String name, int level, int levels, int valuesBefore, int valuesAfter) {}

  /// Copies lists.
  public GeneralisationReport {
    columns = List.copyOf(columns);
    shared = Map.copyOf(shared);
  }

  /// The page.
  public String html() {
    var out = new StringBuilder();
    new StandAlone("A list made coarser").write(out, this::write);
    return out.toString();
  }

  private void write(Html html) {
    html.add(
        """
        <header>
        <p class="brand">Clew</p>
        <h1>A list made coarser</h1>
        <p class="notice" role="note"><strong>For whoever keeps the list.</strong> Whoever else reads this learns how rare people in it were.</p>
        </header>
        <main id="main">
        <section id="made"><h2>What was done</h2>
        <p>Of all ways to make these columns coarser and leave rows out, the one that loses least while every row has {} others like it.</p>
        <dl class="figures">
        <div><dt>Rows written</dt><dd>{}</dd></div>
        <div><dt>Rows left out</dt><dd>{}</dd></div>
        <div><dt>Groups before, after</dt><dd>{}, {}</dd></div>
        <div><dt>Loss</dt><dd>{}</dd></div>
        </dl>
        """,
        k - 1,
        after.rows(),
        before.rows() - after.rows(),
        before.count(),
        after.count(),
        Html.percent(loss));
    coarser(html);
    html.add("</section>\n<section id=\"before\"><h2>How easily somebody was found</h2>\n");
    ClassSizes.write(html, "Rows of the list, by how many are like them", before, before.rows());
    html.add("</section>\n<section id=\"after\"><h2>How easily somebody is found now</h2>\n");
    ClassSizes.write(
        html,
        "Rows that are written, by how many are like them; shares of all rows of the list",
        after,
        before.rows());
    html.add("</section>\n");
    shared(html);
    html.add(
        """
        <section id="limits"><h2>What this does not keep secret</h2>
        <ul>
        <li>What all rows of a group share is known of each of them, however many they are.</li>
        <li>Whoever knows a column that was not named, or has another list of the same people, finds more.</li>
        <li>A second release of the same people with other groups can be put beside this one.</li>
        </ul></section>
        </main>
        """);
  }

  private void coarser(Html html) {
    html.add(
        """
        <div class="scroll"><table class="num"><caption>What was made coarser: the share of its different values that a column still has</caption>
        <thead><tr><th scope="col">Column</th><th scope="col">Level</th><th scope="col">Values before</th><th scope="col">Values after</th>\
        <th scope="col" class="drawn">Still there</th></tr></thead>
        <tbody>
        """);
    for (Column column : columns) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{} of {}</td><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
          Html.value(column.name()),
          column.level(),
          column.levels(),
          column.valuesBefore(),
          column.valuesAfter(),
          Html.share((double) column.valuesAfter() / Math.max(1, column.valuesBefore())));
    }
    html.add("</tbody></table></div>\n");
  }

  private void shared(Html html) {
    if (shared.isEmpty()) {
      return;
    }
    html.add(
        """
        <section id="shared"><h2>What is learned without finding the row</h2>
        <div class="scroll"><table class="num"><caption>Rows whose whole group shares one value, which is known of each of them</caption>
        <thead><tr><th scope="col">Column</th><th scope="col">Rows</th><th scope="col">Share</th><th scope="col" class="drawn">Drawn</th></tr></thead>
        <tbody>
        """);
    shared.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                html.add(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
                    Html.value(each.getKey()),
                    each.getValue(),
                    Html.percent((double) each.getValue() / Math.max(1, after.rows())),
                    Html.share((double) each.getValue() / Math.max(1, after.rows()))));
    html.add("</tbody></table></div></section>\n");
  }
}
