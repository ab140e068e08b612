package org.clew.linkage;

import java.util.regex.Pattern;

/// The numbers of plots, units, houses and branches in addresses and names of organisations. Longer
/// numbers are postcodes, which are one for a whole district; but two short ones may have run into
/// one.
final class UnitNumbers implements TextLikeness.Numbers {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d{1,3}$)");
  private static final int LONGEST = 4;

  /// By value, its numbers.
  private final String[][] of;

  UnitNumbers(Texts forms) {
    of = new String[forms.size()][];
    for (int i = 0; i < of.length; i++) {
      of[i] =
          NUMBER
              .matcher(forms.text(i))
              .results()
              .map(found -> ZEROS.matcher(found.group()).replaceFirst(""))
              .distinct()
              .toArray(String[]::new);
    }
  }

  /// Different where either has one that the other has not.
  @Override
  public Said compare(int a, int b) {
    int lost = lost(of[a], of[b]);
    int others = lost(of[b], of[a]);
    if (lost > 0 && others > 0) {
      return Said.OTHER;
    }
    return units(of[a]) > lost && units(of[b]) > others ? Said.SAME : Said.NOTHING;
  }

  private static int units(String[] numbers) {
    int units = 0;
    for (String number : numbers) {
      units += number.length() <= LONGEST ? 1 : 0;
    }
    return units;
  }

  private static int lost(String[] numbers, String[] others) {
    int lost = 0;
    for (String number : numbers) {
      lost += number.length() <= LONGEST && !isAmong(number, others) ? 1 : 0;
    }
    return lost;
  }

  private static boolean isAmong(String number, String[] others) {
    for (String other : others) {
      boolean runInto = other.length() >= LONGEST && other.length() > number.length();
      if (number.equals(other)
          || (runInto && (other.startsWith(number) || other.endsWith(number)))) {
        return true;
      }
    }
    return false;
  }
}
