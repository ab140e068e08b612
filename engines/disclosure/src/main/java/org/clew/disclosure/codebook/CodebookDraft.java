package org.clew.disclosure.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clew.disclosure.codebook.Codebook.Domains;

/// Drafts a codebook from a table, for a person to correct. All it lists was read off the table:
/// that a value is there tells of somebody. What identifies a person by itself, or is no category,
/// it leaves out with the reason.
public final class CodebookDraft {

  /// From this share on, nearly each row has a value of its own. So it is said of short lists, too,
  /// where it may be chance: what is left out is read again, a name that is listed may not be.
  private static final double OWN = 0.5;

  /// Marks that tell of no name and no number, however few have one.
  private static final Set<String> TICKS = Set.of("0", "1");

  private static final int LONG_TEXT = 80;

  private static final Pattern START = Pattern.compile("[<≤≥>]? ?(-?\\d{1,15}(?:\\.\\d{1,15})?)");

  /// What may stand between several values of a cell.
  public static final List<String> SEPARATORS = List.of(";", "|");

  private final List<String> headings;
  private final List<Map<String, Integer>> values = new ArrayList<>();
  private final long[] filled;
  private final long[] longest;
  private long rows;

  /// The draft for a table.
  ///
  /// @param headings of the table
  /// @throws CodebookRefused when one stands twice
  public CodebookDraft(List<String> headings) {
    this.headings = List.copyOf(headings);
    Set<String> seen = new HashSet<>();
    for (String heading : headings) {
      if (!seen.add(heading)) {
        throw new CodebookRefused("The column \"%s\" stands twice.".formatted(heading));
      }
      values.add(new HashMap<>());
    }
    filled = new long[headings.size()];
    longest = new long[headings.size()];
  }

  /// Takes in a row.
  ///
  /// @param cells in the order of the headings
  public void add(List<String> cells) {
    rows++;
    for (int column = 0; column < Math.min(cells.size(), headings.size()); column++) {
      String cell = cells.get(column).strip();
      if (!cell.isEmpty()) {
        filled[column]++;
        longest[column] = Math.max(longest[column], cell.length());
        Map<String, Integer> seen = values.get(column);
        // One more than can be used, so that it shows.
        if (seen.size() <= 2 * Variable.MOST_VALUES || seen.containsKey(cell)) {
          seen.merge(cell, 1, Integer::sum);
        }
      }
    }
  }

  /// What there is to correct.
  ///
  /// @throws CodebookRefused when there is no row, or no column that could be published
  public Codebook draft() {
    if (rows == 0) {
      throw new CodebookRefused("There are no rows.");
    }
    List<Variable> variables = new ArrayList<>();
    for (int column = 0; column < headings.size(); column++) {
      variables.add(variable(column));
    }
    if (variables.stream().allMatch(variable -> variable.leftOut().isPresent())) {
      throw new CodebookRefused(
          "No column can be published as it is: each is empty, free text, or has values of its own in nearly every"
              + " row. Of so short a list, or such a one, no codebook can be drafted; write one by hand.");
    }
    return new Codebook(Domains.READ_OFF, variables, Optional.empty(), List.of());
  }

  private Variable variable(int column) {
    String name = headings.get(column);
    Map<String, Integer> seen = values.get(column);
    if (seen.isEmpty()) {
      return Variable.without(name, "It is empty in every row.");
    }
    Optional<Variable> banded = new BandsDraft(seen).variable(name, OWN);
    if (banded.isPresent()) {
      return banded.get();
    }
    if (seen.keySet().stream().anyMatch(Variable::moves)) {
      return Variable.without(name, "It has cells with control characters, such as several lines.");
    }
    Optional<String> separator = separator(seen);
    Set<String> single = new HashSet<>();
    for (String value : seen.keySet()) {
      if (separator.isPresent()) {
        for (String part : Pattern.compile(Pattern.quote(separator.get())).split(value, -1)) {
          single.add(part.strip());
        }
      } else {
        single.add(value);
      }
    }
    single.remove("");
    if (single.size() > Variable.MOST_VALUES) {
      return Variable.without(
          name,
          "It has more than %,d values: an identifier, or free text. Group it before it is published."
              .formatted(Variable.MOST_VALUES));
    }
    if (single.size() > OWN * filled[column] && !TICKS.containsAll(single)) {
      return Variable.without(
          name,
          "Nearly every row has a value of its own: it says who somebody is. If it is a measure, give it bands; if the"
              + " list is only short, write its values down.");
    }
    if (longest[column] > LONG_TEXT && separator.isEmpty()) {
      return Variable.without(name, "It is free text, which may say anything of anybody.");
    }
    boolean ticked = single.equals(TICKS);
    List<String> listed = single.stream().sorted(ORDER).toList();
    return new Variable(
        name,
        ticked ? List.of("1") : listed,
        Map.of(),
        ticked ? Set.of("0") : Set.of(),
        separator,
        Optional.empty(),
        Optional.empty());
  }

  /// What stands between values, if a fifth of the cells have it and what it parts comes again, or
  /// if all that it parts is in cells of its own, too.
  private static Optional<String> separator(Map<String, Integer> seen) {
    long all = seen.values().stream().mapToLong(Integer::longValue).sum();
    for (String separator : SEPARATORS) {
      long with =
          seen.entrySet().stream()
              .filter(each -> each.getKey().contains(separator))
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (with > 0 && partsStandAlone(seen.keySet(), separator)) {
        return Optional.of(separator);
      }
      if (with * 5 >= all) {
        Set<String> parts = new HashSet<>();
        int standing = 0;
        for (String value : seen.keySet()) {
          for (String part : Pattern.compile(Pattern.quote(separator)).split(value, -1)) {
            parts.add(part.strip());
            standing++;
          }
        }
        if (parts.size() < standing) {
          return Optional.of(separator);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean partsStandAlone(Set<String> values, String separator) {
    return values.stream()
        .flatMap(value -> Stream.of(value.split(Pattern.quote(separator), -1)))
        .allMatch(part -> values.contains(part.strip()));
  }

  /// Numbers and ranges by where they start, and before texts.
  private static final Comparator<String> ORDER =
      Comparator.comparingDouble(CodebookDraft::start)
          .thenComparingInt(CodebookDraft::side)
          .thenComparing(value -> value.toLowerCase(Locale.ROOT))
          .thenComparing(Comparator.naturalOrder());

  /// Below its number, at it, or above.
  private static int side(String value) {
    return switch (value.charAt(0)) {
      case '<', '≤' -> -1;
      case '≥', '>' -> 1;
      default -> 0;
    };
  }

  private static double start(String value) {
    Matcher start = START.matcher(value);
    return start.lookingAt() ? Double.parseDouble(start.group(1)) : Double.POSITIVE_INFINITY;
  }
}
