package org.clew.disclosure.synthesis;

import org.clew.disclosure.Microdata;

/// Which people have which value.
final class Having {

  /// So many words are looked at before it is asked whether that is enough.
  private static final int BLOCK = 32;

  private final int people;

  /// By value, the people who have it.
  private final int[][] lists;

  /// By value, how many they are.
  private final int[] counts;

  /// The same as bits, by person, of values that so many have that their lists would be longer.
  private final long[][] sets;

  private final long[] block = new long[BLOCK];

  /// By value, the column it is of, and its code there.
  private final short[][] columns;

  private final short[] codes;

  /// @param before by column, the number of its first value among all values, less one
  /// @param values how many there are
  /// @param going run before each column; may throw
  Having(Microdata people, int[] before, int values, Runnable going) {
    this.people = people.rows();
    lists = new int[values + 1][];
    counts = new int[values + 1];
    sets = new long[values + 1][];
    columns = new short[values + 1][];
    codes = new short[values + 1];
    for (int column = 0; column < before.length; column++) {
      going.run();
      list(people.column(column), people.size(column), before[column]);
    }
  }

  private void list(short[] column, int size, int before) {
    for (int person = 0; person < people; person++) {
      counts[column[person] == 0 ? 0 : before + column[person]]++;
    }
    for (int code = 1; code < size; code++) {
      int value = before + code;
      lists[value] = new int[counts[value]];
      columns[value] = column;
      codes[value] = (short) code;
    }
    int[] filled = new int[size];
    for (int person = 0; person < people; person++) {
      int code = column[person];
      if (code != 0) {
        lists[before + code][filled[code]] = person;
        filled[code]++;
      }
    }
    int words = (people + Long.SIZE - 1) / Long.SIZE;
    for (int value = before + 1; value < before + size; value++) {
      if (counts[value] >= words) {
        sets[value] = new long[words];
        for (int person : lists[value]) {
          sets[value][person / Long.SIZE] |= 1L << person;
        }
      }
    }
  }

  /// The people who have a value; shared, to be read alone.
  int[] value(int value) {
    return lists[value];
  }

  /// How many people have all of some values, counted up to a number.
  ///
  /// @param values of which the first `count` are meant
  int all(int[] values, int count, int most) {
    if (count == 0) {
      return Math.min(people, most);
    }
    int rarest = values[0];
    for (int i = 1; i < count; i++) {
      if (counts[values[i]] < counts[rarest]) {
        rarest = values[i];
      }
    }
    return sets[rarest] == null
        ? among(lists[rarest], values, count, most)
        : inAll(values, count, most);
  }

  private int among(int[] list, int[] values, int count, int most) {
    int alike = 0;
    for (int person : list) {
      boolean all = true;
      for (int i = 0; i < count && all; i++) {
        all = columns[values[i]][person] == codes[values[i]];
      }
      alike += all ? 1 : 0;
      if (alike == most) {
        break;
      }
    }
    return alike;
  }

  private int inAll(int[] values, int count, int most) {
    int words = sets[values[0]].length;
    int alike = 0;
    for (int from = 0; from < words && alike < most; from += BLOCK) {
      int length = Math.min(BLOCK, words - from);
      System.arraycopy(sets[values[0]], from, block, 0, length);
      for (int i = 1; i < count; i++) {
        long[] set = sets[values[i]];
        for (int word = 0; word < length; word++) {
          block[word] &= set[from + word];
        }
      }
      for (int word = 0; word < length; word++) {
        alike += Long.bitCount(block[word]);
      }
    }
    return Math.min(alike, most);
  }
}
