package org.clew.linkage.text;

import java.util.Arrays;

/// Goes through the texts once, each compared with a few earlier ones that stand for all that are
/// like them: thousands of copies cost no more than as many different texts.
final class Copies {
  /// The share of weight in common from which two texts are taken to be made from one.
  private static final float ONE = 0.25f;

  /// The share from which an earlier text stands for a later one.
  private static final float COVERED = 0.6f;

  /// Texts looked at under one key, the latest first.
  private static final int PER_KEY = 2;

  /// Texts compared with one, those with the most keys in common first.
  private static final int COMPARED = 6;

  private static final int LARGEST_TABLE = 1 << 27;
  private static final int NUMBER_BITS = 32;
  private static final long ONE_KEY = 1L << NUMBER_BITS;

  private final Sketches sketches;
  private final int[] heads;
  private final Ints next = new Ints(1 << 14);
  private final Ints standing = new Ints(1 << 10);
  private final int[] group;

  /// By standing text: the last text that met it, counted from 1, and above it in how many keys.
  private final long[] met;

  private final int[] latest = new int[MinHash.BANDS * PER_KEY + 1];
  private final long[] candidates = new long[MinHash.BANDS * PER_KEY];
  private final Hashed shingles = new Hashed();

  Copies(Sketches sketches, int size) {
    this.sketches = sketches;
    heads = new int[Integer.highestOneBit(Math.clamp(size * 8L, 1, LARGEST_TABLE / 2)) * 2];
    group = new int[size];
    met = new long[size];
  }

  /// Looks at one text more, in their order.
  void look(int text) {
    group[text] = text;
    int found = candidates(text);
    if (found > 0) {
      sketches.take(text, shingles);
    }
    for (int i = 0; i < Math.min(found, COMPARED); i++) {
      int other = standing.get(Integer.MAX_VALUE - (int) candidates[i]);
      if (group(other) != group(text)) {
        float alike = sketches.alike(text, shingles, other);
        if (alike >= ONE) {
          join(text, other);
        }
        if (alike >= COVERED) {
          return;
        }
      }
    }
    stand(text);
  }

  /// Standing texts with a key in common, those with the most first, then the latest.
  private int candidates(int text) {
    int found = 0;
    int places = latest(text);
    for (int place = 0; place < places; place++) {
      int stands = latest[place] / MinHash.BANDS;
      long before = met[stands];
      if ((int) before != text + 1) {
        before = text + 1L;
        candidates[found++] = stands;
      }
      met[stands] = before + ONE_KEY;
    }
    for (int i = 0; i < found; i++) {
      int stands = (int) candidates[i];
      long keys = met[stands] >>> NUMBER_BITS;
      candidates[i] = ((MinHash.BANDS - keys) << NUMBER_BITS) | (Integer.MAX_VALUE - stands);
    }
    Arrays.sort(candidates, 0, found);
    return found;
  }

  /// Writes down where the latest texts stand under the keys of a text, all at one depth before
  /// those below: these look-ups go far away, and need not wait for one another.
  private int latest(int text) {
    int from = 0;
    int to = 0;
    for (int band = 0; band < MinHash.BANDS; band++) {
      int at = heads[slot(text, band)];
      latest[to] = at - 1;
      to += at > 0 ? 1 : 0;
    }
    for (int depth = 1; depth < PER_KEY; depth++) {
      int end = to;
      for (; from < end; from++) {
        int at = next.get(latest[from]);
        latest[to] = at - 1;
        to += at > 0 ? 1 : 0;
      }
    }
    return to;
  }

  private int slot(int text, int band) {
    return sketches.key(text, band) & (heads.length - 1);
  }

  private void stand(int text) {
    int stands = standing.size();
    standing.add(text);
    for (int band = 0; band < MinHash.BANDS; band++) {
      int slot = slot(text, band);
      next.add(heads[slot]);
      heads[slot] = stands * MinHash.BANDS + band + 1;
    }
  }

  private void join(int one, int other) {
    int a = group(one);
    int b = group(other);
    group[Math.max(a, b)] = Math.min(a, b);
  }

  /// The first text of the group that a text is in.
  int group(int text) {
    int at = text;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }
}
