package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Finds the records worth comparing: those that share the rarest keys with the question. Keys are
/// walked from the rarest on until so many postings were read. Once all keys that are left could
/// not lift a record among the best that no key before has found, they only help to rank those that
/// were found (MaxScore, Turtle & Flood 1995): so the work follows what is kept, not how often
/// everybody says the same.
final class Search {
  private static final int CLOSE_WORDS = 12;
  private static final int ECHOES = 24;

  /// Candidates that share less than this part of what the best shares are not weighed.
  private static final float LEAST_SHARE = 0.08f;

  /// More than sums of weights are off by.
  private static final double ROUNDING = 0.01;

  /// Scores by record, kept between queries so that none has to be cleared.
  private static final class Scratch {
    float[] scores = new float[1024];
    int[] touched = new int[1024];
    int count;
  }

  private final ConcurrentLinkedQueue<Scratch> spare = new ConcurrentLinkedQueue<>();
  private final Postings postings;
  private final Lexicons lexicons;

  Search(Postings postings, Lexicons lexicons) {
    this.postings = postings;
    this.lexicons = lexicons;
  }

  /// Numbers of the best candidates, best first.
  ///
  /// @param size one more than the highest record number
  int[] candidates(Prepared asked, int size, long records, int most) {
    long[] keys = probes(asked);
    Scratch scratch = spare.poll();
    if (scratch == null) {
      scratch = new Scratch();
    }
    if (scratch.scores.length < size) {
      scratch.scores = new float[size + (size >> 1)];
    }
    try {
      walk(keys, records, most, scratch);
      return best(scratch, most);
    } finally {
      for (int i = 0; i < scratch.count; i++) {
        scratch.scores[scratch.touched[i]] = 0;
      }
      scratch.count = 0;
      spare.offer(scratch);
    }
  }

  /// The record's own keys, and those of words one slip away.
  private long[] probes(Prepared asked) {
    long[] own = asked.keys();
    List<Long> more = new ArrayList<>();
    for (Prepared.Read read : asked.reads()) {
      if (read.form() instanceof Form.Words words && read.kind() != Kind.PLACE) {
        Kind kind = Lexicons.kind(read.kind());
        for (Word word : words.words()) {
          for (Word close : lexicons.of(kind).close(word, CLOSE_WORDS)) {
            more.add(close.key);
          }
          for (Word echo : lexicons.of(kind).echoes(word, ECHOES)) {
            more.add(echo.key);
          }
        }
      }
    }
    long[] all = Arrays.copyOf(own, own.length + more.size());
    for (int i = 0; i < more.size(); i++) {
      all[own.length + i] = more.get(i);
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  private void walk(long[] keys, long records, int most, Scratch scratch) {
    long[] order = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      order[i] = ((long) postings.count(keys[i]) << 32) | i;
    }
    Arrays.sort(order);
    double rest = 0;
    for (long each : order) {
      rest += weight(each, records);
    }
    int left = Limits.POSTINGS;
    boolean open = true;
    for (long each : order) {
      int count = (int) (each >>> 32);
      if (count == 0) {
        continue;
      }
      if (open && count > scratch.count && scratch.count > 0) {
        open = rest + ROUNDING >= least(scratch, most);
      }
      if (left <= 0 || (!open && scratch.count <= most)) {
        break;
      }
      float weight = weight(each, records);
      long key = keys[(int) each];
      if (open) {
        postings.each(key, left, number -> touch(scratch, number, weight));
      } else {
        postings.each(key, left, number -> raise(scratch, number, weight));
      }
      left -= count;
      rest -= weight;
    }
  }

  /// What a key says for a record: the rarer, the more. One that nobody holds says nothing.
  private static float weight(long countAndKey, long records) {
    int count = (int) (countAndKey >>> 32);
    return count == 0 ? 0 : (float) (Math.log((records + 1.0) / count) + 0.05);
  }

  /// The score below which nothing is kept, as far as it is known by now.
  private static float least(Scratch scratch, int most) {
    float best = 0;
    for (int i = 0; i < scratch.count; i++) {
      best = Math.max(best, scratch.scores[scratch.touched[i]]);
    }
    float share = LEAST_SHARE * best;
    return scratch.count < most ? share : Math.max(share, score(heap(scratch, most)[0]));
  }

  private static void raise(Scratch scratch, int number, float weight) {
    if (scratch.scores[number] != 0) {
      scratch.scores[number] += weight;
    }
  }

  private static void touch(Scratch scratch, int number, float weight) {
    if (scratch.scores[number] == 0) {
      if (scratch.count == scratch.touched.length) {
        scratch.touched = Arrays.copyOf(scratch.touched, scratch.count * 2);
      }
      scratch.touched[scratch.count++] = number;
    }
    scratch.scores[number] += weight;
  }

  /// The highest scores, best first, ties to the lower number.
  private static int[] best(Scratch scratch, int most) {
    long[] ranked = heap(scratch, most);
    Arrays.sort(ranked);
    int held = ranked.length;
    int[] out = new int[held];
    float least = held == 0 ? 0 : LEAST_SHARE * score(ranked[held - 1]);
    int kept = 0;
    while (kept < held) {
      long rank = ranked[held - 1 - kept];
      if (score(rank) < least) {
        break;
      }
      out[kept++] = Integer.MAX_VALUE - (int) rank;
    }
    return Arrays.copyOf(out, kept);
  }

  /// The highest scores as a heap of that many, the lowest of them first.
  private static long[] heap(Scratch scratch, int most) {
    long[] ranked = new long[Math.min(most, scratch.count)];
    int held = 0;
    for (int i = 0; i < scratch.count; i++) {
      int number = scratch.touched[i];
      long rank =
          ((long) Float.floatToIntBits(scratch.scores[number]) << 32)
              | (Integer.MAX_VALUE - number);
      if (held < ranked.length) {
        ranked[held++] = rank;
        if (held == ranked.length) {
          for (int at = held / 2 - 1; at >= 0; at--) {
            sink(ranked, at);
          }
        }
      } else if (rank > ranked[0]) {
        ranked[0] = rank;
        sink(ranked, 0);
      }
    }
    return ranked;
  }

  private static float score(long rank) {
    return Float.intBitsToFloat((int) (rank >>> 32));
  }

  private static void sink(long[] heap, int at) {
    long value = heap[at];
    while (2 * at + 1 < heap.length) {
      int child = 2 * at + 1;
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }
}
