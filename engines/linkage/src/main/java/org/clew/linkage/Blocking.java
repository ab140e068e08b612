package org.clew.linkage;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Brings rows together and compares them: rule by rule, block by block, and then each pair that
/// met, once. Short lists are compared whole.
final class Blocking {
  /// Up to so many pairs all of them are compared.
  private static final double WHOLE = 600_000;

  /// After so many rules, and so many heaps, it is told how far the work has come.
  private static final int RULES_AT_ONCE = 2;

  private static final int HEAPS_AT_ONCE = 16;

  private final Traits traits;
  private final List<Rule> rules;
  private final double threshold;
  private final Work work;

  /// @param threshold the weight from which pairs may be linked, in bits
  Blocking(Traits traits, List<Rule> rules, double threshold, Work work) {
    this.traits = traits;
    this.rules = rules;
    this.threshold = threshold;
    this.work = work;
  }

  static boolean comparesAll(Traits traits) {
    return traits.pairs() <= WHOLE;
  }

  Pairs compare() {
    if (comparesAll(traits)) {
      Pairs out = new Pairs();
      out.take(work.parts(Work.PARTS, this::stripe));
      return out;
    }
    int heaps = Meetings.heaps(traits.rows);
    int steps = rules.size() + (heaps - 1) / HEAPS_AT_ONCE + 1;
    List<Meetings> meetings = meetings(steps);
    Promise promise = new Promise(traits, threshold);
    Pairs out = new Pairs();
    for (int heap = 0, step = rules.size(); heap < heaps; heap += HEAPS_AT_ONCE, step++) {
      work.heard(step, steps);
      int first = heap;
      out.take(
          work.parts(
              Math.min(HEAPS_AT_ONCE, heaps - heap),
              next -> compare(meetings, first + next, new Comparing(traits, promise))));
    }
    work.heard(steps, steps);
    return out;
  }

  private static Pairs compare(List<Meetings> meetings, int heap, Comparing comparing) {
    Meetings.compare(meetings, heap, comparing);
    comparing.finish();
    return comparing.pairs;
  }

  /// Where somebody follows one rule after the other.
  private record Desk(Entries entries, Meetings meetings) {}

  private List<Meetings> meetings(int steps) {
    Queue<Desk> desks = new ConcurrentLinkedQueue<>();
    for (int rule = 0; rule < rules.size(); rule += RULES_AT_ONCE) {
      work.heard(rule, steps);
      int first = rule;
      work.parts(Math.min(RULES_AT_ONCE, rules.size() - rule), next -> follow(first + next, desks));
    }
    return desks.stream().map(Desk::meetings).toList();
  }

  /// Follows a rule, at a desk that is free; answers how many rows have its keys.
  private int follow(int number, Queue<Desk> desks) {
    Desk free = desks.poll();
    Desk desk = free == null ? new Desk(new Entries(traits.rows), new Meetings(traits.rows)) : free;
    Rule rule = rules.get(number);
    desk.entries.clear();
    rule.entries(desk.entries);
    if (rule.isOfWords()) {
      desk.entries.sort();
    } else {
      desk.entries.sortDrawn();
    }
    new Block(traits, rule, number, desk.meetings).meet(desk.entries);
    desks.add(desk);
    return desk.entries.size();
  }

  /// All pairs of some rows with those after them, or of two lists with those of the other.
  private Pairs stripe(int part) {
    Pairs out = new Pairs();
    Kernels kernels = new Kernels();
    boolean one = traits.second == traits.rows;
    for (int a = part; a < traits.second; a += Work.PARTS) {
      for (int b = one ? a + 1 : traits.second; b < traits.rows; b++) {
        out.add(a, b, traits.pattern(a, b, kernels), 0, -1, false);
      }
    }
    return out;
  }
}
