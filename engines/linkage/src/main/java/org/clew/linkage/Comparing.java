package org.clew.linkage;

/// Compares pairs of rows, but for those that promise nothing. What rows hold is looked at for many
/// of them in one go before it is compared: the memory answers many questions at a time, and one
/// after the other slowly.
final class Comparing {
  /// Pairs that are looked at in one go.
  private static final int AT_A_TIME = 64;

  /// Where beside the rules under which a pair met the first of them stands.
  private static final int FIRST = 16;

  private static final int MET = (1 << FIRST) - 1;

  /// Rows that met under so many rules share enough for it to be a promise.
  private static final int ENOUGH = 3;

  private final Traits traits;
  private final Promise promise;
  private final Kernels kernels = new Kernels();

  /// Places of the pairs that wait, and the rules under which they met.
  private final int[] lefts = new int[AT_A_TIME];

  private final int[] rights = new int[AT_A_TIME];
  private final int[] rules = new int[AT_A_TIME];
  private int waiting;

  /// The pairs that were compared.
  final Pairs pairs = new Pairs();

  Comparing(Traits traits, Promise promise) {
    this.traits = traits;
    this.promise = promise;
  }

  /// Takes a pair of places, to be compared in a while.
  ///
  /// @param first the first rule under which they met
  /// @param whole the rules in whose blocks they met, one bit each, where these were not cut
  void add(int a, int b, int first, int whole) {
    lefts[waiting] = a;
    rights[waiting] = b;
    rules[waiting++] = first << FIRST | whole;
    if (waiting == AT_A_TIME) {
      finish();
    }
  }

  /// Compares what waits.
  void finish() {
    long seen = 0;
    for (int i = 0; i < waiting; i++) {
      seen += traits.prefetch(lefts[i]);
      seen += traits.prefetch(rights[i]);
    }
    Prefetch.use(seen);
    for (int i = 0; i < waiting; i++) {
      boolean hopeless = isHopeless(lefts[i], rights[i], rules[i]);
      if (!hopeless || Promise.isSample(lefts[i], rights[i])) {
        compare(lefts[i], rights[i], rules[i], hopeless);
      }
    }
    waiting = 0;
  }

  private boolean isHopeless(int a, int b, int met) {
    return Integer.bitCount(met & MET) < ENOUGH && promise.isHopeless(a, b);
  }

  private void compare(int a, int b, int met, boolean isSample) {
    int left = traits.row(a);
    int right = traits.row(b);
    long pattern = traits.patternAt(left < right ? a : b, left < right ? b : a, kernels);
    pairs.add(left, right, pattern, met >>> FIRST, met & MET, isSample);
  }
}
