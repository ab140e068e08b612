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

  private final Traits traits;
  private final List<Rule> rules;
  private final Work work;
  private final KeyTable keys;

  /// The rows of one rule after the other, by its keys.
  private final Entries entries;

  /// Pairs that met under a rule under which they may meet again.
  private final PairSet repeated = new PairSet();

  /// @param threshold the weight from which pairs may be linked, in bits
  Blocking(Traits traits, List<Rule> rules, double threshold, Work work) {
    this.traits = traits;
    this.rules = rules;
    this.work = work;
    this.keys = new KeyTable(traits, rules, threshold);
    this.entries = new Entries(comparesAll(traits) ? 0 : traits.rows);
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
      read(rule);
      List<Block> blocks = work.parts(Work.PARTS, part -> blocks(number, part));
      List<Pairs> found = new ArrayList<>(blocks.stream().map(block -> block.pairs).toList());
      long[] waited = waited(blocks);
      found.addAll(work.parts(Work.PARTS, part -> waited(number, waited, part)));
      out.take(found);
    }
    work.heard(rules.size(), rules.size());
    return out;
  }

  /// Fills the entries with those of a rule.
  private void read(int rule) {
    entries.clear();
    if (rules.get(rule).isOfWords()) {
      rules.get(rule).entries(entries);
    } else {
      keys.entries(rule, entries);
    }
    entries.sort();
    if (rules.get(rule).isOfWords()) {
      crowd(rules.get(rule));
    }
  }

  /// Of the pairs that may have met more than once those that are new, each once.
  private long[] waited(List<Block> blocks) {
    long[] all =
        blocks.stream().flatMapToLong(block -> Arrays.stream(block.again())).sorted().toArray();
    int kept = 0;
    for (long each : all) {
      if (repeated.add(each & ~Block.WHOLE_BLOCK)) {
        all[kept++] = each;
      }
    }
    return Arrays.copyOf(all, kept);
  }

  private Pairs waited(int rule, long[] waited, int part) {
    Block block = block(rule);
    int from = (int) ((long) waited.length * part / Work.PARTS);
    int end = (int) ((long) waited.length * (part + 1) / Work.PARTS);
    for (int i = from; i < end; i++) {
      long pair = waited[i] & ~Block.WHOLE_BLOCK;
      block.add((int) (pair >>> 32), (int) pair, waited[i] >= 0);
    }
    block.finish();
    return block.pairs;
  }

  private Block block(int rule) {
    return new Block(traits, rules, keys, repeated, rule);
  }

  /// All pairs of some rows with those after them.
  private Pairs stripe(int part) {
    Pairs out = new Pairs();
    Kernels kernels = new Kernels();
    for (int a = part; a < traits.rows; a += Work.PARTS) {
      for (int b = a + 1; b < traits.rows; b++) {
        if (traits.mayBeOne(a, b)) {
          out.add(a, b, traits.pattern(a, b, kernels), -1, false);
        }
      }
    }
    return out;
  }

  private void crowd(Rule rule) {
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      if (i == entries.size() || entries.key(i) != entries.key(from)) {
        if (i - from > BLOCK) {
          rule.crowd(entries.key(from));
        }
        from = i;
      }
    }
  }

  private Block blocks(int rule, int part) {
    Block block = block(rule);
    int from = border((int) ((long) entries.size() * part / Work.PARTS));
    int end = border((int) ((long) entries.size() * (part + 1) / Work.PARTS));
    for (int i = from + 1; i <= end; i++) {
      if (i == end || entries.key(i) != entries.key(from)) {
        if (i - from > 1) {
          block.meet(entries, from, i);
        }
        from = i;
      }
    }
    block.finish();
    return block;
  }

  /// The first entry from here on that begins a block.
  private int border(int near) {
    int at = near;
    while (at > 0 && at < entries.size() && entries.key(at) == entries.key(at - 1)) {
      at++;
    }
    return at;
  }
}
