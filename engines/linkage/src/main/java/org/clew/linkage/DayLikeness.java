package org.clew.linkage;

import java.util.List;

/// Dates of birth, each as eight digits of four bits; `00` where a part is not known.
final class DayLikeness implements Likeness {
  private static final List<Level> LEVELS =
      List.of(
          new Level(Agreement.EXACT, 0.86, 4.5e-5),
          new Level(Agreement.CLOSE_SPELLING, 0.06, 1e-3),
          new Level(Agreement.NEARLY_SAME_DATE, 0.03, 3.5e-3),
          new Level(Agreement.SAME_YEAR, 0.02, 0.016),
          new Level(Agreement.DIFFERENT, 0.03, 0.98));

  private final int[] days;
  private final List<Key> keys;

  DayLikeness(Texts forms) {
    int size = forms.size();
    days = new int[size];
    int[] monthAndYear = new int[size];
    int[] dayAndMonth = new int[size];
    int[] dayAndYear = new int[size];
    for (int i = 0; i < size; i++) {
      int day = number(forms, i, 10);
      days[i] = number(forms, i, 16);
      boolean whole = day % 100 > 0 && day / 100 % 100 > 0;
      monthAndYear[i] = day / 100 % 100 > 0 ? day / 100 : -1;
      int low = Math.min(day % 100, day / 100 % 100);
      int high = Math.max(day % 100, day / 100 % 100);
      dayAndMonth[i] = whole ? low * 100 + high : -1;
      dayAndYear[i] = whole ? day / 10_000 * 100 + day % 100 : -1;
    }
    keys =
        List.of(
            Likeness.whole(forms),
            new Key("month_and_year", monthAndYear),
            new Key("day_and_month", dayAndMonth),
            new Key("day_and_year", dayAndYear));
  }

  private static int number(Texts forms, int value, int base) {
    byte[] digits = forms.block(value);
    int from = forms.from(value);
    int number = 0;
    for (int i = from; i < from + forms.length(value); i++) {
      number = number * base + digits[i] - '0';
    }
    return number;
  }

  @Override
  public List<Level> levels() {
    return LEVELS;
  }

  @Override
  public List<Key> keys() {
    return keys;
  }

  @Override
  public int level(int a, int b, Kernels kernels) {
    int left = days[a];
    int right = days[b];
    boolean year = left >>> 16 == right >>> 16;
    int monthLeft = left >>> 8 & 0xFF;
    int monthRight = right >>> 8 & 0xFF;
    int dayLeft = left & 0xFF;
    int dayRight = right & 0xFF;
    if (monthLeft == 0 || monthRight == 0 || dayLeft == 0 || dayRight == 0) {
      boolean months = monthLeft > 0 && monthRight > 0;
      return !year ? 4 : months ? (monthLeft == monthRight ? 2 : 4) : 3;
    }
    if ((year && monthLeft == dayRight && dayLeft == monthRight) || isOneSlip(left, right)) {
      return 1;
    }
    int same = (year ? 1 : 0) + (monthLeft == monthRight ? 1 : 0) + (dayLeft == dayRight ? 1 : 0);
    return same == 2 ? 2 : year ? 3 : 4;
  }

  /// One digit changed, or two neighbours swapped.
  private static boolean isOneSlip(int left, int right) {
    int apart = left ^ right;
    int digits = (apart | apart >>> 1 | apart >>> 2 | apart >>> 3) & 0x11111111;
    int first = Integer.numberOfTrailingZeros(digits);
    if (digits >>> first == 0x11) {
      int low = left >>> first;
      int turned = ((low >>> 4) & 15) | ((low & 15) << 4);
      return turned == (right >>> first & 0xFF);
    }
    return digits >>> first == 1;
  }
}
