package org.clew.linkage.report;

import org.clew.linkage.Findings;
import org.clew.pages.Html;

/// The run in a few figures.
record SummaryPart(Findings findings) {

  void write(Html html) {
    Findings.Overview run = findings.overview();
    double wrong = Math.max(0, run.linked() - run.right());
    double missed = Math.max(0, run.matches() - run.right());
    html.add(
        "<section id=\"summary\" aria-labelledby=\"summary-h\">\n<h2 id=\"summary-h\">In short</h2>\n");
    html.add(
        "<p>{} rows are taken to be <strong>{} entities</strong>; {} rows are in one with another. ",
        run.rows(),
        run.entities(),
        run.together());
    html.add(
        "{} pairs are linked, from <strong>{} bits</strong>. If the model holds, about {} of these"
            + " links are wrong, and about {} pairs that were compared and are one are not linked.",
        run.linked(),
        Html.bits(run.threshold()),
        Html.about(wrong),
        Html.about(missed));
    html.add(
        " These are expectations of a model and not counts; a person’s judgement goes before.</p>\n");
    html.add("<dl class=\"figures\">\n");
    figure(
        html,
        "Pairs compared",
        "%s of %s".formatted(Html.count(run.compared()), Html.about(run.possible())));
    figure(html, "Before any evidence", Html.bits(run.prior()) + " bits");
    figure(html, "Linked from", Html.bits(run.threshold()) + " bits");
    figure(html, "Expected precision", Html.percent(share(run.right(), run.linked())));
    figure(
        html,
        "Expected recall, of what was compared",
        Html.percent(share(run.right(), run.matches())));
    figure(
        html,
        "What is known of agreeing",
        run.from() == Findings.From.THIS_LIST
            ? "learned from this list"
            : "from a model learned before");
    figure(html, "Judgements that cannot all hold", Html.count(run.contradictions()));
    html.add("</dl>\n");
    html.add(
        """
        <p class="quiet">A <em>bit</em> doubles the odds that two rows are one: 10 bits are a thousand \
        to one, 20 a million. Every pair begins with the bits before any evidence, each field adds or \
        takes some, and the sum is compared with the threshold (Fellegi and Sunter 1969).</p>
        </section>
        """);
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 1 : Math.min(1, part / whole);
  }

  private static void figure(Html html, String what, String figure) {
    html.add("<div><dt>{}</dt><dd>{}</dd></div>\n", what, figure);
  }
}
