package org.clew.disclosure.codebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One column of a table.
///
/// @param name its heading
/// @param values those it can have, in the order in which they are shown; nothing known is not one.
///   Those of the bands, where it has bands
/// @param groups by value as it is published, those of the table that are taken together as it
/// @param nothing how a cell says that nothing is known or that something does not apply, beside
///   being empty
/// @param separator what stands between values where a cell may have several
/// @param bands what its numbers or dates are told as
/// @param leftOut why it is not published, where it is not
public record Variable(
    String name,
    List<String> values,
    Map<String, List<String>> groups,
    Set<String> nothing,
    Optional<String> separator,
    Optional<Bands> bands,
    Optional<String> leftOut) {

  /// The most values a column may have: more are no categories.
  public static final int MOST_VALUES = 2_000;

  /// Demands what holds together.
  ///
  /// @throws CodebookRefused when it contradicts itself
  public Variable {
    values = bands.map(Bands::values).orElse(List.copyOf(values));
    groups = Map.copyOf(new LinkedHashMap<>(groups));
    nothing = Set.copyOf(nothing);
    if (name.isBlank()) {
      throw new CodebookRefused("A column has no name.");
    }
    if (moves(name)) {
      throw new CodebookRefused("A column's name has a control character in it.");
    }
    if (leftOut.isEmpty()) {
      demandValues(name, values, groups, nothing);
      if (bands.isPresent() && (!groups.isEmpty() || separator.isPresent())) {
        throw new CodebookRefused(
            "\"%s\" has bands, which take numbers or dates together as groups do, one a cell."
                .formatted(name));
      }
      if (separator.isPresent() && separator.get().isEmpty()) {
        throw new CodebookRefused("The separator of \"%s\" is empty.".formatted(name));
      }
      if (separator.isPresent()
          && values.stream().anyMatch(value -> value.contains(separator.get()))) {
        throw new CodebookRefused(
            "\"%s\" has a value with its separator in it, which no cell can have.".formatted(name));
      }
    }
  }

  /// Whether it has a character that is none to be read, such as those that move a screen.
  static boolean moves(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static void demandValues(
      String name, List<String> values, Map<String, List<String>> groups, Set<String> nothing) {
    if (values.isEmpty()) {
      throw new CodebookRefused("\"%s\" has no values.".formatted(name));
    }
    if (values.size() > MOST_VALUES) {
      throw new CodebookRefused(
          "\"%s\" has %,d values; %,d are the most. Group them, or leave the column out."
              .formatted(name, values.size(), MOST_VALUES));
    }
    if (Stream.of(values, nothing, groups.values().stream().flatMap(List::stream).toList())
        .flatMap(Collection::stream)
        .anyMatch(Variable::moves)) {
      throw new CodebookRefused(
          "\"%s\" has a value with a control character in it, which is none to be read."
              .formatted(name));
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String value : values) {
      if (value.isBlank() || nothing.contains(value)) {
        throw new CodebookRefused("\"%s\" has a value that says nothing is known.".formatted(name));
      }
      if (!seen.add(value)) {
        throw new CodebookRefused("\"%s\" has \"%s\" twice.".formatted(name, value));
      }
    }
    for (Map.Entry<String, List<String>> group : groups.entrySet()) {
      if (!values.contains(group.getKey())) {
        throw new CodebookRefused(
            ("\"%s\" has a group \"%s\" that is none of its values. Put the group's name into"
                    + " \"values\", and take the values in it out of there.")
                .formatted(name, group.getKey()));
      }
    }
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, List<String>> group : new TreeMap<>(groups).entrySet()) {
      if (group.getValue().stream()
          .anyMatch(member -> values.contains(member) || nothing.contains(member))) {
        throw new CodebookRefused(
            ("\"%s\" has a group \"%s\" of values that are values of their own, too, or nothing. Take"
                    + " them out of \"values\" and \"nothing\"; only the group's name stands in"
                    + " \"values\".")
                .formatted(name, group.getKey()));
      }
      members.addAll(group.getValue());
    }
    if (members.size() != new LinkedHashSet<>(members).size()) {
      throw new CodebookRefused("\"%s\" has a value in two groups.".formatted(name));
    }
  }

  /// A column with its values and nothing special.
  public static Variable of(String name, List<String> values) {
    return new Variable(
        name, values, Map.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A column of numbers or dates, told as bands.
  ///
  /// @param nothing how a cell says that nothing is known
  public static Variable of(String name, Bands bands, Set<String> nothing) {
    return new Variable(
        name, List.of(), Map.of(), nothing, Optional.empty(), Optional.of(bands), Optional.empty());
  }

  /// A column that is not published.
  public static Variable without(String name, String why) {
    return new Variable(
        name, List.of(), Map.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(why));
  }
}
