package org.clew.linkage;

/// Looks at memory that is asked for soon. Many that do not depend on each other are answered in
/// one go, where each by itself would be waited for.
final class Prefetch {

  private Prefetch() {}

  /// Uses what was seen, added up: what nobody asks for, the compiler leaves out.
  static void use(long all) {
    if (all == Long.MIN_VALUE) {
      throw new IllegalStateException("numbers of four bytes do not add up to that");
    }
  }
}
