package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which rows met, and under which rule, told by the places of their records. They lie in heaps by
/// the lower place, so that a heap can be put in order where memory answers at once.
final class Meetings {
  /// A meeting says in its last bits under which rule it was, and whether the block had been cut;
  /// before them stand the higher place and, first of all, the lower.
  private static final int HOW = 5;

  private static final int HIGHER = 29;
  private static final long PLACE = (1L << HIGHER) - 1;
  private static final int MOST_ROWS = 1 << HIGHER;

  /// Bits of the places of one heap.
  private static final int HEAP = 12;

  /// Meetings stand in pieces of so many, so that no copy of them is made as there come more.
  private static final int PIECE = 1 << 9;

  /// Pairs, or places, that are looked at in one go.
  private static final int AT_A_TIME = 64;

  private final List<List<long[]>> full = new ArrayList<>();
  private final long[][] open;
  private final int[] filled;

  Meetings(int rows) {
    if (rows > MOST_ROWS) {
      throw new ListTooLarge("no more than %,d rows can be held at once".formatted(MOST_ROWS));
    }
    int heaps = heaps(rows);
    open = new long[heaps][];
    filled = new int[heaps];
    for (int heap = 0; heap < heaps; heap++) {
      full.add(new ArrayList<>());
    }
  }

  /// How many heaps there are of so many rows.
  static int heaps(int rows) {
    return ((rows - 1) >>> HEAP) + 1;
  }

  /// Takes the meeting of two rows.
  ///
  /// @param inCut whether their block had been cut
  void add(int a, int b, int rule, boolean inCut) {
    int low = Math.min(a, b);
    int heap = low >>> HEAP;
    int at = filled[heap];
    if (at % PIECE == 0) {
      open(heap);
    }
    long places = (long) low << HIGHER | Math.max(a, b);
    open[heap][at % PIECE] = places << HOW | rule << 1 | (inCut ? 1 : 0);
    filled[heap] = at + 1;
  }

  private void open(int heap) {
    if (filled[heap] > 0) {
      full.get(heap).add(open[heap]);
    }
    open[heap] = new long[PIECE];
  }

  /// Takes all that lies in one heap, puts it in order and has each pair compared once.
  static void compare(List<Meetings> meetings, int heap, Comparing comparing) {
    long[] all = sorted(meetings, heap);
    for (int from = 0; from < all.length; ) {
      from = some(all, from, comparing);
    }
  }

  /// Takes the meetings of some pairs; answers where those of the next begin.
  private static int some(long[] all, int first, Comparing comparing) {
    int from = first;
    for (int i = 0; i < AT_A_TIME && from < all.length; i++) {
      from = next(all, from, comparing);
    }
    return from;
  }

  /// Takes all meetings of one pair; answers where those of the next begin.
  private static int next(long[] all, int from, Comparing comparing) {
    long places = all[from] >>> HOW;
    int whole = 0;
    int next = from;
    for (; next < all.length && all[next] >>> HOW == places; next++) {
      whole |= (all[next] & 1) == 0 ? 1 << rule(all[next]) : 0;
    }
    int low = (int) (places >>> HIGHER);
    comparing.add(low, (int) (places & PLACE), rule(all[from]), whole);
    return next;
  }

  private static int rule(long meeting) {
    return (int) meeting >>> 1 & ((1 << (HOW - 1)) - 1);
  }

  /// All of a heap in order: by the lower place, which few share, then by the rest.
  private static long[] sorted(List<Meetings> meetings, int heap) {
    List<long[]> pieces = new ArrayList<>();
    for (Meetings each : meetings) {
      each.take(heap, pieces);
    }
    int[] starts = new int[(1 << HEAP) + 1];
    for (long[] piece : pieces) {
      count(piece, starts);
    }
    for (int slot = 0; slot < 1 << HEAP; slot++) {
      starts[slot + 1] += starts[slot];
    }
    long[] out = new long[starts[1 << HEAP]];
    for (long[] piece : pieces) {
      move(piece, starts, out);
    }
    for (int slot = 0; slot < 1 << HEAP; slot += AT_A_TIME) {
      sort(slot, slot + AT_A_TIME, starts, out);
    }
    return out;
  }

  private static void sort(int slot, int to, int[] starts, long[] out) {
    for (int i = slot, from = i == 0 ? 0 : starts[i - 1]; i < to; from = starts[i++]) {
      Entries.sort(out, from, starts[i]);
    }
  }

  private static void count(long[] piece, int[] starts) {
    for (long meeting : piece) {
      starts[slot(meeting) + 1]++;
    }
  }

  private static void move(long[] piece, int[] starts, long[] out) {
    for (long meeting : piece) {
      out[starts[slot(meeting)]++] = meeting;
    }
  }

  /// Takes all of a heap away.
  private void take(int heap, List<long[]> out) {
    out.addAll(full.set(heap, List.of()));
    if (filled[heap] > 0) {
      out.add(Arrays.copyOf(open[heap], (filled[heap] - 1) % PIECE + 1));
    }
    open[heap] = new long[0];
    filled[heap] = 0;
  }

  private static int slot(long meeting) {
    return (int) (meeting >>> (HIGHER + HOW)) & ((1 << HEAP) - 1);
  }
}
