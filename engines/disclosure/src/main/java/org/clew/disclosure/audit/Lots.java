package org.clew.disclosure.audit;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;

/// People drawn by lot.
final class Lots {

  private Lots() {}

  /// Numbers from 0, in an order by lot.
  static int[] shuffled(int count, SplittableRandom lots) {
    int[] numbers = IntStream.range(0, count).toArray();
    shuffle(numbers, count, lots);
    return numbers;
  }

  /// Brings numbers by lot to the front.
  static void shuffle(int[] numbers, int front, SplittableRandom lots) {
    for (int i = 0; i < front; i++) {
      int other = i + lots.nextInt(numbers.length - i);
      int kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }

  /// Some rows, in this order.
  static Microdata rows(Microdata of, int[] numbers) {
    short[][] columns = new short[of.width()][numbers.length];
    for (int column = 0; column < columns.length; column++) {
      for (int i = 0; i < numbers.length; i++) {
        columns[column][i] = (short) of.code(numbers[i], column);
      }
    }
    return new Microdata(of.sizes(), columns, numbers.length);
  }
}
