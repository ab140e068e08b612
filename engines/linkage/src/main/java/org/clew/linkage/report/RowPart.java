package org.clew.linkage.report;

import org.clew.linkage.Findings;
import org.clew.pages.Html;

/// The rows as a whole: which cannot be linked, how full their columns are, and whether rows whose
/// names are in one script fare as those in another.
record RowPart(Findings findings) {
  void write(Html html) {
    unlinkable(html);
    columns(html);
    scripts(html);
  }

  private void unlinkable(Html html) {
    Findings.Reach reach = findings.reach();
    html.add(
        """
        <section id="unlinkable" aria-labelledby="unlinkable-h">
        <h2 id="unlinkable-h">Rows that cannot be linked</h2>
        """);
    html.add(
        "<p>{} of {} rows looked at ({}) say so little that not even a row just like them would be linked"
            + " with them. That they are alone says nothing about them.</p>\n",
        reach.cannot(),
        reach.looked(),
        Html.percent(share(reach.cannot(), reach.looked())));
    if (!reach.saying().isEmpty()) {
      html.add(
          """
          <div class="scroll" tabindex="0" role="region" aria-label="What rows say that cannot be linked">
          <table class="num"><thead><tr><th scope="col">They say</th><th scope="col">Rows</th>\
          <td class="drawn" aria-hidden="true"></td></tr></thead>
          <tbody>
          """);
      for (Findings.Saying saying : reach.saying()) {
        html.add(
            "<tr><th scope=\"row\"><bdi>{}</bdi></th><td>{}</td><td class=\"drawn\">{}</td></tr>\n",
            Words.list(saying.headings()),
            saying.rows(),
            Html.share(share(saying.rows(), reach.cannot())));
      }
      html.add("</tbody></table></div>\n");
    }
    html.add("</section>\n");
  }

  private static double share(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }

  private void columns(Html html) {
    boolean before = findings.overview().from() == Findings.From.A_MODEL;
    int rows = findings.overview().rows();
    html.add(
        """
        <section id="columns" aria-labelledby="columns-h">
        <h2 id="columns-h">How full columns are</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="Columns">
        <table class="num"><thead><tr><th scope="col">Column</th><th scope="col" class="start">Holds</th><th scope="col">Filled</th>\
        <td class="drawn" aria-hidden="true"></td>{}<th scope="col">Different values</th><th scope="col">Rows with the commonest</th>\
        <th scope="col">Cells not understood</th></tr></thead>
        <tbody>
        """,
        new Html.Markup(before ? "<th scope=\"col\">Filled where the model was learned</th>" : ""));
    for (Findings.Column column : findings.columns()) {
      html.add(
          "<tr><th scope=\"row\"><bdi>{}</bdi></th><td class=\"start\">{}</td><td>{}</td><td class=\"drawn\">{}</td>",
          Words.headings(column.headings()),
          Words.of(column.kind()),
          Html.percent(share(column.filled(), rows)),
          Html.share(share(column.filled(), rows)));
      if (before) {
        html.add("<td>{}</td>", Html.percent(column.before().orElse(0)));
      }
      html.add(
          "<td>{}</td><td>{}</td><td>{}</td></tr>\n",
          column.distinct(),
          column.commonest(),
          column.unread());
    }
    html.add("</tbody></table></div>\n</section>\n");
  }

  private void scripts(Html html) {
    html.add(
        """
        <section id="scripts" aria-labelledby="scripts-h">
        <h2 id="scripts-h">By script</h2>
        <p>Rows by the script in which their names are written. A script whose rows are linked less may hold \
        people who occur once, or people who are found less well: look whether its rows can be linked at \
        all, and how much they say. Lines show where the share would lie in 95 of 100 such lists; where \
        they overlap, the difference may be chance.</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Scripts">
        <table class="num"><thead><tr><th scope="col">Script</th><th scope="col">Rows</th><th scope="col">In an entity with another</th>\
        <th scope="col" class="drawn">From 0 to 100 %</th><th scope="col">Cannot be linked</th><th scope="col">Columns filled</th></tr></thead>
        <tbody>
        """);
    for (Findings.Script script : findings.scripts()) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"drawn\">{}</td><td>{}</td><td>{} of {}</td></tr>\n",
          script.name(),
          script.rows(),
          Html.percent(share(script.together(), script.rows())),
          Bars.interval(script.together(), script.rows()),
          Html.percent(share(script.cannot(), script.looked())),
          Html.tenths(script.filled()),
          findings.columns().size());
    }
    html.add("</tbody></table></div>\n</section>\n");
  }
}
