package org.clew.disclosure.release;

import java.util.List;
import java.util.Locale;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Variable;
import org.clew.disclosure.synthesis.Combination.Basis;
import org.clew.disclosure.synthesis.Spent;
import org.clew.pages.Html;
import org.clew.pages.StandAlone;

/// A [PrivacyReport] for people.
final class ReportPage {

  /// Above, a release can hardly be told from the list by epsilon alone.
  private static final double WEAK = 5;

  private static final int WIDTH = 640;
  private static final int HEIGHT = 220;
  private static final int LEFT = 72;
  private static final int BOTTOM = 32;

  private final PrivacyReport report;

  private ReportPage(PrivacyReport report) {
    this.report = report;
  }

  static String write(PrivacyReport report) {
    var out = new StringBuilder();
    new StandAlone("Privacy report").write(out, new ReportPage(report)::write);
    return out.toString();
  }

  private void write(Html html) {
    html.add("<header>\n<p class=\"brand\">Clew</p>\n<h1>Privacy report of a release</h1>\n");
    for (String warning : report.warnings()) {
      html.add("<p class=\"notice\" role=\"note\"><strong>{}</strong></p>\n", warning);
    }
    html.add("</header>\n<main id=\"main\">\n");
    promise(html);
    report.place().ifPresent(place -> tier(html, place));
    limits(html);
    told(html);
    ErrorSection.write(report, html);
    spent(html);
    report.booked().ifPresent(as -> AccountSection.write(html, as));
    known(html);
    html.add("</main>\n");
  }

  private void promise(Html html) {
    Terms terms = report.terms();
    html.add(
        """
        <section id="promise"><h2>What is promised</h2>
        <p>Take any one person. Whatever can be found in this release: its chance with them in the list is no more than \
        <strong>{} times</strong> its chance without them, plus {}. {}</p>
        <dl class="figures">
        <div><dt>Who is hidden</dt><dd>{}</dd></div>
        <div><dt>Epsilon</dt><dd>{}</dd></div>
        <div><dt>Delta</dt><dd>{}</dd></div>
        <div><dt>Rho spent, of what is allowed</dt><dd>{} of {}</dd></div>
        <div><dt>Epsilon of what was spent</dt><dd>{}</dd></div>
        </dl>
        <p class="quiet">(ε, δ)-differential privacy by way of ρ-zCDP. What is compared: {}.</p></section>
        """,
        times(Math.exp(terms.epsilon())),
        oneIn(terms.delta()),
        terms.epsilon() > WEAK
            ? "That is little of a promise: with so large an epsilon, the noise alone is no argument."
            : "",
        report.unit(),
        plain(terms.epsilon()),
        oneIn(terms.delta()),
        plain(report.made().measurements().rho()),
        plain(terms.rho()),
        plain(report.epsilonSpent()),
        report.neighbours());
  }

  private static void tier(Html html, Tiers.Place place) {
    html.add("<section id=\"tier\"><h2>Who else is told, and what</h2>\n");
    place.sentences().forEach(sentence -> html.add("<p>{}</p>\n", sentence));
    html.add("</section>\n");
  }

  private void limits(Html html) {
    html.add("<section id=\"limits\"><h2>What is not promised</h2>\n<ul>\n");
    for (String limit : report.limits()) {
      html.add("<li>{}</li>\n", limit);
    }
    html.add("</ul></section>\n");
  }

  private void told(Html html) {
    html.add(
        """
        <section id="told"><h2>What is told</h2>
        <p><strong>{} rows</strong> of people who do not exist. The list they stand for has between {} and {} people, \
        nine times in ten. Counts below {} are not told, nor those that noise alone might have made: \
        of those told, about one in twenty at most.</p>
        <div class="scroll"><table class="num">
        <caption>Counts that are told, and how wide their intervals are. Intervals hold the true number about nine times in ten, somewhat less often where most combinations are of a handful of people; half of them are no wider than the typical one.</caption>
        <thead><tr><th scope="col">Values together</th><th scope="col">Measured</th><th scope="col">Typical interval</th>\
        <th scope="col">From the rows</th><th scope="col">Typical interval</th></tr></thead>
        <tbody>
        """,
        report.made().rows().rows(),
        report.people().low(),
        report.people().high(),
        report.terms().least());
    for (int length = 1; length <= report.terms().longest(); length++) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
          length,
          report.told(length, Basis.MEASURED),
          half(length, Basis.MEASURED),
          report.told(length, Basis.MODELLED),
          half(length, Basis.MODELLED));
    }
    html.add("</tbody></table></div>\n");
    plot(html);
    html.add("</section>\n");
  }

  /// Half of the interval's width, of the combination in the middle.
  private String half(int length, Basis basis) {
    List<Long> widths =
        report.aggregates().stream()
            .filter(each -> each.length() == length && each.basis() == basis)
            .map(each -> each.high() - each.low())
            .sorted()
            .toList();
    return widths.isEmpty() ? "–" : "±\u00a0" + Html.about(widths.get(widths.size() / 2) / 2.0);
  }

  /// By how large a count is, how wide its interval is beside it.
  private void plot(Html html) {
    html.add(
        """
        <figure><svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="How wide intervals are, by how large the count is">
        """,
        new Html.Markup(Integer.toString(WIDTH)),
        new Html.Markup(Integer.toString(HEIGHT)));
    for (int percent = 0; percent <= 100; percent += 25) {
      html.add(
          "<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/><text class=\"end\" x=\"{}\" y=\"{}\">{} %</text>\n",
          Html.at(LEFT),
          Html.at(WIDTH - 8.0),
          Html.at(y(percent / 100.0)),
          Html.at(y(percent / 100.0)),
          Html.at(LEFT - 6.0),
          Html.at(y(percent / 100.0) + 4),
          percent);
    }
    for (int exponent = 1; exponent <= 5; exponent++) {
      html.add(
          "<text class=\"middle\" x=\"{}\" y=\"{}\">{}</text>\n",
          Html.at(x(Math.pow(10, exponent))),
          Html.at(HEIGHT - 8.0),
          (int) Math.pow(10, exponent));
    }
    int step = Math.max(1, report.aggregates().size() / 600);
    for (int i = 0; i < report.aggregates().size(); i += step) {
      Aggregate each = report.aggregates().get(i);
      double share = (each.high() - each.low()) / 2.0 / Math.max(1, each.count());
      html.add(
          "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"2\"/>\n",
          each.basis() == Basis.MEASURED ? "for" : "against",
          Html.at(x((double) each.count())),
          Html.at(y(Math.min(1, share))));
    }
    html.add(
        "</svg><figcaption>Half the interval as a share of the count, by the count: measured in the thread's colour,"
            + " from the rows in grey.{}</figcaption></figure>\n",
        step == 1 ? "" : " One in %,d is drawn.".formatted(step));
  }

  private static double x(double count) {
    return LEFT + (WIDTH - LEFT - 32) * Math.clamp(Math.log10(Math.max(1, count)) / 5.2, 0, 1);
  }

  private static double y(double share) {
    return 12 + (HEIGHT - BOTTOM - 12) * (1 - share);
  }

  private void spent(Html html) {
    html.add(
        """
        <section id="spent"><h2>What it cost</h2>
        <div class="scroll"><table class="num">
        <caption>Each step that looked at the people. After the last one nothing did.</caption>
        <thead><tr><th scope="col">Step</th><th scope="col" class="start">How</th><th scope="col">Tables</th><th scope="col">σ of a cell</th>\
        <th scope="col">ρ</th><th scope="col" class="drawn">Share</th></tr></thead>
        <tbody>
        """);
    double allowed = report.terms().rho();
    for (Spent each : report.made().measurements().spent()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td class=\"start\">{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
          PrivacyReport.words(each.step().name()),
          PrivacyReport.words(each.mechanism().name()),
          each.tables(),
          each.deviation() == 0 ? "–" : plain(each.deviation()),
          plain(each.rho()),
          Html.share(each.rho() / allowed));
    }
    html.add("</tbody></table></div></section>\n");
  }

  private void known(Html html) {
    Codebook codebook = report.codebook();
    html.add(
        """
        <section id="known"><h2>What everybody is taken to know</h2>
        <p>{} What nobody can be, by the codebook: {} rules.</p>
        """,
        codebook.domains() == Codebook.Domains.PUBLIC
            ? "Which columns there are and which values they can have, from the codebook:"
                + " somebody says that these are public."
            : "Which columns there are and which values they have was read off the list.",
        codebook.zeros().size());
    if (codebook.domains() == Codebook.Domains.PUBLIC) {
      values(html, codebook);
    } else {
      html.add("<p>How many values a column has is not said: it tells of the people.</p>\n");
    }
    html.add("</section>\n");
  }

  private static void values(Html html, Codebook codebook) {
    html.add(
        "<div class=\"scroll\"><table class=\"num\"><thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Values</th></tr></thead><tbody>\n");
    for (Variable variable : codebook.published()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
          Html.value(variable.name()),
          variable.values().size());
    }
    html.add("</tbody></table></div>\n");
  }

  private static String times(double factor) {
    return factor < 100
        ? String.format(Locale.ROOT, "%.1f", factor)
        : String.format(Locale.ROOT, "%,.0f", factor);
  }

  private static String oneIn(double chance) {
    return "1 in " + Html.count(Math.round(1 / chance));
  }

  static String plain(double number) {
    return String.format(Locale.ROOT, number < 0.001 ? "%.2e" : "%.4g", number);
  }
}
