package org.clew.disclosure.synthesis;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.combinations.CombinationCounts;
import org.clew.disclosure.noise.Bits;

/// What people have in common with k - 1 others, as rows to begin with: of each, values by lot.
final class RowSeeds {

  private static final int ROWS_A_STEP = 512;

  private final Microdata people;
  private final StructuralZeros zeros;
  private final Tellable tellable;
  private final int k;
  private final Bits bits;

  RowSeeds(Microdata people, StructuralZeros zeros, Tellable tellable, int k, Bits bits) {
    this.people = people;
    this.zeros = zeros;
    this.tellable = tellable;
    this.k = k;
    this.bits = bits;
  }

  /// As many rows as there are people, to the last k. Which people, and in which order, is by lot.
  ///
  /// @param heard hears now and then how many there are; may throw
  Microdata rows(IntConsumer heard) {
    int[] order = bits.order(people.rows());
    int rows = CombinationCounts.roundedDown(people.rows(), k);
    short[][] columns = new short[people.width()][rows];
    short[] row = new short[people.width()];
    for (int number = 0; number < rows; number++) {
      if (number % ROWS_A_STEP == 0) {
        heard.accept(number);
      }
      seed(order[number], bits.order(people.width()), row);
      for (int column = 0; column < row.length; column++) {
        columns[column][number] = row[column];
      }
    }
    return new Microdata(people.sizes(), columns, rows);
  }

  /// What somebody has in common with k - 1 others. Where that is all that somebody has, without
  /// the values taken last.
  ///
  /// @param order of the columns in which values are taken
  /// @param row room for its codes
  void seed(int person, int[] order, short[] row) {
    Arrays.fill(row, (short) 0);
    for (int column : order) {
      int code = people.code(person, column);
      if (code != 0 && zeros.allow(row, column, code) && tellable.shared(row, column, code)) {
        row[column] = (short) code;
      }
    }
    for (int last = order.length - 1; last >= 0 && !tellable.allow(row); last--) {
      row[order[last]] = 0;
    }
  }
}
