package org.clew.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reasons for and against a match, in bits, ready to be drawn: bars to one side of a fine axis
/// when they speak for it, to the other when against. All bars of one picture share a scale.
///
/// @param lines the fields compared, strongest first
/// @param reachBits the bits that would fill a bar's whole side; several pictures on one page that
///   share it can be compared by eye
public record Evidence(List<Line> lines, double reachBits) {

  /// Where the axis stands in a picture of 100 units.
  private static final double AXIS = 30;

  private static final double LEAST = 0.6;

  /// One compared field.
  ///
  /// @param label the field, in the visitor's language
  /// @param bits positive for, negative against
  /// @param reason why, in plain words
  public record Line(String label, double bits, @Nullable String reason) {}

  public Evidence {
    lines = List.copyOf(lines);
    if (!(reachBits > 0)) {
      throw new IllegalArgumentException("the scale needs bits: " + reachBits);
    }
  }

  public Evidence(List<Line> lines) {
    this(
        lines,
        Math.max(8, lines.stream().mapToDouble(line -> Math.abs(line.bits())).max().orElse(8)));
  }

  public double axis() {
    return AXIS;
  }

  /// Where the bar of these bits begins, of 100.
  public String start(double bits) {
    return number(bits < 0 ? AXIS - length(bits) : AXIS);
  }

  /// How long the bar of these bits is, of 100.
  public String width(double bits) {
    return number(length(bits));
  }

  private double length(double bits) {
    double side = bits < 0 ? AXIS : 100 - AXIS;
    return Math.clamp(Math.abs(bits) / reachBits * side, LEAST, side);
  }

  private static String number(double value) {
    return Double.toString(Math.round(value * 10) / 10.0);
  }
}
