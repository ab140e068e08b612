package org.clew.disclosure;

import java.util.SplittableRandom;

/// People nobody met, whose columns hang on one another.
public final class MadeUp {

  private static final int[] SIZES = {13, 7, 3, 2, 2, 2};

  private MadeUp() {}

  /// How many codes the columns have.
  public static int[] sizes() {
    return SIZES.clone();
  }

  /// The second column hangs on the first, the third on the second, the fifth on the fourth.
  public static Microdata people(int rows, long seed) {
    var lots = new SplittableRandom(seed);
    short[][] columns = new short[SIZES.length][rows];
    for (int row = 0; row < rows; row++) {
      int place = (int) (13 * Math.pow(lots.nextDouble(), 2));
      int age = (place + lots.nextInt(3)) % 7;
      columns[0][row] = (short) place;
      columns[1][row] = (short) age;
      columns[2][row] = (short) (lots.nextDouble() < 0.8 ? age % 3 : lots.nextInt(3));
      columns[3][row] = (short) (lots.nextDouble() < 0.3 ? 1 : 0);
      columns[4][row] = (short) (columns[3][row] == 1 && lots.nextDouble() < 0.7 ? 1 : 0);
      columns[5][row] = (short) (lots.nextDouble() < (place < 4 ? 0.5 : 0.1) ? 1 : 0);
    }
    return new Microdata(SIZES, columns, rows);
  }
}
