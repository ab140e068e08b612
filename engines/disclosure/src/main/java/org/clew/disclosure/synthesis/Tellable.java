package org.clew.disclosure.synthesis;

import java.util.Arrays;
import java.util.BitSet;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.combinations.CombinationCounts;

/// What k people or more have in common: the combinations of values, up to a length, that may stand
/// in a row of people who do not exist. A row as a whole may be that of k people, or of nobody,
/// whether its empty cells count or not: were it that of fewer, it would be theirs. An empty row
/// says nothing of anybody, and may always be.
final class Tellable {

  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;
  private static final long REFUSALS_A_ROW = 16;
  private static final int LEAST_REFUSALS = 1 << 12;
  private static final int MOST_REFUSALS = 1 << 22;

  private final int k;
  private final int longest;

  /// By column, the number of its first value among all values, less one.
  private final int[] before;

  private final Having having;

  /// Values in rising order, sixteen bits each, the last one lowest; 0 where the place is free.
  private long[] keys = new long[1 << 12];

  private int filled;

  /// By value, those before it that go with it.
  private final BitSet[] partners;

  private final int[] values;
  private int known;
  private int asked;

  /// Rows that were refused, as they would have been, each at a place of its own by its hash; a
  /// newer one takes the place of an older. Two rows with one hash would only mean that something
  /// is refused that need not be.
  private final long[] refused;

  /// Records that fewer than k people have, empty cells and all, by their hashes in rising order.
  private final long[] own;

  private Tellable(Microdata people, int k, int longest, Runnable going) {
    this.k = k;
    this.longest = longest;
    before = new int[people.width()];
    values = new int[people.width()];
    int all = 0;
    for (int column = 0; column < before.length; column++) {
      before[column] = all;
      all += people.size(column) - 1;
    }
    having = new Having(people, before, all, going);
    partners = new BitSet[all + 1];
    Arrays.setAll(partners, _ -> new BitSet());
    refused =
        new long
            [Math.clamp(
                Integer.highestOneBit(people.rows()) * REFUSALS_A_ROW,
                LEAST_REFUSALS,
                MOST_REFUSALS)];
    own = own(people, going);
  }

  private long[] own(Microdata people, Runnable going) {
    long[] hashes = new long[people.rows()];
    short[] row = new short[people.width()];
    int told = 0;
    for (int person = 0; person < hashes.length; person++) {
      going.run();
      for (int column = 0; column < row.length; column++) {
        row[column] = (short) people.code(person, column);
      }
      gather(row, 0, row[0]);
      if (known > 0) {
        hashes[told] = hash();
        told++;
      }
    }
    Arrays.sort(hashes, 0, told);
    int few = 0;
    for (int from = 0, to = 0; from < told; from = to) {
      while (to < told && hashes[to] == hashes[from]) {
        to++;
      }
      if (to - from < k) {
        hashes[few] = hashes[from];
        few++;
      }
    }
    return Arrays.copyOf(hashes, few);
  }

  /// Finds them out.
  ///
  /// @throws Stopped when it was stopped
  static Tellable of(Microdata people, int k, int longest, Progress progress) {
    CombinationCounts counts = CombinationCounts.of(people, longest, progress);
    Runnable going = () -> progress.demandGoingOn(people.rows(), people.rows());
    var tellable = new Tellable(people, k, longest, going);
    counts.each(
        (columns, codes, count) -> {
          going.run();
          if (count >= k) {
            long key = tellable.key(columns, codes);
            tellable.add(key);
            if (columns.length == 2) {
              tellable.partners[(int) key & MASK].set((int) (key >>> BITS));
            }
          }
        });
    return tellable;
  }

  private long key(int[] columns, int[] codes) {
    long key = 0;
    for (int i = 0; i < columns.length; i++) {
      key = (key << BITS) | (before[columns[i]] + codes[i]);
    }
    return key;
  }

  private void add(long key) {
    if (2 * filled >= keys.length) {
      long[] old = keys;
      keys = new long[2 * old.length];
      for (long each : old) {
        if (each != 0) {
          keys[place(each)] = each;
        }
      }
    }
    keys[place(key)] = key;
    filled++;
  }

  /// Where a key is, or would be.
  private int place(long key) {
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> (1 + Long.numberOfLeadingZeros(keys.length)));
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private boolean has(long key) {
    return keys[place(key)] != 0;
  }

  /// Whether a combination is one of them.
  ///
  /// @param columns in rising order, as many as `codes`, none of which is 0
  boolean has(int[] columns, int[] codes) {
    return has(key(columns, codes));
  }

  /// Whether a row whose combinations are all among these may have another code in a column.
  ///
  /// @param row its codes by column
  boolean allow(short[] row, int column, int code) {
    gather(row, column, code);
    if (code != 0 && !allPairs()) {
      return false;
    }
    long hash = hash();
    int place = (int) (hash >>> (1 + Long.numberOfLeadingZeros(refused.length)));
    if (refused[place] == hash) {
      return false;
    }
    // What k have together, k have parts of: the longest are enough, and none where one is left
    // out.
    boolean allowed =
        (code == 0 || allHeld(0, 0, Math.min(longest, known), false)) && ofManyOrNobody();
    if (!allowed) {
      refused[place] = hash;
    }
    return allowed;
  }

  private void gather(short[] row, int column, int code) {
    known = 0;
    for (int each = 0; each < row.length; each++) {
      int has = each == column ? code : row[each];
      if (has != 0) {
        if (each == column) {
          asked = known;
        }
        values[known] = before[each] + has;
        known++;
      }
    }
  }

  private long hash() {
    long hash = 0;
    for (int i = 0; i < known; i++) {
      hash = (hash ^ values[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /// Whether the value asked for goes with each other by itself, where pairs are spoken of.
  private boolean allPairs() {
    int value = values[asked];
    for (int i = 0; i < asked && longest > 1; i++) {
      if (!partners[value].get(values[i])) {
        return false;
      }
    }
    for (int i = asked + 1; i < known && longest > 1; i++) {
      if (!partners[values[i]].get(value)) {
        return false;
      }
    }
    return true;
  }

  /// Whether all combinations of so many values more, that asked for among them, are held.
  private boolean allHeld(int from, long key, int left, boolean with) {
    if (left == 0) {
      return !with || has(key);
    }
    if (!with && from > asked) {
      return true;
    }
    for (int i = from; i <= known - left; i++) {
      if (!allHeld(i + 1, (key << BITS) | values[i], left - 1, with || i == asked)) {
        return false;
      }
    }
    return true;
  }

  /// Whether k people have all that a row has, with another code in a column.
  boolean shared(short[] row, int column, int code) {
    gather(row, column, code);
    return having.all(values, known, k) >= k;
  }

  /// Whether a row as a whole is that of k people or of nobody, whether its empty cells count or
  /// not.
  boolean allow(short[] row) {
    gather(row, 0, row[0]);
    return ofManyOrNobody();
  }

  private boolean ofManyOrNobody() {
    if (known > 0 && Arrays.binarySearch(own, hash()) >= 0) {
      return false;
    }
    int alike = having.all(values, known, k);
    return alike == 0 || alike >= k;
  }

  /// The people who have a code; shared, to be read alone.
  int[] having(int column, int code) {
    return having.value(before[column] + code);
  }
}
