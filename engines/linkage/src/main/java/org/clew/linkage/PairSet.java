package org.clew.linkage;

/// Pairs of numbers, each once. Safe for many threads while none is added.
final class PairSet {
  private long[] table = new long[64];
  private int size;

  /// Takes a pair; answers whether it is new.
  boolean add(long pair) {
    if (has(pair)) {
      return false;
    }
    if (++size * 2L > table.length) {
      grow();
    }
    put(pair + 1);
    return true;
  }

  boolean has(long pair) {
    int at = place(pair + 1);
    return table[at] != 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// Where an entry is, or would be.
  private int place(long entry) {
    int mask = table.length - 1;
    long mixed = (entry ^ (entry >>> 32)) * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 33) & mask;
    while (table[at] != 0 && table[at] != entry) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void put(long entry) {
    table[place(entry)] = entry;
  }

  private void grow() {
    long[] old = table;
    table = new long[Math.multiplyExact(old.length, 2)];
    for (long each : old) {
      if (each != 0) {
        put(each);
      }
    }
  }
}
