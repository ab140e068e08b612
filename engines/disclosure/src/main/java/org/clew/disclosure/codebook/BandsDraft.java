package org.clew.disclosure.codebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Proposes bands for a column of many numbers or dates. They are round, but read off the list all
/// the same: where they begin and end must be replaced by what is public knowledge.
final class BandsDraft {

  /// So many values may stand beside each other one by one.
  private static final int LISTED = 50;

  /// From this share of the cells on, others than numbers say that nothing is known.
  private static final double MOST = 0.95;

  private static final int OTHERS = 5;
  private static final double TAIL = 0.05;
  private static final int BANDS = 8;
  private static final BigDecimal MUCH = new BigDecimal("1.5");

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}([T ].*)?)?");

  private final Map<String, Integer> seen;
  private final long cells;

  /// @param seen by value, how often
  BandsDraft(Map<String, Integer> seen) {
    this.seen = seen;
    this.cells = seen.values().stream().mapToLong(Integer::longValue).sum();
  }

  /// The column with bands; empty where its values can be listed, or are no numbers and no dates.
  ///
  /// @param own from this share on, whole numbers that nearly each row has its own of are no
  ///   measure
  Optional<Variable> variable(String name, double own) {
    if (seen.size() <= LISTED) {
      return Optional.empty();
    }
    if (are(each -> NUMBER.matcher(each).matches())) {
      boolean identifies = are(each -> WHOLE.matcher(each).matches()) && seen.size() > own * cells;
      return identifies
          ? Optional.empty()
          : Optional.of(Variable.of(name, numbers(), others(NUMBER)));
    }
    return are(each -> DAY.matcher(each).matches())
        ? Optional.of(Variable.of(name, years(), others(DAY)))
        : Optional.empty();
  }

  private boolean are(Predicate<String> what) {
    long those =
        seen.entrySet().stream()
            .filter(each -> what.test(each.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    long others = seen.keySet().stream().filter(what.negate()).count();
    return those >= MOST * cells && others <= OTHERS;
  }

  private Set<String> others(Pattern pattern) {
    return new TreeSet<>(
        seen.keySet().stream().filter(each -> !pattern.matcher(each).matches()).toList());
  }

  /// Without the highest and the lowest twentieth.
  private List<String> middle(Pattern pattern) {
    List<String> all =
        new ArrayList<>(
            seen.keySet().stream().filter(each -> pattern.matcher(each).matches()).toList());
    all.sort(
        pattern.equals(NUMBER)
            ? (one, other) -> new BigDecimal(one).compareTo(new BigDecimal(other))
            : String::compareTo);
    List<String> middle = new ArrayList<>();
    long before = 0;
    for (String value : all) {
      long count = seen.getOrDefault(value, 0);
      if (before + count > TAIL * cells && before < (1 - TAIL) * cells) {
        middle.add(value);
      }
      before += count;
    }
    return middle;
  }

  private Bands numbers() {
    List<String> middle = middle(NUMBER);
    var low = new BigDecimal(middle.getFirst());
    var high = new BigDecimal(middle.getLast());
    BigDecimal width =
        round(high.subtract(low).divide(BigDecimal.valueOf(BANDS), MathContext.DECIMAL32));
    if (are(each -> WHOLE.matcher(each).matches())) {
      width = width.max(BigDecimal.ONE);
    }
    BigDecimal bottom = low.divide(width, 0, RoundingMode.FLOOR).multiply(width);
    BigDecimal top = high.divide(width, 0, RoundingMode.CEILING).multiply(width);
    if (bottom.compareTo(top) >= 0) {
      top = bottom.add(width);
    }
    return new Bands(
        Optional.of(bottom.toPlainString()),
        Optional.of(top.toPlainString()),
        new Bands.Units(width));
  }

  /// One, two, five or ten times a power of ten: the first that is not much less.
  private static BigDecimal round(BigDecimal width) {
    if (width.signum() == 0) {
      return BigDecimal.ONE;
    }
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(width.precision() - width.scale() - 1);
    for (int times : new int[] {1, 2, 5}) {
      BigDecimal wide = power.multiply(BigDecimal.valueOf(times));
      if (wide.multiply(MUCH).compareTo(width) >= 0) {
        return wide;
      }
    }
    return power.scaleByPowerOfTen(1);
  }

  private Bands years() {
    List<String> middle = middle(DAY);
    int first = Integer.parseInt(middle.getFirst().substring(0, 4));
    int last = Integer.parseInt(middle.getLast().substring(0, 4));
    return new Bands(
        Optional.of(year(first)), Optional.of(year(Math.max(last, first + 1))), Bands.Period.YEAR);
  }

  private static String year(int year) {
    return "%04d".formatted(year);
  }
}
