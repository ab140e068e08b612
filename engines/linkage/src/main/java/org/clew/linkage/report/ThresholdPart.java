package org.clew.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.linkage.Findings;
import org.clew.pages.Html;

/// What another threshold would give: a chart, the same as a table, and a slider where scripts run.
final class ThresholdPart {
  private static final double REVIEWED = 2;
  private static final int MOST_ROWS = 400;
  private static final double WIDTH = 640;
  private static final double HEIGHT = 260;
  private static final double LEFT = 64;
  private static final double BOTTOM = 28;
  private static final double TOP = 14;
  private static final double RIGHT = 14;

  private final Findings findings;
  private final List<Findings.Threshold> shown;
  private final double matches;

  ThresholdPart(Findings findings) {
    this.findings = findings;
    this.matches = findings.thresholds().getFirst().right();
    List<Findings.Threshold> near = new ArrayList<>();
    double lowest = findings.thresholds().getFirst().bits() + REVIEWED;
    for (Findings.Threshold each : findings.thresholds()) {
      boolean isTelling = each.pairs() > 0 || each.bits() <= findings.overview().threshold() + 4;
      if (isTelling && each.bits() >= lowest && near.size() < MOST_ROWS) {
        near.add(each);
      }
    }
    this.shown = near;
  }

  void write(Html html) {
    html.add(
        """
        <section id="threshold" aria-labelledby="threshold-h">
        <h2 id="threshold-h">Another threshold</h2>
        <p>The higher the threshold, the fewer links are wrong and the more are missed. <em>Precision</em> \
        is the expected share of linked pairs that are one; <em>recall</em> the expected share of pairs \
        that are one, of those compared, that are linked. Pairs to review lie within two bits of the \
        threshold on either side. Pairs are counted as they weigh, before it is looked whether the rest of two \
        groups bears them out and, between two lists, whether a row fits another better. With \
        <code>--threshold</code> you set it.</p>
        <form class="slider" hidden>
        <label for="bits">Link from <output id="bits-said" for="bits"></output> bits</label>
        <input id="bits" type="range">
        <p id="bits-means" aria-live="polite"></p>
        </form>
        <div class="beside">
        """);
    chart(html);
    table(html);
    html.add("</div>\n");
    data(html);
    html.add("</section>\n");
  }

  private double precision(Findings.Threshold at) {
    return at.pairs() == 0 ? 1 : Math.min(1, at.right() / at.pairs());
  }

  private double recall(Findings.Threshold at) {
    return matches <= 0 ? 0 : Math.min(1, at.right() / matches);
  }

  /// How many pairs lie within two bits.
  private long reviewed(double bits) {
    long low = 0;
    long high = 0;
    for (Findings.Threshold each : findings.thresholds()) {
      low = each.bits() <= bits - REVIEWED ? each.pairs() : low;
      high = each.bits() <= bits + REVIEWED ? each.pairs() : high;
    }
    return Math.max(0, low - high);
  }

  private double x(double bits) {
    double from = shown.getFirst().bits();
    double to = shown.getLast().bits();
    return LEFT + (bits - from) / Math.max(1, to - from) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double share) {
    return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  }

  private void chart(Html html) {
    double threshold = findings.overview().threshold();
    html.add(
        """
        <figure><svg class="chart" viewBox="0 0 640 260" role="img" aria-labelledby="threshold-t">
        <title id="threshold-t">Expected precision and recall by threshold; the table has the same figures</title>
        """);
    for (int percent = 0; percent <= 100; percent += 25) {
      html.add(
          "<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/><text class=\"end\" x=\"{}\" y=\"{}\">{} %</text>\n",
          Html.at(LEFT),
          Html.at(WIDTH - RIGHT),
          Html.at(y(percent / 100.0)),
          Html.at(y(percent / 100.0)),
          Html.at(LEFT - 6),
          Html.at(y(percent / 100.0) + 4),
          percent);
    }
    for (Findings.Threshold each : shown) {
      if (each.bits() % 10 == 0) {
        html.add(
            "<text class=\"middle\" x=\"{}\" y=\"{}\">{}</text>\n",
            Html.at(x(each.bits())),
            Html.at(HEIGHT - 6),
            Html.count(Math.round(each.bits())).replace('-', '−'));
      }
    }
    line(
        html,
        "precision",
        shown.stream().map(at -> new double[] {x(at.bits()), y(precision(at))}).toList());
    line(
        html,
        "recall",
        shown.stream().map(at -> new double[] {x(at.bits()), y(recall(at))}).toList());
    html.add(
        "<line id=\"bits-mark\" class=\"mark\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n</svg>\n",
        Html.at(x(threshold)),
        Html.at(x(threshold)),
        Html.at(TOP),
        Html.at(HEIGHT - BOTTOM));
    html.add(
        """
        <figcaption><span class="key"><svg viewBox="0 0 24 8" aria-hidden="true"><line class="precision" \
        x1="0" x2="24" y1="4" y2="4"/></svg> precision</span> <span class="key"><svg viewBox="0 0 24 8" \
        aria-hidden="true"><line class="recall" x1="0" x2="24" y1="4" y2="4"/></svg> recall</span> \
        <span class="key"><svg viewBox="0 0 24 8" aria-hidden="true"><line class="mark" x1="12" x2="12" \
        y1="0" y2="8"/></svg> threshold</span> <span>across: bits</span></figcaption></figure>
        """);
  }

  private static void line(Html html, String kind, List<double[]> points) {
    StringBuilder all = new StringBuilder();
    for (double[] point : points) {
      all.append(Html.at(point[0]).html()).append(',').append(Html.at(point[1]).html()).append(' ');
    }
    html.add("<polyline class=\"{}\" points=\"{}\"/>\n", kind, all.toString().strip());
  }

  private void table(Html html) {
    html.add(
        """
        <div class="scroll" tabindex="0" role="region" aria-label="Thresholds">
        <table class="num">
        <thead><tr><th scope="col">Bits</th><th scope="col">Pairs</th><th scope="col">Precision</th>\
        <th scope="col">Recall</th><th scope="col">To review</th><th scope="col">Rows that can reach it</th></tr></thead>
        <tbody>
        """);
    for (Findings.Threshold each : shown) {
      boolean isChosen = Math.abs(each.bits() - findings.overview().threshold()) < 0.125;
      if (each.bits() == Math.rint(each.bits()) || isChosen) {
        html.add(
            "<tr{}><th scope=\"row\">{}{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            new Html.Markup(isChosen ? " class=\"here\"" : ""),
            Html.bits(each.bits()),
            isChosen ? " (now)" : "",
            each.pairs(),
            Html.percent(precision(each)),
            Html.percent(recall(each)),
            reviewed(each.bits()),
            Html.percent(each.reaching()));
      }
    }
    html.add("</tbody></table></div>\n");
  }

  /// The figures for the slider: bits, pairs, right, to review, share of rows that reach it.
  private void data(Html html) {
    StringBuilder all = new StringBuilder();
    for (Findings.Threshold each : shown) {
      all.append(all.isEmpty() ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT,
                  "[%.2f,%d,%.1f,%d,%.4f]",
                  each.bits(),
                  each.pairs(),
                  each.right(),
                  reviewed(each.bits()),
                  each.reaching()));
    }
    html.add(
        "<script type=\"application/json\" id=\"thresholds\">{\"threshold\":{},\"matches\":{},"
            + "\"left\":{},\"right\":{},\"steps\":[{}]}</script>\n",
        new Html.Markup(String.format(Locale.ROOT, "%.3f", findings.overview().threshold())),
        new Html.Markup(String.format(Locale.ROOT, "%.1f", matches)),
        Html.at(LEFT),
        Html.at(WIDTH - RIGHT),
        new Html.Markup(all.toString()));
  }
}
