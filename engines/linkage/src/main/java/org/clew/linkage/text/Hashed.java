package org.clew.linkage.text;

/// Whole numbers, each once, that are hashes themselves. Emptied without touching its room, so that
/// thousands of small sets one after another cost no more than their numbers.
final class Hashed {
  private static final int NUMBER_BITS = 32;
  private static final long NUMBER = 0xFFFF_FFFFL;
  private static final int SLOTS_PER_NUMBER = 4;

  /// What is in the set carries the turn of it.
  private long[] slots = new long[1 << 9];

  private long turn = 1L << NUMBER_BITS;
  private int size;

  void clear() {
    turn += 1L << NUMBER_BITS;
    size = 0;
  }

  /// Adds a number; the answer is whether it is new.
  boolean add(int number) {
    long wanted = turn | (number & NUMBER);
    int mask = slots.length - 1;
    int slot = number & mask;
    while (slots[slot] >= turn) {
      if (slots[slot] == wanted) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = wanted;
    if (++size * SLOTS_PER_NUMBER > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (long each : old) {
      if (each >= turn) {
        add((int) each);
      }
    }
  }

  boolean has(int number) {
    long wanted = turn | (number & NUMBER);
    int slot = number & (slots.length - 1);
    while (slots[slot] != wanted) {
      if (slots[slot] < turn) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return true;
  }
}
