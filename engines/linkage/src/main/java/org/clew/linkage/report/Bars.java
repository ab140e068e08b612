package org.clew.linkage.report;

import org.clew.pages.Html;

/// Small drawings that stand in a table beside the figure they draw.
final class Bars {
  private static final double MOST_BITS = 24;

  /// Of the normal distribution, what 95 of 100 lie within.
  private static final double SURE = 1.96;

  private Bars() {}

  /// Bits to the one side of an axis or to the other.
  static Html.Markup bits(double bits) {
    double axis = 60;
    double room = bits < 0 ? axis : 220 - axis;
    double wide = Math.min(room, Math.abs(bits) / MOST_BITS * (220 - axis));
    return Html.markup(
        "<svg class=\"bar\" viewBox=\"0 0 220 18\" aria-hidden=\"true\"><line class=\"axis\" x1=\"60\" x2=\"60\" y1=\"0\""
            + " y2=\"18\"/><rect class=\"{}\" x=\"{}\" y=\"4\" width=\"{}\" height=\"10\"/></svg>",
        bits < 0 ? "against" : "for",
        Html.at(bits < 0 ? axis - wide : axis),
        Html.at(wide));
  }

  /// A share with the range it would lie in, of lists like this one (Wilson 1927).
  static Html.Markup interval(int part, int whole) {
    double n = Math.max(1, whole);
    double p = part / n;
    double middle = (p + SURE * SURE / (2 * n)) / (1 + SURE * SURE / n);
    double half =
        SURE / (1 + SURE * SURE / n) * Math.sqrt(p * (1 - p) / n + SURE * SURE / (4 * n * n));
    return Html.markup(
        "<svg class=\"bar\" viewBox=\"0 0 220 18\" aria-hidden=\"true\"><line class=\"axis\" x1=\"4\" x2=\"216\" y1=\"9\" y2=\"9\"/>"
            + "<line class=\"range\" x1=\"{}\" x2=\"{}\" y1=\"9\" y2=\"9\"/><circle class=\"for\" cx=\"{}\" cy=\"9\" r=\"4\"/></svg>",
        Html.at(4 + 212 * Math.max(0, middle - half)),
        Html.at(4 + 212 * Math.min(1, middle + half)),
        Html.at(4 + 212 * p));
  }
}
