package org.clew.linkage.report;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.clew.linkage.Findings;
import org.clew.pages.Html;
import org.clew.pages.StandAlone;

/// A run of linkage as a [page that stands alone][StandAlone]. A cell of the list is text to it and
/// nothing else: it is escaped, and shut into its own direction.
public final class LinkReport {
  private final Findings findings;
  private final Naming naming;

  /// How rows are called, and whether their cells are shown.
  ///
  /// @param lists names of what was linked
  /// @param id by number of a row, from 0, what it is called
  public record Naming(List<String> lists, IntFunction<String> id, Values values) {
    public Naming {
      lists = List.copyOf(lists);
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(values, "values");
    }

    /// What a row is called.
    String row(int row) {
      return values == Values.SHOWN ? id.apply(row) : "row " + (row + 1);
    }
  }

  /// Whether cells of the list are in the report.
  public enum Values {
    /// They are: whoever judges pairs has to see them.
    SHOWN,
    /// Neither cells nor ids are; rows are known by their numbers.
    HIDDEN
  }

  private LinkReport(Findings findings, Naming naming) {
    this.findings = findings;
    this.naming = naming;
  }

  /// Writes the page.
  ///
  /// @throws UncheckedIOException when it cannot be written
  public static void write(Findings findings, Naming naming, Appendable out) {
    var report = new LinkReport(findings, naming);
    new StandAlone(
            "Linked: " + String.join(", ", naming.lists()),
            StandAlone.resource(LinkReport.class, "report.js"))
        .write(out, report::write);
  }

  private void write(Html html) {
    head(html);
    html.add("<main id=\"main\">\n");
    new SummaryPart(findings).write(html);
    new ThresholdPart(findings).write(html);
    new PairPart(findings, naming).write(html);
    new GroupPart(findings, naming).write(html);
    new ColumnPart(findings).write(html);
    new RowPart(findings).write(html);
    html.add("</main>\n");
  }

  private void head(Html html) {
    html.add(
        "<header>\n<p class=\"brand\">Clew</p>\n<h1>Which rows are the same: <bdi>{}</bdi></h1>\n",
        String.join(", ", naming.lists()));
    if (naming.values() == Values.SHOWN) {
      html.add(
          """
          <p class="notice" role="note"><strong>This page holds personal data out of the list.</strong> \
          Keep it where you keep the list, and delete it when you delete the list. To show somebody \
          the figures alone, make it again with <code>--report-without-values</code>.</p>
          """);
    } else {
      html.add(
          """
          <p class="notice" role="note"><strong>No cell of the list is on this page</strong>: headings, \
          row numbers and figures only. Small counts may still tell something about a person.</p>
          """);
    }
    html.add(
        """
        <nav aria-label="On this page"><ul>
        <li><a href="#summary">In short</a></li>
        <li><a href="#threshold">Threshold</a></li>
        <li><a href="#pairs">Pairs, and why</a></li>
        <li><a href="#groups">Entities</a></li>
        <li><a href="#agreeing">How fields agree</a></li>
        <li><a href="#rules">What was compared</a></li>
        <li><a href="#unlinkable">Rows that cannot be linked</a></li>
        <li><a href="#columns">How full columns are</a></li>
        <li><a href="#scripts">By script</a></li>
        </ul></nav>
        </header>
        """);
  }
}
