package org.clew.disclosure.codebook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a table's columns hold.
///
/// @param domains where the lists of values come from
/// @param variables in the order of the table
/// @param person the column that says which rows are one person's; empty where each row is one
/// @param zeros what nobody can be
public record Codebook(
    Domains domains, List<Variable> variables, Optional<String> person, List<Ruled> zeros) {

  /// Where lists of values come from.
  public enum Domains {
    /// Known to everybody, whoever is in the table.
    PUBLIC,
    /// Read off the table: that a value is there tells of somebody.
    READ_OFF
  }

  /// A combination nobody has.
  ///
  /// @param when by column, any of these values; all columns at once
  /// @param then by column, none but these values then, an empty one standing for nothing known;
  ///   empty where nobody is as `when` says
  public record Ruled(Map<String, Set<String>> when, Map<String, Set<String>> then) {
    /// Demands a condition.
    ///
    /// @throws CodebookRefused when it says nothing
    public Ruled {
      when = Map.copyOf(when);
      then = Map.copyOf(then);
      if (when.isEmpty() || when.values().stream().anyMatch(Set::isEmpty)) {
        throw new CodebookRefused("A rule has no condition, or one without values.");
      }
    }
  }

  /// Demands what holds together.
  ///
  /// @throws CodebookRefused when it contradicts itself
  public Codebook {
    variables = List.copyOf(variables);
    zeros = List.copyOf(zeros);
    Set<String> names = new HashSet<>();
    for (Variable variable : variables) {
      if (!names.add(variable.name())) {
        throw new CodebookRefused("The column \"%s\" stands twice.".formatted(variable.name()));
      }
    }
    if (variables.stream().allMatch(variable -> variable.leftOut().isPresent())) {
      throw new CodebookRefused("No column is published.");
    }
    if (person.isPresent()
        && variables.stream()
            .anyMatch(v -> v.name().equals(person.get()) && v.leftOut().isEmpty())) {
      throw new CodebookRefused(
          "\"%s\" says who is who; leave it out of what is published.".formatted(person.get()));
    }
  }

  /// The columns that are published.
  public List<Variable> published() {
    return variables.stream().filter(variable -> variable.leftOut().isEmpty()).toList();
  }
}
