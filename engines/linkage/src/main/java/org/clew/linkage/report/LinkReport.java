package org.clew.linkage.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.clew.linkage.Findings;

/// A run of linkage as one HTML page: needs no network and no other file, works without scripts, by
/// keyboard and on paper. The same findings give the same bytes.
///
/// A cell of the list is text to it and nothing else: it is escaped, shut into its own direction,
/// and the page forbids itself any script and style but its own by their hashes ([CSP
/// 3](https://www.w3.org/TR/CSP3/)).
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
    new LinkReport(findings, naming).write(new Html(out));
  }

  private void write(Html html) {
    String style = resource("report.css");
    String script = resource("report.js");
    html.add(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{}'; \
        script-src '{}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <title>Linked: {}</title>
        <style>{}</style>
        </head>
        <body>
        <a class="skip" href="#main">To the findings</a>
        """,
        hash(style),
        hash(script),
        String.join(", ", naming.lists()),
        new Html.Markup(style));
    head(html);
    html.add("<main id=\"main\">\n");
    new SummaryPart(findings).write(html);
    new ThresholdPart(findings).write(html);
    new PairPart(findings, naming).write(html);
    new GroupPart(findings, naming).write(html);
    new ColumnPart(findings).write(html);
    new RowPart(findings).write(html);
    html.add("</main>\n<script>{}</script>\n</body>\n</html>\n", new Html.Markup(script));
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

  private static String resource(String name) {
    try (InputStream in = LinkReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Html.Markup hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return new Html.Markup("sha256-" + Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
