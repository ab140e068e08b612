package org.clew.linkage.text;

/// All texts as sets of shingles, texts of the same words in the same order once.
final class Corpus {
  /// Stands for a text without words.
  static final int NOTHING = -1;

  private final Ints shingles = new Ints(1 << 16);
  private final Ints ends = new Ints(1 << 10);
  private final Ints distinct = new Ints(1 << 10);
  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];

  /// Takes what was read of some texts, in their order.
  void add(ShingleReader read) {
    int from = 0;
    for (int text = 0; text < read.texts(); text++) {
      int to = read.end(text);
      distinct.add(from == to ? NOTHING : number(read, text, from, to));
      from = to;
    }
  }

  private int number(ShingleReader read, int text, int from, int to) {
    long key = read.whole(text);
    int slot = slot(key);
    if (keys[slot] == key) {
      return numbers[slot];
    }
    int number = ends.size();
    keys[slot] = key;
    numbers[slot] = number;
    shingles.addAll(read.shingles(), from, to);
    ends.add(shingles.size());
    if (ends.size() * 2 > keys.length) {
      grow();
    }
    return number;
  }

  private int slot(long key) {
    int slot = (int) (key >>> 32) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  /// How many texts came.
  int texts() {
    return distinct.size();
  }

  /// The number of a text among those that differ, or [#NOTHING].
  int distinct(int text) {
    return distinct.get(text);
  }

  /// How many differ.
  int size() {
    return ends.size();
  }

  /// Where the shingles of a text begin; of the number after the last, where all end.
  int from(int number) {
    return number == 0 ? 0 : ends.get(number - 1);
  }

  int to(int number) {
    return ends.get(number);
  }

  int shingle(int at) {
    return shingles.get(at);
  }

  /// Shingles of text `number` stand from [#from] to [#to], each once.
  int[] shingles() {
    return shingles.array();
  }
}
