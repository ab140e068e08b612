package org.clew.linkage;

import java.util.Arrays;

/// Pairs of rows that were compared, with the pattern of each, and how many pairs there are of each
/// pattern and set of rules.
final class Pairs {
  /// Pairs stand in pieces of 4,096, so that no copy of them is made as there come more.
  private static final int PIECE = 12;

  private static final int WITHIN = (1 << PIECE) - 1;
  private static final int PIECES = 16;

  /// Of pairs that promise nothing one in so many is compared and counts for all of them, so that
  /// what is learned of pairs that are not one is learned of these, too.
  static final int STANDS_FOR = 16;

  /// Marks a pair that does.
  private static final long SAMPLE = Long.MIN_VALUE;

  /// Where beside its pattern a pair's first rule stands.
  private static final int RULE = 4 * Traits.MOST;

  private static final long PATTERN = (1L << RULE) - 1;

  private long[][] rows = new long[PIECES][];
  private long[][] patterns = new long[PIECES][];
  private int size;
  private long[] keys = new long[512];
  private int[] rules = new int[512];
  private int[] counts = new int[512];
  private int distinct;

  /// Takes a pair.
  ///
  /// @param first the first rule under which the two met
  /// @param met the rules in whose blocks they met, one bit each, where these were not cut
  /// @param isSample whether it counts for [#STANDS_FOR] like it
  void add(int a, int b, long pattern, int first, int met, boolean isSample) {
    int piece = size >>> PIECE;
    if ((size & WITHIN) == 0) {
      open(piece);
    }
    long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
    rows[piece][size & WITHIN] = isSample ? pair | SAMPLE : pair;
    patterns[piece][size++ & WITHIN] = pattern | (long) first << RULE;
    count(pattern, met, isSample ? STANDS_FOR : 1);
  }

  /// Makes room for a further piece.
  private void open(int piece) {
    if (piece == rows.length) {
      rows = Arrays.copyOf(rows, 2 * piece);
      patterns = Arrays.copyOf(patterns, 2 * piece);
    }
    rows[piece] = new long[1 << PIECE];
    patterns[piece] = new long[1 << PIECE];
  }

  private void count(long pattern, int met, int more) {
    int at = slot(pattern, met);
    if (counts[at] == 0) {
      keys[at] = pattern;
      rules[at] = met;
      distinct++;
    }
    counts[at] = ListTooLarge.sum(counts[at], more);
    if (distinct * 2 > keys.length) {
      grow();
    }
  }

  private int slot(long pattern, int met) {
    int mask = keys.length - 1;
    long hash = (pattern ^ met * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    int at = (int) (hash >>> 32) & mask;
    while (counts[at] != 0 && (keys[at] != pattern || rules[at] != met)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldRules = rules;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    rules = new int[keys.length];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int at = slot(oldKeys[i], oldRules[i]);
        keys[at] = oldKeys[i];
        rules[at] = oldRules[i];
        counts[at] = oldCounts[i];
      }
    }
  }

  /// Takes over all that was found in parts, in that order, and empties them.
  void take(Iterable<Pairs> parts) {
    for (Pairs each : parts) {
      for (int from = 0; from < each.size; from += 1 << PIECE) {
        int piece = from >>> PIECE;
        append(each.rows[piece], each.patterns[piece], Math.min(1 << PIECE, each.size - from));
      }
      for (int i = 0; i < each.keys.length; i++) {
        if (each.counts[i] != 0) {
          count(each.keys[i], each.rules[i], each.counts[i]);
        }
      }
      each.size = 0;
      each.rows = new long[PIECES][];
      each.patterns = new long[PIECES][];
    }
  }

  /// Takes the first so many of a piece.
  private void append(long[] moreRows, long[] morePatterns, int count) {
    int taken = 0;
    while (taken < count) {
      int piece = size >>> PIECE;
      int at = size & WITHIN;
      if (at == 0) {
        open(piece);
      }
      int next = Math.min(count - taken, (1 << PIECE) - at);
      System.arraycopy(moreRows, taken, rows[piece], at, next);
      System.arraycopy(morePatterns, taken, patterns[piece], at, next);
      taken += next;
      size = ListTooLarge.sum(size, next);
    }
  }

  int size() {
    return size;
  }

  int left(int pair) {
    return (int) (rows[pair >>> PIECE][pair & WITHIN] >>> 32) & Integer.MAX_VALUE;
  }

  /// For how many pairs one counts that was compared.
  int standsFor(int pair) {
    return rows[pair >>> PIECE][pair & WITHIN] < 0 ? STANDS_FOR : 1;
  }

  int right(int pair) {
    return (int) rows[pair >>> PIECE][pair & WITHIN];
  }

  /// Writes the rows of some pairs one after the other; answers how many.
  int rows(int from, int to, int[] out) {
    int at = 0;
    for (int pair = from; pair < to; pair++) {
      out[at++] = left(pair);
      out[at++] = right(pair);
    }
    return at;
  }

  long pattern(int pair) {
    return patterns[pair >>> PIECE][pair & WITHIN] & PATTERN;
  }

  /// The first rule under which a pair met; 0 where all pairs are compared.
  int first(int pair) {
    return (int) (patterns[pair >>> PIECE][pair & WITHIN] >>> RULE);
  }

  /// How many pairs show a pattern and met under a set of rules.
  record Shown(long pattern, int met, int count) {
    /// Together with others of the pattern.
    Shown with(Shown more) {
      return new Shown(pattern, met | more.met, ListTooLarge.sum(count, more.count));
    }
  }

  /// The patterns, in an order that depends on nothing but them.
  Shown[] shown() {
    Shown[] out = new Shown[distinct];
    int at = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] != 0) {
        out[at++] = new Shown(keys[i], rules[i], counts[i]);
      }
    }
    Arrays.sort(
        out,
        (a, b) ->
            a.pattern != b.pattern
                ? Long.compare(a.pattern, b.pattern)
                : Integer.compare(a.met, b.met));
    return out;
  }
}
