package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Brings rows together and compares them: rule by rule, block by block, each pair under the first
/// rule that joins it. Short lists are compared whole.
final class Blocking {
  /// Up to so many pairs all of them are compared.
  private static final double WHOLE = 600_000;

  /// Rows of a block of which each is compared with each.
  static final int BLOCK = 40;

  static final int NEIGHBOURS = 4;

  /// Marks a pair that met in a whole block, not in a part of one. It stands first in the order.
  private static final long WHOLE_BLOCK = Long.MIN_VALUE;

  private final Traits traits;
  private final List<Rule> rules;
  private final Work work;
  private final KeyTable keys;

  /// Pairs that met under a rule under which they may meet again.
  private final PairSet repeated = new PairSet();

  Blocking(Traits traits, List<Rule> rules, Work work) {
    this.traits = traits;
    this.rules = rules;
    this.work = work;
    this.keys = new KeyTable(traits, rules);
  }

  static boolean comparesAll(Traits traits) {
    return traits.pairs() <= WHOLE;
  }

  Pairs compare() {
    Pairs out = new Pairs();
    if (comparesAll(traits)) {
      out.take(work.parts(Work.PARTS, this::stripe));
      return out;
    }
    for (int rule = 0; rule < rules.size(); rule++) {
      work.heard(rule, rules.size());
      int number = rule;
      boolean words = rules.get(rule).isOfWords();
      long[] entries = words ? rules.get(rule).entries() : keys.entries(rule);
      if (words) {
        crowd(rules.get(rule), entries);
      }
      List<Block> blocks = work.parts(Work.PARTS, part -> blocks(number, entries, part));
      List<Pairs> found = new ArrayList<>(blocks.stream().map(block -> block.pairs).toList());
      long[] waited = waited(blocks);
      found.addAll(work.parts(Work.PARTS, part -> waited(number, waited, part)));
      out.take(found);
    }
    work.heard(rules.size(), rules.size());
    return out;
  }

  /// Of the pairs that may have met more than once those that are new, each once.
  private long[] waited(List<Block> blocks) {
    long[] all =
        blocks.stream()
            .flatMapToLong(block -> Arrays.stream(block.waiting, 0, block.waits))
            .sorted()
            .toArray();
    int kept = 0;
    for (long each : all) {
      if (repeated.add(each & ~WHOLE_BLOCK)) {
        all[kept++] = each;
      }
    }
    return Arrays.copyOf(all, kept);
  }

  private Pairs waited(int rule, long[] waited, int part) {
    Block block = new Block(rule);
    int from = (int) ((long) waited.length * part / Work.PARTS);
    int end = (int) ((long) waited.length * (part + 1) / Work.PARTS);
    for (int i = from; i < end; i++) {
      long pair = waited[i] & ~WHOLE_BLOCK;
      block.add((int) (pair >>> 32), (int) pair, waited[i] >= 0);
    }
    return block.pairs;
  }

  /// All pairs of some rows with those after them.
  private Pairs stripe(int part) {
    Pairs out = new Pairs();
    Kernels kernels = new Kernels();
    for (int a = part; a < traits.rows; a += Work.PARTS) {
      for (int b = a + 1; b < traits.rows; b++) {
        if (traits.mayBeOne(a, b)) {
          out.add(a, b, traits.pattern(a, b, kernels), -1);
        }
      }
    }
    return out;
  }

  private static void crowd(Rule rule, long[] entries) {
    int from = 0;
    for (int i = 1; i <= entries.length; i++) {
      if (i == entries.length || entries[i] >>> 32 != entries[from] >>> 32) {
        if (i - from > BLOCK) {
          rule.crowd((int) (entries[from] >>> 32));
        }
        from = i;
      }
    }
  }

  private Block blocks(int rule, long[] entries, int part) {
    Block block = new Block(rule);
    int from = border(entries, (int) ((long) entries.length * part / Work.PARTS));
    int end = border(entries, (int) ((long) entries.length * (part + 1) / Work.PARTS));
    for (int i = from + 1; i <= end; i++) {
      if (i == end || entries[i] >>> 32 != entries[from] >>> 32) {
        if (i - from > 1) {
          block.meet(entries, from, i);
        }
        from = i;
      }
    }
    return block;
  }

  /// The first entry from here on that begins a block.
  private static int border(long[] entries, int near) {
    int at = near;
    while (at > 0 && at < entries.length && entries[at] >>> 32 == entries[at - 1] >>> 32) {
      at++;
    }
    return at;
  }

  /// The blocks of one rule and part, one after the other.
  private final class Block {
    private final int number;
    private final Rule rule;
    private final Pairs pairs = new Pairs();
    private final Kernels kernels = new Kernels();
    private final boolean repeats;
    private int word;

    /// Pairs of places that may meet again, the lower first.
    private long[] waiting = new long[16];

    private int waits;

    Block(int number) {
      this.number = number;
      this.rule = rules.get(number);
      this.repeats = keys.repeats(number);
    }

    void meet(long[] entries, int from, int to) {
      word = (int) (entries[from] >>> 32);
      if (to - from <= BLOCK) {
        for (int i = from; i < to; i++) {
          for (int j = i + 1; j < to; j++) {
            compare((int) entries[i], (int) entries[j], false);
          }
        }
        return;
      }
      long[] rows = new long[to - from];
      for (int i = from; i < to; i++) {
        rows[i - from] = entries[i] & 0xFFFFFFFFL;
      }
      cut(rows, 0, rows.length, 0);
    }

    /// Cuts a block that is too large by the next trait; rows that say nothing of it stay together.
    private void cut(long[] rows, int from, int to, int depth) {
      if (depth == rule.cuts.length) {
        neighbours(rows, from, to);
        return;
      }
      for (int i = from; i < to; i++) {
        int place = (int) rows[i];
        rows[i] = (long) traits.valueAt(rule.cuts[depth], 0, place) << 32 | place;
      }
      Arrays.sort(rows, from, to);
      int start = from;
      for (int i = from + 1; i <= to; i++) {
        if (i == to || rows[i] >>> 32 != rows[start] >>> 32) {
          part(rows, start, i, depth + 1);
          start = i;
        }
      }
    }

    private void part(long[] rows, int from, int to, int depth) {
      if (to - from > BLOCK) {
        cut(rows, from, to, depth);
        return;
      }
      for (int i = from; i < to; i++) {
        mark((int) rows[i], (byte) depth);
        for (int j = i + 1; j < to; j++) {
          compare((int) rows[i], (int) rows[j], true);
        }
      }
    }

    private void neighbours(long[] rows, int from, int to) {
      for (int i = from; i < to; i++) {
        mark((int) rows[i], Rule.WINDOW);
        for (int j = i + 1; j < Math.min(to, i + 1 + NEIGHBOURS); j++) {
          compare((int) rows[i], (int) rows[j], true);
        }
      }
    }

    private void mark(int place, byte depth) {
      if (!rule.isOfWords()) {
        rule.cut(place, depth);
      }
    }

    /// Compares the rows at two places.
    private void compare(int a, int b, boolean inCut) {
      if (a == b || !traits.mayBeOne(traits.row(a), traits.row(b))) {
        return;
      }
      if (rule.isOfWords() && rule.firstWord(a, b) != (inCut ? -1 : word)) {
        return;
      }
      for (int earlier = 0; earlier < number; earlier++) {
        if (agree(earlier, a, b) && rules.get(earlier).joins(a, b)) {
          return;
        }
      }
      long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
      if (repeats || (rule.isOfWords() && inCut)) {
        await(inCut ? pair : pair | WHOLE_BLOCK);
      } else if (repeated.isEmpty() || !repeated.has(pair)) {
        add(a, b, inCut);
      }
    }

    private void await(long pair) {
      if (waits == waiting.length) {
        waiting = Arrays.copyOf(waiting, Math.addExact(waits, waits >> 1));
      }
      waiting[waits++] = pair;
    }

    private void add(int a, int b, boolean inCut) {
      int one = traits.row(a);
      int other = traits.row(b);
      int met = inCut ? 0 : 1 << number;
      // An earlier rule that did not join them cut one of their blocks: they do not meet under it.
      for (int later = number + 1; later < rules.size(); later++) {
        if (agree(later, a, b)) {
          met |= rules.get(later).meets(a, b) ? 1 << later : 0;
        }
      }
      int first = one < other ? a : b;
      pairs.add(one, other, traits.patternAt(first, first == a ? b : a, kernels), met);
    }

    private boolean agree(int each, int a, int b) {
      return rules.get(each).isOfWords() || keys.meets(each, a, b);
    }
  }
}
