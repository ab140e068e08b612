package org.clew.linkage;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Which numbers stand under a key: an open-addressed table from a 64-bit key to one number or a
/// list of them, made for very many keys of one number each. Not safe for many threads by itself.
final class Postings {
  private static final int EMPTY = Integer.MIN_VALUE;

  private long[] keys = new long[1024];
  private int[] slots = filled(1024);
  private int used;
  private int[][] lists = new int[64][];
  private int listsUsed;
  private int[] freeLists = new int[16];
  private int freeCount;

  /// How many numbers stand under the key.
  int count(long key) {
    int slot = slots[find(key)];
    if (slot == EMPTY) {
      return 0;
    }
    return slot >= 0 ? 1 : lists[-1 - slot][0];
  }

  /// Hands over the numbers under a key, at most so many.
  void each(long key, int most, IntConsumer sink) {
    int slot = slots[find(key)];
    if (slot == EMPTY || most <= 0) {
      return;
    }
    if (slot >= 0) {
      sink.accept(slot);
      return;
    }
    int[] list = lists[-1 - slot];
    int end = Math.min(list[0], most);
    for (int i = 1; i <= end; i++) {
      sink.accept(list[i]);
    }
  }

  /// Puts a number under a key under which it does not stand yet.
  void add(long key, int number) {
    int at = find(key);
    int slot = slots[at];
    if (slot == EMPTY) {
      keys[at] = key;
      slots[at] = number;
      used++;
      if (used * 4L > keys.length * 3L) {
        grow();
      }
    } else if (slot >= 0) {
      slots[at] = -1 - newList(slot, number);
    } else {
      append(-1 - slot, number);
    }
  }

  /// Takes a number from under a key; the key goes with its last number.
  void remove(long key, int number) {
    int at = find(key);
    int slot = slots[at];
    if (slot == EMPTY) {
      return;
    }
    if (slot >= 0) {
      if (slot == number) {
        delete(at);
      }
      return;
    }
    int[] list = lists[-1 - slot];
    int last = list[0];
    for (int i = 1; i <= last; i++) {
      if (list[i] == number) {
        System.arraycopy(list, i + 1, list, i, last - i);
        list[last] = 0;
        list[0] = last - 1;
        break;
      }
    }
    if (list[0] == 1) {
      slots[at] = list[1];
      release(-1 - slot);
    }
  }

  /// How many keys there are.
  int size() {
    return used;
  }

  private int find(long key) {
    int at = home(key);
    while (slots[at] != EMPTY && keys[at] != key) {
      at = at + 1 == keys.length ? 0 : at + 1;
    }
    return at;
  }

  /// The slot a key would like best: its upper bits scaled to the table, so that the table may have
  /// any length.
  private int home(long key) {
    return (int) (((key >>> 32) * keys.length) >>> 32);
  }

  private int newList(int first, int second) {
    int index = freeCount > 0 ? freeLists[--freeCount] : listsUsed++;
    if (index == lists.length) {
      lists = Arrays.copyOf(lists, index + index / 2);
    }
    lists[index] = new int[] {2, first, second};
    return index;
  }

  private void append(int index, int number) {
    int[] list = lists[index];
    int count = list[0] + 1;
    if (count == list.length) {
      list = Arrays.copyOf(list, count + Math.max(1, count >> 1));
      lists[index] = list;
    }
    list[count] = number;
    list[0] = count;
  }

  private void release(int index) {
    lists[index] = new int[0];
    if (freeCount == freeLists.length) {
      freeLists = Arrays.copyOf(freeLists, freeCount * 2);
    }
    freeLists[freeCount++] = index;
  }

  /// Closes the gap a key leaves, so that no grave markers are needed (Knuth 6.4, algorithm R).
  private void delete(int gap) {
    int at = gap;
    while (true) {
      at = at + 1 == keys.length ? 0 : at + 1;
      if (slots[at] == EMPTY) {
        break;
      }
      if (steps(home(keys[at]), at) >= steps(gap, at)) {
        keys[gap] = keys[at];
        slots[gap] = slots[at];
        gap = at;
      }
    }
    slots[gap] = EMPTY;
    keys[gap] = 0;
    used--;
  }

  private int steps(int from, int to) {
    return to >= from ? to - from : to - from + keys.length;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldSlots = slots;
    keys = new long[oldKeys.length + oldKeys.length / 2];
    slots = filled(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldSlots[i] != EMPTY) {
        int at = find(oldKeys[i]);
        keys[at] = oldKeys[i];
        slots[at] = oldSlots[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] out = new int[length];
    Arrays.fill(out, EMPTY);
    return out;
  }
}
