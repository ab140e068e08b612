package org.clew.disclosure.release;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clew.disclosure.risk.EquivalenceClasses;
import org.clew.disclosure.risk.ProsecutorRisk;
import org.clew.disclosure.risk.RareCombinations;
import org.clew.disclosure.risk.SensitiveColumn;
import org.clew.pages.Html;
import org.clew.pages.StandAlone;

/// How easily people are found in a list, as a page for whoever keeps it. It has names of columns
/// and numbers of rows, and no cell.
///
/// @param quasi what others may know, by name
/// @param k rows of which there are fewer are rare
/// @param classes by those columns
/// @param rare by few of them
/// @param sensitive by name of a column that nobody should learn
public record RiskReport(
    List<String> quasi,
    int k,
    EquivalenceClasses classes,
    RareCombinations rare,
    Map<String, SensitiveColumn> sensitive) {

  private static final int SHOWN = 20;

  /// Copies lists.
  public RiskReport {
    quasi = List.copyOf(quasi);
    sensitive = Map.copyOf(sensitive);
  }

  /// The page.
  public String html() {
    var out = new StringBuilder();
    new StandAlone("What a list gives away").write(out, this::write);
    return out.toString();
  }

  private void write(Html html) {
    html.add(
        """
        <header>
        <p class="brand">Clew</p>
        <h1>What a list gives away of the people in it</h1>
        <p class="notice" role="note"><strong>For whoever keeps the list.</strong> Whoever else reads this learns how rare people in it are.</p>
        </header>
        <main id="main">
        """);
    found(html);
    columns(html);
    combinations(html);
    learned(html);
    html.add(
        """
        <section id="limits"><h2>What this does not say</h2>
        <p>This is about the columns that were named. Whoever knows more finds more, and what all rows of a group share is known of each of them. No number here says that a list can be given away.</p></section>
        </main>
        """);
  }

  private void found(Html html) {
    ProsecutorRisk risk = ProsecutorRisk.of(classes);
    html.add(
        """
        <section id="found"><h2>How easily somebody is found</h2>
        <p>Somebody knows that a person is in the list, and these columns: {}.</p>
        <dl class="figures">
        <div><dt>Rows</dt><dd>{}</dd></div>
        <div><dt>Groups of rows alike</dt><dd>{}</dd></div>
        <div><dt>Picks the right row, on average</dt><dd>{}</dd></div>
        <div><dt>Rows alone of their kind</dt><dd>{}</dd></div>
        <div><dt>Rows with fewer than {} alike</dt><dd>{}</dd></div>
        <div><dt>k of k-anonymity</dt><dd>{}</dd></div>
        </dl>
        """,
        names(quasi),
        classes.rows(),
        classes.count(),
        Html.percent(risk.average()),
        classes.uniques(),
        k,
        classes.rowsRarerThan(k),
        classes.least());
    ClassSizes.write(html, "Rows by how many are like them", classes, classes.rows());
    html.add("</section>\n");
  }

  private static Html.Markup names(List<String> names) {
    var all = new StringBuilder();
    for (String name : names) {
      all.append(all.isEmpty() ? "" : ", ").append(Html.value(name).html());
    }
    return new Html.Markup(all.toString());
  }

  private void columns(Html html) {
    html.add(
        """
        <section id="columns"><h2>Which columns make rows rare</h2>
        <p>Drop the first, or make it coarser, and see again.</p>
        <div class="scroll"><table class="num"><caption>Rows of which there are fewer than {}, by the columns that help to make them so</caption>
        <thead><tr><th scope="col">Column</th><th scope="col">Rows</th><th scope="col">Share</th><th scope="col" class="drawn">Drawn</th></tr></thead>
        <tbody>
        """,
        k);
    IntStream.range(0, quasi.size())
        .boxed()
        .sorted(Comparator.comparingInt(rare.rowsByColumn()::get).reversed())
        .forEach(place -> row(html, List.of(quasi.get(place)), rare.rowsByColumn().get(place)));
    html.add("</tbody></table></div></section>\n");
  }

  private void row(Html html, List<String> columns, int rows) {
    double share = (double) rows / classes.rows();
    html.add(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
        names(columns),
        rows,
        Html.percent(share),
        Html.share(share));
  }

  private void combinations(Html html) {
    List<RareCombinations.Combination> shown =
        rare.combinations().stream()
            .filter(each -> each.byItself() > 0)
            .sorted(Comparator.comparingInt(RareCombinations.Combination::byItself).reversed())
            .limit(SHOWN)
            .toList();
    html.add("<section id=\"combinations\"><h2>How few columns are enough</h2>\n");
    if (shown.isEmpty()) {
      html.add("<p>None of the combinations that were looked at makes a row rare.</p></section>\n");
      return;
    }
    html.add(
        """
        <div class="scroll"><table class="num"><caption>Columns that together make rows rare, as no fewer of them do: the {} that make most so</caption>
        <thead><tr><th scope="col">Columns</th><th scope="col">Rows</th><th scope="col">Share</th><th scope="col" class="drawn">Drawn</th></tr></thead>
        <tbody>
        """,
        shown.size());
    for (RareCombinations.Combination each : shown) {
      row(html, each.columns().stream().map(quasi::get).toList(), each.byItself());
    }
    html.add("</tbody></table></div></section>\n");
  }

  private void learned(Html html) {
    if (sensitive.isEmpty()) {
      return;
    }
    html.add(
        """
        <section id="learned"><h2>What is learned without finding the row</h2>
        <div class="scroll"><table class="num"><caption>Rows whose whole group shares one value, which is known of each of them</caption>
        <thead><tr><th scope="col">Column</th><th scope="col">Rows</th><th scope="col">Share</th><th scope="col" class="drawn">Drawn</th></tr></thead>
        <tbody>
        """);
    sensitive.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> row(html, List.of(each.getKey()), each.getValue().homogeneousRows()));
    html.add("</tbody></table></div></section>\n");
  }
}
