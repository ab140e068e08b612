package org.clew.linkage.psi;

import java.security.SecureRandom;

/// Where secrets come from. In use always [#secure]; test vectors need bytes that can be repeated.
@FunctionalInterface
public interface Randomness {

  /// Fills an array with bytes that nobody can foresee.
  void fill(byte[] bytes);

  /// The platform's own source.
  static Randomness secure() {
    return new SecureRandom()::nextBytes;
  }

  /// As many fresh bytes.
  default byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    fill(bytes);
    return bytes;
  }

  /// 0, 1 … count − 1 in an order that is as likely as any other (Fisher–Yates).
  default int[] shuffled(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
      int other = below(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private int below(int bound) {
    long range = 1L << Integer.SIZE;
    long whole = range - range % bound;
    while (true) {
      byte[] four = bytes(Integer.BYTES);
      long drawn =
          (four[0] & 255L) << 24
              | (four[1] & 255L) << 16
              | (four[2] & 255L) << 8
              | (four[3] & 255L);
      if (drawn < whole) {
        return (int) (drawn % bound);
      }
    }
  }
}
