package org.clew.disclosure.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Scope;

/// Who is most exposed: people with pairs of values that few others have, or nobody.
final class Exposure {

  private Exposure() {}

  /// The most exposed people, by their rows: those first who share their pairs of values with the
  /// fewest, a pair with nobody else counting 1, with one other 1/2, and so on.
  static int[] most(Microdata people, int count) {
    double[] exposed = new double[people.rows()];
    int[] room = new int[people.rows()];
    for (int one = 0; one < people.width(); one++) {
      for (int other = one + 1; other < people.width(); other++) {
        if (Scope.cells(people.sizes(), one, other) <= Scope.MOST) {
          int[] counts = Scope.of(people.sizes(), one, other).count(people, room);
          for (int row = 0; row < exposed.length; row++) {
            if (people.code(row, one) != 0 && people.code(row, other) != 0) {
              exposed[row] += 1.0 / counts[room[row]];
            }
          }
        }
      }
    }
    int[] rows =
        IntStream.range(0, people.rows())
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -exposed[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    return Arrays.copyOf(rows, count);
  }
}
