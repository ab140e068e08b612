package org.clew.linkage.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.clew.linkage.Plan;

/// Goes through rows sorted by their block, by what it is cut by, and by their numbers, and brings
/// together those that are compared. A block of any size passes by: no more of it is held than a
/// block that is compared whole.
final class Blocks {

  /// Takes two rows that are compared, in any order.
  interface Pairs {
    void meet(Row one, Row other);
  }

  private static final int KEY = 0;
  private static final int CUTS = 1;

  private final Iterator<Row> rows;
  private final Deque<Row> back = new ArrayDeque<>();
  private final Pairs pairs;
  private final int largest;

  /// @param largest of how many rows each is compared with each
  Blocks(Iterator<Row> rows, int largest, Pairs pairs) {
    this.rows = rows;
    this.largest = largest;
    this.pairs = pairs;
  }

  /// Brings together the rows of the next block.
  ///
  /// @return false when there is none
  boolean next() {
    if (!hasNext()) {
      return false;
    }
    block(peek(), 0);
    return true;
  }

  private boolean hasNext() {
    return !back.isEmpty() || rows.hasNext();
  }

  private Row peek() {
    Row next = take();
    back.push(next);
    return next;
  }

  private Row take() {
    Row known = back.poll();
    return known == null ? rows.next() : known;
  }

  /// Whether the next row is in the same block and in the same of its parts.
  private boolean follows(Row first, int depth) {
    if (!hasNext()) {
      return false;
    }
    Row next = peek();
    int bytes = depth * Long.BYTES;
    return next.getLong(KEY) == first.getLong(KEY)
        && Arrays.equals(cuts(next), 0, bytes, cuts(first), 0, bytes);
  }

  private static byte[] cuts(Row row) {
    return row.getAs(CUTS);
  }

  private void block(Row first, int depth) {
    List<Row> held = new ArrayList<>();
    while (held.size() <= largest && follows(first, depth)) {
      held.add(take());
    }
    if (held.size() <= largest) {
      for (int i = 0; i < held.size(); i++) {
        for (int j = i + 1; j < held.size(); j++) {
          pairs.meet(held.get(i), held.get(j));
        }
      }
      return;
    }
    held.reversed().forEach(back::push);
    if (depth * Long.BYTES == cuts(first).length) {
      neighbours(first, depth);
      return;
    }
    while (follows(first, depth)) {
      block(peek(), depth + 1);
    }
  }

  private void neighbours(Row first, int depth) {
    Deque<Row> before = new ArrayDeque<>();
    while (follows(first, depth)) {
      Row next = take();
      before.forEach(each -> pairs.meet(each, next));
      before.add(next);
      if (before.size() > Plan.NEIGHBOURS) {
        before.poll();
      }
    }
  }
}
