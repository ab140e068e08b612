package org.clew.linkage;

/// The blocks of one rule, one after the other, and which rows meet in them. One that is too large
/// is cut.
final class Block {
  /// Rows of a block of which each meets each.
  static final int MOST = 40;

  /// Of rows that cannot be told apart each meets so many of those after it.
  static final int NEIGHBOURS = 4;

  private final Traits traits;
  private final Rule rule;
  private final int number;
  private final Meetings meetings;

  /// Whether there is one list, so that any two rows may be one.
  private final boolean one;

  Block(Traits traits, Rule rule, int number, Meetings meetings) {
    this.traits = traits;
    this.rule = rule;
    this.number = number;
    this.meetings = meetings;
    this.one = traits.second == traits.rows;
  }

  /// Brings the rows of each block together.
  void meet(Entries entries) {
    for (int from = 0; from < entries.size(); ) {
      from = meetSome(entries, from);
    }
  }

  /// Brings those of some blocks together; answers where the next begins.
  private int meetSome(Entries entries, int first) {
    int size = entries.size();
    int enough = Math.min(size, first + Entries.AT_A_TIME);
    int from = first;
    while (from < enough) {
      int to = from + 1;
      while (to < size && entries.key(to) == entries.key(from)) {
        to++;
      }
      if (to - from > 1) {
        meet(entries, from, to);
      }
      from = to;
    }
    return from;
  }

  private void meet(Entries entries, int from, int to) {
    if (to - from > MOST) {
      long[] all = new long[to - from];
      for (int i = from; i < to; i++) {
        all[i - from] = entries.row(i);
      }
      cut(all, 0, all.length, 0);
      return;
    }
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        meet(entries.row(i), entries.row(j), false);
      }
    }
  }

  /// Cuts a block that is too large by the next trait; rows that say nothing of it stay together.
  private void cut(long[] all, int from, int to, int depth) {
    if (depth == rule.cuts.length) {
      neighbours(all, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      int place = (int) all[i];
      all[i] = (long) traits.valueAt(rule.cuts[depth], 0, place) << 32 | place;
    }
    Entries.sort(all, from, to);
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || all[i] >>> 32 != all[start] >>> 32) {
        part(all, start, i, depth + 1);
        start = i;
      }
    }
  }

  private void part(long[] all, int from, int to, int depth) {
    if (to - from > MOST) {
      cut(all, from, to, depth);
      return;
    }
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        meet((int) all[i], (int) all[j], true);
      }
    }
  }

  private void neighbours(long[] all, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < Math.min(to, i + 1 + NEIGHBOURS); j++) {
        meet((int) all[i], (int) all[j], true);
      }
    }
  }

  private void meet(int a, int b, boolean inCut) {
    if (a != b && (one || traits.mayBeOne(traits.row(a), traits.row(b)))) {
      meetings.add(a, b, number, inCut);
    }
  }
}
