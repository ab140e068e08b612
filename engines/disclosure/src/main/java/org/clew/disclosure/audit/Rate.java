package org.clew.disclosure.audit;

/// How often something happened.
///
/// @param hits so often
/// @param tries of so many times
public record Rate(int hits, int tries) {

  /// The chance that the true rate lies outside [#low] and [#high].
  public static final double MISS = 0.05;

  private static final int HALVINGS = 60;

  /// Demands no more hits than tries.
  public Rate {
    if (hits < 0 || hits > tries) {
      throw new IllegalArgumentException("There are from none to all hits.");
    }
  }

  /// The share of hits; 0 where nothing was tried.
  public double share() {
    return tries == 0 ? 0 : (double) hits / tries;
  }

  /// The lower end of the interval that holds the true rate 95 times in 100 (Clopper and Pearson
  /// 1934).
  public double low() {
    return low(MISS / 2);
  }

  /// Its upper end.
  public double high() {
    return high(MISS / 2);
  }

  /// A bound that the true rate is below with no more than a chance.
  double low(double miss) {
    return hits == 0 ? 0 : root(hits, miss);
  }

  /// A bound that the true rate is above with no more than a chance.
  double high(double miss) {
    return hits == tries ? 1 : root(hits + 1, 1 - miss);
  }

  /// The rate at which that many hits or more have a chance.
  private double root(int least, double chance) {
    double ways = 0;
    for (int i = 1; i <= least; i++) {
      ways += Math.log((double) (tries - least + i) / i);
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (tail(least, ways, middle) < chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /// The chance of that many hits or more, by the sum of whichever side is shorter.
  ///
  /// @param ways the logarithm of in how many ways the tries can be so many hits
  private double tail(int least, double ways, double rate) {
    double term = Math.exp(ways + least * Math.log(rate) + (tries - least) * Math.log1p(-rate));
    double odds = rate / (1 - rate);
    double sum = 0;
    if (least > rate * tries) {
      for (int i = least; i <= tries; i++) {
        sum += term;
        term *= odds * (tries - i) / (i + 1);
      }
      return sum;
    }
    for (int i = least; i > 0; i--) {
      term *= i / (odds * (tries - i + 1));
      sum += term;
    }
    return 1 - sum;
  }
}
