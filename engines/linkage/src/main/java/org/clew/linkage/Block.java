package org.clew.linkage;

import java.util.Arrays;
import java.util.List;

/// The blocks of one rule and part, one after the other. What rows hold is looked at for many of
/// them in one go before it is compared: the memory answers many questions at a time, and one after
/// the other slowly.
final class Block {
  /// Rows of small blocks, and pairs, that are looked at in one go.
  private static final int AT_A_TIME = 256;

  private final Traits traits;
  private final List<Rule> rules;
  private final KeyTable keys;
  private final PairSet repeated;
  private final int number;
  private final Rule rule;
  private final boolean isOfWords;
  private final boolean repeats;

  /// Whether there is one list, so that any two rows may be one.
  private final boolean one;

  private final Kernels kernels = new Kernels();
  private int word;

  /// Places of the rows of small blocks, and where each block ends.
  private final int[] rows = new int[AT_A_TIME];

  private final int[] ends = new int[AT_A_TIME];
  private int rowsWaiting;
  private int blocksWaiting;

  /// Places of the pairs to compare, and the rules whose blocks they meet in.
  private final int[] lefts = new int[AT_A_TIME];

  private final int[] rights = new int[AT_A_TIME];
  private final int[] met = new int[AT_A_TIME];

  /// Whether each stands for others that promise as little.
  private final boolean[] samples = new boolean[AT_A_TIME];

  private int pairsWaiting;

  /// The pairs that were compared.
  final Pairs pairs = new Pairs();

  /// Pairs of places that may meet again, the lower first.
  private long[] again = new long[16];

  private int agains;

  /// Marks a pair that met in a whole block, not in a part of one. It stands first in the order.
  static final long WHOLE_BLOCK = Long.MIN_VALUE;

  Block(Traits traits, List<Rule> rules, KeyTable keys, PairSet repeated, int number) {
    this.traits = traits;
    this.rules = rules;
    this.keys = keys;
    this.repeated = repeated;
    this.number = number;
    this.rule = rules.get(number);
    this.isOfWords = rule.isOfWords();
    this.repeats = keys.repeats(number);
    this.one = traits.second == traits.rows;
  }

  /// Pairs that met under a rule under which they may meet again.
  long[] again() {
    return Arrays.copyOf(again, agains);
  }

  /// Brings the rows of a block together.
  void meet(Entries entries, int from, int to) {
    int size = to - from;
    if (size > Blocking.BLOCK || isOfWords) {
      compareRows();
      word = entries.key(from);
      meetOneByOne(entries, from, to);
      return;
    }
    if (rowsWaiting + size > AT_A_TIME) {
      compareRows();
    }
    for (int i = from; i < to; i++) {
      rows[rowsWaiting++] = entries.row(i);
    }
    ends[blocksWaiting++] = rowsWaiting;
  }

  private void meetOneByOne(Entries entries, int from, int to) {
    if (to - from <= Blocking.BLOCK) {
      for (int i = from; i < to; i++) {
        for (int j = i + 1; j < to; j++) {
          compare(entries.row(i), entries.row(j), false);
        }
      }
      return;
    }
    long[] all = new long[to - from];
    for (int i = from; i < to; i++) {
      all[i - from] = entries.row(i);
    }
    cut(all, 0, all.length, 0);
  }

  /// Compares what waits.
  void finish() {
    compareRows();
    comparePairs();
  }

  private void compareRows() {
    long seen = 0;
    for (int i = 0; i < rowsWaiting; i++) {
      seen += keys.prefetch(rows[i]);
    }
    Prefetch.use(seen);
    int from = 0;
    for (int block = 0; block < blocksWaiting; block++) {
      for (int i = from; i < ends[block]; i++) {
        for (int j = i + 1; j < ends[block]; j++) {
          compare(rows[i], rows[j], false);
        }
      }
      from = ends[block];
    }
    rowsWaiting = 0;
    blocksWaiting = 0;
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
    Arrays.sort(all, from, to);
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || all[i] >>> 32 != all[start] >>> 32) {
        part(all, start, i, depth + 1);
        start = i;
      }
    }
  }

  private void part(long[] all, int from, int to, int depth) {
    if (to - from > Blocking.BLOCK) {
      cut(all, from, to, depth);
      return;
    }
    for (int i = from; i < to; i++) {
      mark((int) all[i], (byte) depth);
      for (int j = i + 1; j < to; j++) {
        compare((int) all[i], (int) all[j], true);
      }
    }
  }

  private void neighbours(long[] all, int from, int to) {
    for (int i = from; i < to; i++) {
      mark((int) all[i], Rule.WINDOW);
      for (int j = i + 1; j < Math.min(to, i + 1 + Blocking.NEIGHBOURS); j++) {
        compare((int) all[i], (int) all[j], true);
      }
    }
  }

  private void mark(int place, byte depth) {
    if (!isOfWords) {
      rule.cut(place, depth);
    }
  }

  /// Compares the rows at two places, unless an earlier rule brought them together.
  private void compare(int a, int b, boolean inCut) {
    if (a == b || !(one || traits.mayBeOne(traits.row(a), traits.row(b)))) {
      return;
    }
    if (isOfWords && rule.firstWord(a, b) != (inCut ? -1 : word)) {
      return;
    }
    // A few rows stand in one block by chance.
    if (!keys.share(number, a, b) || metBefore(a, b)) {
      return;
    }
    if (repeats || (isOfWords && inCut)) {
      long pair = pair(a, b);
      await(inCut ? pair : pair | WHOLE_BLOCK);
    } else if (repeated.isEmpty() || !repeated.has(pair(a, b))) {
      add(a, b, inCut);
    }
  }

  /// Whether an earlier rule brought two rows together.
  private boolean metBefore(int a, int b) {
    for (int earlier = 0; earlier < number; earlier++) {
      // What met under a rule by which rows stand in several blocks is remembered pair by pair.
      if (!keys.repeats(earlier) && keys.share(earlier, a, b) && rules.get(earlier).joins(a, b)) {
        return true;
      }
    }
    return false;
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  private void await(long pair) {
    if (agains == again.length) {
      again = Arrays.copyOf(again, Math.addExact(agains, agains >> 1));
    }
    again[agains++] = pair;
  }

  /// Compares the rows at two places, in a while.
  void add(int a, int b, boolean inCut) {
    long shared = keys.shared(a, b);
    boolean hopeless = keys.isHopeless(shared, a, b);
    if (hopeless && !Promise.isSample(pair(a, b))) {
      return;
    }
    int all = inCut ? 0 : 1 << number;
    // An earlier rule that did not join them cut one of their blocks: they do not meet under it.
    for (int later = number + 1; later < rules.size(); later++) {
      boolean meet = keys.share(later, shared, a, b) && rules.get(later).meets(a, b);
      all |= meet ? 1 << later : 0;
    }
    samples[pairsWaiting] = hopeless;
    lefts[pairsWaiting] = a;
    rights[pairsWaiting] = b;
    met[pairsWaiting++] = all;
    if (pairsWaiting == AT_A_TIME) {
      comparePairs();
    }
  }

  private void comparePairs() {
    long seen = 0;
    for (int i = 0; i < pairsWaiting; i++) {
      seen += traits.prefetch(lefts[i]);
      seen += traits.prefetch(rights[i]);
    }
    Prefetch.use(seen);
    for (int i = 0; i < pairsWaiting; i++) {
      int left = traits.row(lefts[i]);
      int right = traits.row(rights[i]);
      int first = left < right ? lefts[i] : rights[i];
      int second = left < right ? rights[i] : lefts[i];
      long pattern = traits.patternAt(first, second, kernels);
      pairs.add(left, right, pattern, met[i], samples[i]);
    }
    pairsWaiting = 0;
  }
}
