package org.clew.meaning;

/// What a passage means, as a direction in a space of 384 dimensions.
public final class Direction {

  private final float[] unit;

  /// @param sums of any length but 0
  Direction(double[] sums) {
    double squares = 0;
    for (double each : sums) {
      squares += each * each;
    }
    unit = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      unit[i] = (float) (sums[i] / Math.sqrt(squares));
    }
  }

  /// The cosine of the angle between two: 1 where they mean the same to the model, about 0 where
  /// they have nothing to do with each other.
  public double cosine(Direction other) {
    double sum = 0;
    for (int i = 0; i < unit.length; i++) {
      sum += (double) unit[i] * other.unit[i];
    }
    return sum;
  }
}
