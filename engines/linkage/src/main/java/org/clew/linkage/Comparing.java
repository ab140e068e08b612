package org.clew.linkage;

/// Compares pairs of rows, but for those that promise nothing. What rows hold is looked at for many
/// of them in one go before it is compared: the memory answers many questions at a time, and one
/// after the other slowly.
final class Comparing {
  /// Pairs that are looked at in one go.
  private static final int AT_A_TIME = 256;

  /// Where beside the rules under which a pair met the first of them stands.
  private static final int FIRST = 16;

  private final Traits traits;
  private final Promise promise;
  private final Kernels kernels = new Kernels();

  /// Pairs of places of which it is to be told what they promise.
  private final Waiting met = new Waiting();

  /// Those that are to be compared.
  private final Waiting promising = new Waiting();

  /// The pairs that were compared.
  final Pairs pairs = new Pairs();

  private static final class Waiting {
    final int[] lefts = new int[AT_A_TIME];
    final int[] rights = new int[AT_A_TIME];
    final int[] rules = new int[AT_A_TIME];

    /// Whether each stands for others that promise as little.
    final boolean[] samples = new boolean[AT_A_TIME];

    int size;

    /// Answers whether no further one has room.
    boolean add(int left, int right, int by, boolean isSample) {
      lefts[size] = left;
      rights[size] = right;
      rules[size] = by;
      samples[size++] = isSample;
      return size == AT_A_TIME;
    }
  }

  Comparing(Traits traits, Promise promise) {
    this.traits = traits;
    this.promise = promise;
  }

  /// Takes a pair of places, to be compared in a while.
  ///
  /// @param first the first rule under which they met
  /// @param whole the rules in whose blocks they met, one bit each, where these were not cut
  void add(int a, int b, int first, int whole) {
    if (met.add(a, b, first << FIRST | whole, false)) {
      judge();
    }
  }

  /// Compares what waits.
  void finish() {
    judge();
    compare();
  }

  private void judge() {
    long seen = 0;
    for (int i = 0; i < met.size && !promise.isSilent(); i++) {
      seen += promise.prefetch(met.lefts[i]);
      seen += promise.prefetch(met.rights[i]);
    }
    Prefetch.use(seen);
    for (int i = 0; i < met.size; i++) {
      int a = met.lefts[i];
      int b = met.rights[i];
      boolean hopeless = !promise.isSilent() && promise.isHopeless(a, b);
      boolean compared = !hopeless || Promise.isSample(a, b);
      if (compared && promising.add(a, b, met.rules[i], hopeless)) {
        compare();
      }
    }
    met.size = 0;
  }

  private void compare() {
    long seen = 0;
    for (int i = 0; i < promising.size; i++) {
      seen += traits.prefetch(promising.lefts[i]);
      seen += traits.prefetch(promising.rights[i]);
    }
    Prefetch.use(seen);
    for (int i = 0; i < promising.size; i++) {
      int a = promising.lefts[i];
      int b = promising.rights[i];
      int left = traits.row(a);
      int right = traits.row(b);
      long pattern = traits.patternAt(left < right ? a : b, left < right ? b : a, kernels);
      int rules = promising.rules[i];
      pairs.add(left, right, pattern, rules >>> FIRST, rules & 0xFFFF, promising.samples[i]);
    }
    promising.size = 0;
  }
}
