package org.clew.linkage.report;

import java.util.stream.Collectors;
import org.clew.linkage.Findings;
import org.clew.pages.Html;

/// How often fields agree where two rows are one and where they are not, and which rows were
/// brought together to be compared.
record ColumnPart(Findings findings) {
  void write(Html html) {
    html.add(
        """
        <section id="agreeing" aria-labelledby="agreeing-h">
        <h2 id="agreeing-h">How fields agree</h2>
        <p><em>m</em> is how often a field agrees in this way where two rows are one, <em>u</em> where they \
        are not. The bits are log2(m/u), for a value as rare as most; a value that few rows hold is worth more, \
        one that many hold less. Bars to the right speak for one, bars to the left against.</p>
        """);
    for (Findings.Column column : findings.columns()) {
      column(html, column);
    }
    html.add("</section>\n");
    rules(html);
  }

  private void column(Html html, Findings.Column column) {
    html.add(
        "<h3><bdi>{}</bdi> <small>{}; m learned from about {} pairs{}</small></h3>\n",
        Words.headings(column.headings()),
        Words.of(column.kind()),
        Html.about(column.matches()),
        column.matches() < 25 ? ", so mostly what holds in general" : "");
    html.add(
        """
        <div class="scroll" tabindex="0" role="region" aria-label="Ways of agreeing">
        <table class="num"><thead><tr><th scope="col">How they agree</th><th scope="col">m</th>\
        <th scope="col">u</th><th scope="col">Bits</th><td class="drawn" aria-hidden="true"></td></tr></thead>
        <tbody>
        """);
    for (Findings.Level level : column.levels()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
          Words.of(level),
          Html.percent(level.m()),
          Words.oneIn(level.u()),
          Html.bits(level.bits()),
          Bars.bits(level.bits()));
    }
    html.add("</tbody></table></div>\n");
  }

  private void rules(Html html) {
    Findings.Overview run = findings.overview();
    html.add(
        "<section id=\"rules\" aria-labelledby=\"rules-h\">\n<h2 id=\"rules-h\">What was compared</h2>\n");
    if (run.compared() == 0) {
      html.add("<p>No pairs were compared.</p>\n</section>\n");
      return;
    }
    if (findings.rules().isEmpty()) {
      html.add(
          "<p>The list is short: all {} pairs were compared, and nothing was left out.</p>\n</section>\n",
          run.compared());
      return;
    }
    html.add(
        "<p>Of {} pairs, {} were compared: those of rows that share what a rule looks at. Each pair is"
            + " counted under the first rule that brings it together; a match that no rule brings together"
            + " is not found. Blocks of too many rows are cut by further columns, not dropped. In a long list,"
            + " rows that share so little that they are hardly one are passed over.</p>\n",
        Html.about(run.possible()),
        run.compared());
    html.add(
        """
        <div class="scroll" tabindex="0" role="region" aria-label="Blocking rules">
        <table class="num"><thead><tr><th scope="col">Rows that share</th><th scope="col">Pairs it adds</th>\
        <th scope="col">Expected to be one</th><th scope="col">So far, of all expected</th>\
        <td class="drawn" aria-hidden="true"></td></tr></thead>
        <tbody>
        """);
    double all = findings.rules().stream().mapToDouble(Findings.Rule::matches).sum();
    double sum = 0;
    for (Findings.Rule rule : findings.rules()) {
      sum += rule.matches();
      double share = all <= 0 ? 0 : sum / all;
      html.add(
          "<tr><th scope=\"row\"><bdi>{}</bdi></th><td>{}</td><td>{}</td><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
          rule.keys().stream().map(Words::key).collect(Collectors.joining(" and ")),
          rule.pairs(),
          Html.about(rule.matches()),
          Html.percent(share),
          Html.share(share));
    }
    html.add("</tbody></table></div>\n</section>\n");
  }
}
