package org.clew.linkage.report;

import java.util.ArrayList;
import java.util.List;
import org.clew.linkage.Evidence;
import org.clew.linkage.Findings;
import org.clew.linkage.Match;
import org.clew.linkage.report.LinkReport.Naming;
import org.clew.linkage.report.LinkReport.Values;
import org.clew.pages.Html;

/// A few pairs, each with what every field adds to its weight: a table of which every row has its
/// bar, from where the sum stood to where it stands.
final class PairPart {
  private static final double WIDTH = 220;

  private final Findings findings;
  private final Naming naming;
  private final double threshold;
  private double lowest;
  private double highest;

  PairPart(Findings findings, Naming naming) {
    this.findings = findings;
    this.naming = naming;
    this.threshold = findings.overview().threshold();
    lowest = Math.min(0, threshold);
    highest = Math.max(0, threshold);
    for (Findings.Pair pair : findings.pairs()) {
      double sum = pair.match().prior();
      reach(sum);
      for (Evidence evidence : pair.match().evidence()) {
        sum += evidence.bits();
        reach(sum);
      }
    }
  }

  private void reach(double sum) {
    lowest = Math.min(lowest, sum);
    highest = Math.max(highest, sum);
  }

  void write(Html html) {
    html.add(
        """
        <section id="pairs" aria-labelledby="pairs-h">
        <h2 id="pairs-h">Pairs, and why</h2>
        <p>A few pairs of each sort, no two of a sort that agree in the same way if it can be helped. The bar \
        of a field begins where the fields above it left the sum, and ends where the field leaves it; the \
        upright line is the threshold. All bars have one scale.</p>
        """);
    if (findings.pairs().isEmpty()) {
      html.add("<p>No pair came near the threshold.</p>\n");
    }
    Findings.Pair.Why before = null;
    for (Findings.Pair pair : findings.pairs()) {
      boolean first = pair.why() != before;
      if (first) {
        html.add("<h3>{}</h3>\n", Words.of(pair.why()));
        before = pair.why();
      }
      pair(html, pair, first);
    }
    html.add("</section>\n");
  }

  private void pair(Html html, Findings.Pair pair, boolean open) {
    Match match = pair.match();
    html.add(
        "<details class=\"pair\"{}>\n<summary><h4><bdi>{}</bdi> and <bdi>{}</bdi>: <span class=\"num\">{} bits</span></h4></summary>\n<p>{}</p>\n",
        new Html.Markup(open ? " open" : ""),
        naming.row(pair.left()),
        naming.row(pair.right()),
        Html.bits(match.weight()),
        inWords(pair));
    html.add("<table class=\"fall\">\n<thead><tr><th scope=\"col\">Field</th>");
    if (naming.values() == Values.SHOWN) {
      html.add("<th scope=\"col\">One</th><th scope=\"col\">Other</th>");
    }
    html.add(
        "<th scope=\"col\">How they agree</th><th scope=\"col\" class=\"end\">Bits</th><td class=\"drawn\" aria-hidden=\"true\"></td></tr></thead>\n<tbody>\n");
    double sum = match.prior();
    row(
        html,
        "before any evidence",
        "",
        "",
        "two rows picked blindly",
        match.prior(),
        bar(0, sum, "prior"));
    for (Evidence evidence : match.evidence()) {
      String rare = Words.rare(evidence);
      row(
          html,
          Words.of(evidence.kind()),
          evidence.asked(),
          evidence.found(),
          Words.of(evidence.agreement()) + (rare.isEmpty() ? "" : "; " + rare),
          evidence.bits(),
          bar(sum, sum + evidence.bits(), evidence.bits() < 0 ? "against" : "for"));
      sum += evidence.bits();
    }
    String verdict = sum >= threshold ? "reaches the threshold" : "below the threshold";
    row(html, "in all", "", "", verdict, sum, bar(0, sum, "all"));
    html.add("</tbody></table>\n</details>\n");
  }

  private void row(
      Html html, String field, String one, String other, String how, double bits, Html.Markup bar) {
    html.add("<tr><th scope=\"row\">{}</th>", field);
    if (naming.values() == Values.SHOWN) {
      html.add("<td>{}</td><td>{}</td>", Html.value(one), Html.value(other));
    }
    html.add(
        "<td class=\"how\">{}</td><td class=\"end num\">{}</td><td class=\"drawn\">{}</td></tr>\n",
        how,
        Html.bits(bits),
        bar);
  }

  private double x(double bits) {
    return 2 + (bits - lowest) / Math.max(1, highest - lowest) * (WIDTH - 4);
  }

  private Html.Markup bar(double from, double to, String kind) {
    double left = Math.min(x(from), x(to));
    double wide = Math.max(1, Math.abs(x(to) - x(from)));
    return Html.markup(
        "<svg class=\"bar\" viewBox=\"0 0 220 18\" aria-hidden=\"true\"><line class=\"axis\" x1=\"{}\" x2=\"{}\""
            + " y1=\"0\" y2=\"18\"/><line class=\"mark\" x1=\"{}\" x2=\"{}\" y1=\"0\" y2=\"18\"/>"
            + "<rect class=\"{}\" x=\"{}\" y=\"4\" width=\"{}\" height=\"10\"/></svg>",
        Html.at(x(0)),
        Html.at(x(0)),
        Html.at(x(threshold)),
        Html.at(x(threshold)),
        kind,
        Html.at(left),
        Html.at(wide));
  }

  /// The pair in one sentence.
  private static String inWords(Findings.Pair pair) {
    List<String> fors = new ArrayList<>();
    List<String> against = new ArrayList<>();
    for (Evidence evidence : pair.match().evidence()) {
      String said = "%s (%s)".formatted(Words.of(evidence.kind()), Words.of(evidence.agreement()));
      if (evidence.bits() >= 0.5) {
        fors.add(said);
      } else if (evidence.bits() <= -0.5) {
        against.add(said);
      }
    }
    String out =
        fors.isEmpty() ? "Nothing speaks for it." : "For it: " + String.join(", ", fors) + ".";
    out +=
        against.isEmpty()
            ? " Nothing speaks against it."
            : " Against it: " + String.join(", ", against) + ".";
    return out + " With all that, " + Words.sure(pair.match().weight()) + ", if the model holds.";
  }
}
