package org.clew.disclosure.generalisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clew.disclosure.Progress;

/// Goes through the lattice of generalisations, numbered so that the level of a column is a digit:
/// from those that lose least by their levels, along a path upwards, by bisection, to where few
/// enough rows are left out, so that whole regions below are ruled out by one that leaves out too
/// many (Kohlmayer et al., "Flash", 2012); and above, all that are bounded by the best one found.
final class LatticeSearch {

  private static final byte UNKNOWN = 0;
  private static final byte FEW_ENOUGH = 1;
  private static final byte DONE = 2;

  private final Tuples tuples;
  private final Progress progress;
  private final int[] digits;
  private final int[] weights;
  private final double[] bounds;
  private final byte[] states;
  private boolean goOn = true;
  private int checked;
  private int done;
  private int best = -1;
  private double leastLoss = Double.POSITIVE_INFINITY;
  private int bestSuppressed;

  LatticeSearch(Tuples tuples, Progress progress) {
    this.tuples = tuples;
    this.progress = progress;
    this.digits = IntStream.range(0, tuples.columns()).map(tuples::levels).toArray();
    this.weights = new int[digits.length];
    int count = 1;
    for (int column = 0; column < digits.length; column++) {
      weights[column] = count;
      count *= digits[column];
    }
    this.bounds = new double[count];
    this.states = new byte[count];
    Arrays.setAll(bounds, node -> tuples.bound(at(node)));
  }

  Optional<Generalisation> run() {
    long[] order =
        LongStream.range(0, bounds.length)
            .map(node -> (long) Float.floatToIntBits((float) bounds[(int) node]) << 32 | node)
            .sorted()
            .toArray();
    for (int i = 0; i < order.length && goOn; i++) {
      int node = (int) order[i];
      if (isOpen(node)) {
        if (states[node] == FEW_ENOUGH) {
          check(node);
        } else {
          bisect(path(node));
        }
      }
    }
    progress.heard(bounds.length, bounds.length);
    if (best < 0) {
      return Optional.empty();
    }
    BitSet suppressed = tuples.suppressed(at(best));
    List<Integer> levels = Arrays.stream(at(best)).boxed().toList();
    return Optional.of(new Generalisation(levels, suppressed, leastLoss, goOn, checked));
  }

  private int[] at(int node) {
    int[] at = new int[digits.length];
    for (int column = 0; column < at.length; column++) {
      at[column] = level(node, column);
    }
    return at;
  }

  private int level(int node, int column) {
    return node / weights[column] % digits[column];
  }

  /// Whether it may still be the best.
  private boolean isOpen(int node) {
    return states[node] != DONE && bounds[node] < leastLoss;
  }

  /// Upwards while anything is open of which nothing is known, by steps that lose least.
  private List<Integer> path(int from) {
    List<Integer> path = new ArrayList<>(List.of(from));
    int next = from;
    while (next >= 0) {
      int above = next;
      next = -1;
      for (int column = 0; column < digits.length; column++) {
        int up = above + weights[column];
        if (level(above, column) + 1 < digits[column]
            && states[up] == UNKNOWN
            && isOpen(up)
            && (next < 0 || bounds[up] < bounds[next])) {
          next = up;
        }
      }
      if (next >= 0) {
        path.add(next);
      }
    }
    return path;
  }

  private void bisect(List<Integer> path) {
    int low = 0;
    int high = path.size() - 1;
    while (low <= high && goOn) {
      int middle = (low + high) >>> 1;
      if (check(path.get(middle))) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
  }

  /// Tries one; whether few enough rows are lost there for good.
  private boolean check(int node) {
    Tuples.Outcome outcome = tuples.outcome(at(node));
    checked++;
    goOn = progress.heard(done, bounds.length) == Progress.Answer.GO_ON;
    boolean fewEnough = outcome.lost() <= tuples.limit();
    if (fewEnough) {
      markAbove(node);
    } else {
      markBelow(node);
    }
    finish(node);
    if (outcome.suppressed() <= tuples.limit() && isBetter(node, outcome)) {
      best = node;
      leastLoss = outcome.loss();
      bestSuppressed = outcome.suppressed();
    }
    return fewEnough;
  }

  /// Less loss, then fewer rows left out.
  private boolean isBetter(int node, Tuples.Outcome outcome) {
    int order = Double.compare(outcome.loss(), leastLoss);
    if (order == 0) {
      order = Integer.compare(outcome.suppressed(), bestSuppressed);
    }
    return order == 0 ? node < best : order < 0;
  }

  private void finish(int node) {
    if (states[node] != DONE) {
      states[node] = DONE;
      done++;
    }
  }

  /// What is coarser than what loses few enough does so, too.
  private void markAbove(int node) {
    var open = new IntStack();
    open.push(node);
    while (!open.isEmpty()) {
      int here = open.pop();
      for (int column = 0; column < digits.length; column++) {
        int up = here + weights[column];
        if (level(here, column) + 1 < digits[column] && states[up] == UNKNOWN) {
          states[up] = FEW_ENOUGH;
          open.push(up);
        }
      }
    }
  }

  /// What is finer than what loses too many does so, too.
  private void markBelow(int node) {
    var open = new IntStack();
    open.push(node);
    while (!open.isEmpty()) {
      int here = open.pop();
      for (int column = 0; column < digits.length; column++) {
        int down = here - weights[column];
        if (level(here, column) > 0 && states[down] != DONE) {
          finish(down);
          open.push(down);
        }
      }
    }
  }

  private static final class IntStack {
    private int[] held = new int[64];
    private int count;

    void push(int value) {
      if (count == held.length) {
        held = Arrays.copyOf(held, count * 2);
      }
      held[count++] = value;
    }

    int pop() {
      return held[--count];
    }

    boolean isEmpty() {
      return count == 0;
    }
  }
}
