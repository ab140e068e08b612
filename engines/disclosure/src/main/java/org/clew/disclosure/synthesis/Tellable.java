package org.clew.disclosure.synthesis;

import java.util.Arrays;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.combinations.CombinationCounts;

/// What k people or more have in common: the combinations of values, up to a length, that may stand
/// in a row of people who do not exist. A row as a whole may be that of k people, or of nobody:
/// were it that of fewer, it would be theirs.
final class Tellable {

  private static final int BITS = 16;

  private final Microdata people;
  private final int k;
  private final int longest;

  /// By column, the number of its first value among all values, less one.
  private final int[] before;

  /// By value, the rows that have it.
  private final int[][] having;

  /// Values in rising order, sixteen bits each, the last one lowest; 0 where the place is free.
  private long[] keys = new long[1 << 12];

  private int filled;

  private final int[] values;
  private final int[] columns;
  private int known;
  private int asked;

  private Tellable(Microdata people, int k, int longest) {
    this.people = people;
    this.k = k;
    this.longest = longest;
    before = new int[people.width()];
    values = new int[people.width()];
    columns = new int[people.width()];
    int all = 0;
    for (int column = 0; column < before.length; column++) {
      before[column] = all;
      all += people.size(column) - 1;
    }
    having = new int[all + 1][];
    for (int column = 0; column < before.length; column++) {
      list(column);
    }
  }

  /// Finds them out.
  ///
  /// @throws Stopped when it was stopped
  static Tellable of(Microdata people, int k, int longest, Progress progress) {
    CombinationCounts counts = CombinationCounts.of(people, longest, progress);
    var tellable = new Tellable(people, k, longest);
    counts.each(
        (columns, codes, count) -> {
          if (count >= k) {
            long key = 0;
            for (int i = 0; i < columns.length; i++) {
              key = (key << BITS) | (tellable.before[columns[i]] + codes[i]);
            }
            tellable.add(key);
          }
        });
    return tellable;
  }

  private void list(int column) {
    short[] codes = people.column(column);
    int[] counts = new int[people.size(column)];
    for (int row = 0; row < people.rows(); row++) {
      counts[codes[row]]++;
    }
    for (int code = 1; code < counts.length; code++) {
      having[before[column] + code] = new int[counts[code]];
    }
    Arrays.fill(counts, 0);
    for (int row = 0; row < people.rows(); row++) {
      int code = codes[row];
      if (code != 0) {
        having[before[column] + code][counts[code]] = row;
        counts[code]++;
      }
    }
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
    long key = 0;
    for (int i = 0; i < columns.length; i++) {
      key = (key << BITS) | (before[columns[i]] + codes[i]);
    }
    return has(key);
  }

  /// Whether a row whose combinations are all among these may have another code in a column.
  ///
  /// @param row its codes by column
  boolean allow(short[] row, int column, int code) {
    gather(row, column, code);
    if (code != 0) {
      for (int i = 0; i < known && longest > 1; i++) {
        int other = values[i];
        int value = values[asked];
        if (i != asked && !has(((long) Math.min(value, other) << BITS) | Math.max(value, other))) {
          return false;
        }
      }
      // What k have together, k have parts of: the longest are enough.
      if (!allHeld(0, 0, Math.min(longest, known), false)) {
        return false;
      }
    }
    int alike = alike();
    return alike == 0 || alike >= k;
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
        columns[known] = each;
        known++;
      }
    }
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

  /// How many people have all values that were gathered, counted up to k.
  private int alike() {
    if (known == 0) {
      return k;
    }
    int rarest = 0;
    for (int i = 1; i < known; i++) {
      if (having[values[i]].length < having[values[rarest]].length) {
        rarest = i;
      }
    }
    int alike = 0;
    for (int row : having[values[rarest]]) {
      boolean all = true;
      for (int i = 0; i < known && all; i++) {
        all = before[columns[i]] + people.code(row, columns[i]) == values[i];
      }
      alike += all ? 1 : 0;
      if (alike == k) {
        break;
      }
    }
    return alike;
  }

  /// Whether a row as a whole is that of k people or of nobody.
  boolean allow(short[] row) {
    gather(row, 0, row[0]);
    int alike = alike();
    return alike == 0 || alike >= k;
  }

  /// The people who have a code.
  int[] having(int column, int code) {
    return having[before[column] + code];
  }
}
