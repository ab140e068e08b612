package org.clew.disclosure.release;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.clew.disclosure.NineInTen;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.synthesis.ModelError;
import org.clew.disclosure.synthesis.Withheld;
import org.clew.pages.Html;

/// How far off a release is, and what it leaves out, for people.
final class ErrorSection {

  private static final int MOST_TABLES = 20;

  private static final int[] SIZES = {10, 30, 100, 300, 1_000, 3_000};

  private ErrorSection() {}

  static void write(PrivacyReport report, Html html) {
    html.add("<section id=\"error\"><h2>How far off it is</h2>\n");
    bySize(report, html);
    tables(report, html);
    html.add("</section>\n<section id=\"withheld\"><h2>What is left out</h2>\n");
    withheld(report, html);
    html.add("</section>\n");
  }

  private static void bySize(PrivacyReport report, Html html) {
    ModelError error = report.made().error();
    html.add(
        """
        <p>Where no table was measured, as seen on tables that the rows were not made from.</p>
        <div class="scroll"><table class="num">
        <caption>Nine times in ten a count is off by no more than</caption>
        <thead><tr><th scope="col">A count of</th><th scope="col">Two values together</th><th scope="col">Three values together</th></tr></thead>
        <tbody>
        """);
    for (int size : SIZES) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
          Html.count(size),
          half(error.deviation(2, size)),
          half(error.deviation(3, size)));
    }
    html.add("</tbody></table></div>\n");
  }

  private static String half(double deviation) {
    return Double.isInfinite(deviation) ? "–" : "±\u00a0" + Html.about(NineInTen.HALF * deviation);
  }

  private static void tables(PrivacyReport report, Html html) {
    List<TableError> tables = report.tables();
    // How many cells a table has tells how many values there are.
    boolean all = report.codebook().domains() == Codebook.Domains.PUBLIC;
    List<TableError> farthest =
        tables.stream()
            .sorted(Comparator.comparingDouble(TableError::off).reversed())
            .limit(MOST_TABLES)
            .toList();
    html.add(
        """
        <p>The rows beside the {} tables that were measured. At 1 σ or below they are as near as the noise lets one see. \
        All tables are in privacy-report.json.</p>
        <div class="scroll"><table class="num">
        <caption>The farthest {}</caption>
        <thead><tr><th scope="col">Columns</th><th scope="col">Rows off by</th><th scope="col" class="start">The rows were</th>\
        <th scope="col">σ of a cell</th><th scope="col">Cells</th></tr></thead>
        <tbody>
        """,
        tables.size(),
        farthest.size());
    for (TableError each : farthest) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{} σ</td><td class=\"start\">{}</td><td>{}</td><td>{}</td></tr>\n",
          Html.value(String.join(" · ", each.columns())),
          String.format(Locale.ROOT, "%.1f", each.off()),
          each.fitted() ? "fitted to it" : "checked by it",
          ReportPage.plain(each.sigma()),
          all ? Html.count(each.cells()) : "–");
    }
    html.add("</tbody></table></div>\n");
  }

  private static void withheld(PrivacyReport report, Html html) {
    html.add(
        """
        <p>Counts that the rows have and that are not told. Nobody can say of them whether they are rare or not there at all.</p>
        <div class="scroll"><table class="num">
        <thead><tr><th scope="col">Values together</th><th scope="col">Fewer than {}</th><th scope="col">Lost in the noise</th></tr></thead>
        <tbody>
        """,
        report.terms().least());
    for (Withheld each : report.withheld()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
          each.length(),
          Html.count(each.few()),
          Html.count(each.unsure()));
    }
    html.add("</tbody></table></div>\n");
  }
}
