package org.clew.disclosure.codebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bands of equal width that numbers or dates are told as, with one for all below a bottom and one
/// for all from a top on: top and bottom coding and global recoding (Hundepool et al. 2012,
/// "Statistical Disclosure Control", section 3.3).
///
/// From 18 by fives to 80 they are `<18`, `18--22`, `23--27` … `78--79`, `80+`; from 2015 by years
/// to 2024 `<2015`, `2015` … `2023`, `2024+`. Bands of numbers are counted from the bottom, where
/// there is one, those of dates by the calendar.
///
/// @param bottom where the first band begins, as a cell has it; empty where bands go on below
/// @param top where the last one begins; empty where bands go on above
/// @param width how wide the others are
public record Bands(Optional<String> bottom, Optional<String> top, Width width) {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern BAND =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)(?:(?:--| to under | to )-?\\d+(?:\\.\\d+)?)?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01])(?:[T ].*)?)?))?");
  private static final int MONTHS = 12;
  private static final int WIDER = 4;

  /// How wide a band is.
  public sealed interface Width {

    /// Reads `5`, `2.5`, `month`, `quarter` or `year`.
    ///
    /// @throws CodebookRefused when it is none of them
    static Width of(String written) {
      for (Period period : Period.values()) {
        if (period.name().equalsIgnoreCase(written.strip())) {
          return period;
        }
      }
      return new Units(
          number(written)
              .filter(each -> each.signum() > 0)
              .orElseThrow(
                  () ->
                      new CodebookRefused(
                          "The width of a band is a number above 0, or month, quarter or year.")));
    }

    /// As it is read.
    String written();
  }

  /// So many units.
  public record Units(BigDecimal units) implements Width {
    @Override
    public String written() {
      return units.toPlainString();
    }
  }

  /// A part of the calendar.
  public enum Period implements Width {
    /// `2024-03`.
    MONTH(1),
    /// `2024-Q1`.
    QUARTER(3),
    /// `2024`.
    YEAR(MONTHS);

    private final int months;

    Period(int months) {
      this.months = months;
    }

    @Override
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Demands what holds together.
  ///
  /// @throws CodebookRefused when a bound is no number, or no date, or lies within a band; or the
  ///   bottom is not below the top
  public Bands {
    bottom = bottom.map(String::strip);
    top = top.map(String::strip);
    for (Optional<String> bound : List.of(bottom, top)) {
      if (bound.isPresent() && bound(width, bound.get()).isEmpty()) {
        throw new CodebookRefused(
            width instanceof Period
                ? "Bands of dates begin and end with one, such as 2015, 2015-Q3 or 2015-07, not \"%s\"."
                    .formatted(bound.get())
                : "Bands of numbers begin and end with one, not \"%s\".".formatted(bound.get()));
      }
    }
    if (bottom.isPresent()
        && top.isPresent()
        && demanded(width, bottom.get()).compareTo(demanded(width, top.get())) >= 0) {
      throw new CodebookRefused(
          "The bottom %s is not below the top %s.".formatted(bottom.get(), top.get()));
    }
    if (width instanceof Period period) {
      for (Optional<String> bound : List.of(bottom, top)) {
        if (bound.isPresent()
            && demanded(width, bound.get()).intValueExact() % period.months != 0) {
          throw new CodebookRefused(
              "%s is not where a %s begins.".formatted(bound.get(), period.written()));
        }
      }
    }
  }

  private static Optional<BigDecimal> number(String cell) {
    String stripped = cell.strip();
    return NUMBER.matcher(stripped).matches()
        ? Optional.of(new BigDecimal(stripped))
        : Optional.empty();
  }

  /// Where a cell is: a number, or how many months after the year 0.
  private static Optional<BigDecimal> place(Width width, String cell) {
    return switch (width) {
      case Units _ -> number(cell);
      case Period period -> month(cell, period).map(BigDecimal::valueOf);
    };
  }

  /// The same of a bound, which may be a quarter or a year for months.
  private static Optional<BigDecimal> bound(Width width, String written) {
    return switch (width) {
      case Units _ -> number(written);
      case Period _ -> month(written, Period.YEAR).map(BigDecimal::valueOf);
    };
  }

  private static BigDecimal demanded(Width width, String written) {
    return bound(width, written).orElseThrow();
  }

  /// Empty where a cell is no date, or coarser than the period.
  private static Optional<Integer> month(String cell, Period period) {
    Matcher date = DATE.matcher(cell.strip());
    if (!date.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(date.group(1)) * MONTHS;
    if (date.group(3) != null) {
      return Optional.of(year + Integer.parseInt(date.group(3)) - 1);
    }
    if (date.group(2) != null) {
      return period == Period.MONTH
          ? Optional.empty()
          : Optional.of(year + (Integer.parseInt(date.group(2)) - 1) * Period.QUARTER.months);
    }
    return period == Period.YEAR ? Optional.of(year) : Optional.empty();
  }

  private BigDecimal units() {
    return switch (width) {
      case Units number -> number.units;
      case Period period -> BigDecimal.valueOf(period.months);
    };
  }

  /// Where bands are counted from.
  private BigDecimal origin() {
    return width instanceof Units && bottom.isPresent()
        ? demanded(width, bottom.get())
        : BigDecimal.ZERO;
  }

  /// What a cell is told as; empty where it is no number, or no date.
  public Optional<String> value(String cell) {
    return place(width, cell).map(this::valueAt);
  }

  /// Whether a value is one of these bands.
  public boolean isBand(String value) {
    return isOutside(value) || start(value).isPresent();
  }

  private boolean isOutside(String value) {
    return value.equals(bottom.map(cell -> "<" + cell).orElse(null))
        || value.equals(top.map(cell -> cell + "+").orElse(null));
  }

  /// What one of these bands is told as where bands are wider; anything else as it is.
  ///
  /// @param value one of [#value]
  public String value(String value, Bands wider) {
    return isOutside(value) ? value : start(value).map(wider::valueAt).orElse(value);
  }

  private Optional<BigDecimal> start(String value) {
    return switch (width) {
      case Units _ -> {
        Matcher band = BAND.matcher(value);
        yield band.matches() ? number(band.group(1)) : Optional.empty();
      }
      case Period _ -> month(value, Period.YEAR).map(BigDecimal::valueOf);
    };
  }

  private String valueAt(BigDecimal place) {
    if (bottom.isPresent() && place.compareTo(demanded(width, bottom.get())) < 0) {
      return "<" + bottom.get();
    }
    if (top.isPresent() && place.compareTo(demanded(width, top.get())) >= 0) {
      return top.get() + "+";
    }
    BigDecimal bands = place.subtract(origin()).divide(units(), 0, RoundingMode.FLOOR);
    return band(origin().add(bands.multiply(units())));
  }

  private String band(BigDecimal low) {
    return switch (width) {
      case Units _ -> numbers(low);
      case Period period -> {
        int month = low.intValueExact();
        String year = String.format(Locale.ROOT, "%04d", month / MONTHS);
        yield switch (period) {
          case MONTH -> String.format(Locale.ROOT, "%s-%02d", year, month % MONTHS + 1);
          case QUARTER -> year + "-Q" + (month % MONTHS / period.months + 1);
          case YEAR -> year;
        };
      }
    };
  }

  private String numbers(BigDecimal low) {
    BigDecimal whole = low.add(units());
    BigDecimal high = top.map(cell -> demanded(width, cell)).map(whole::min).orElse(whole);
    boolean isWhole = isWhole(low) && isWhole(high);
    if (isWhole && high.subtract(low).compareTo(BigDecimal.ONE) <= 0) {
      return plain(low);
    }
    BigDecimal last = isWhole ? high.subtract(BigDecimal.ONE) : high;
    // Two hyphens, since a spreadsheet takes 1-5 for the first of May.
    return isWhole && low.signum() >= 0
        ? plain(low) + "--" + plain(last)
        : plain(low) + (isWhole ? " to " : " to under ") + plain(last);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /// All that cells can be told as, in their order.
  ///
  /// @throws CodebookRefused when bands go on below or above, or there are more than a column can
  ///   have
  public List<String> values() {
    if (bottom.isEmpty() || top.isEmpty()) {
      throw new CodebookRefused("Bands need a bottom and a top: else they have no end.");
    }
    BigDecimal low = demanded(width, bottom.get());
    BigDecimal end = demanded(width, top.get());
    if (end.subtract(low)
            .divide(units(), 0, RoundingMode.CEILING)
            .compareTo(BigDecimal.valueOf(Variable.MOST_VALUES - 2L))
        > 0) {
      throw new CodebookRefused(
          "There are more than %,d bands. Make them wider.".formatted(Variable.MOST_VALUES));
    }
    List<String> values = new ArrayList<>(List.of("<" + bottom.get()));
    for (BigDecimal at = low; at.compareTo(end) < 0; at = at.add(units())) {
      values.add(valueAt(at));
    }
    values.add(top.get() + "+");
    return values;
  }

  /// Wider bands, up to four times wider anew: each is made of whole ones of those before.
  public List<Bands> wider() {
    List<Bands> wider = new ArrayList<>();
    Optional<Bands> next = next();
    while (next.isPresent() && wider.size() < WIDER) {
      wider.add(next.get());
      next = next.get().next();
    }
    return wider;
  }

  private Optional<Bands> next() {
    return switch (width) {
      case Units(BigDecimal units) ->
          Optional.of(
              new Bands(
                  bottom,
                  top,
                  new Units(
                      units.multiply(
                          BigDecimal.valueOf(units.compareTo(BigDecimal.ONE) == 0 ? 5 : 2)))));
      case Period period ->
          switch (period) {
            case MONTH -> wider(Period.QUARTER);
            case QUARTER -> wider(Period.YEAR);
            case YEAR -> Optional.empty();
          };
    };
  }

  /// Where a bound lies within a wider period, there is none such.
  private Optional<Bands> wider(Period period) {
    for (Optional<String> bound : List.of(bottom, top)) {
      if (bound.isPresent() && demanded(width, bound.get()).intValueExact() % period.months != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new Bands(bottom, top, period));
  }
}
