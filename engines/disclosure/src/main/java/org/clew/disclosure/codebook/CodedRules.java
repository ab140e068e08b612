package org.clew.disclosure.codebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.disclosure.StructuralZeros.Condition;
import org.clew.disclosure.StructuralZeros.Zero;
import org.clew.disclosure.codebook.Codebook.Ruled;

/// A codebook's rules in codes.
final class CodedRules {

  private final List<Variable> variables;
  private final List<Map<String, Integer>> codes;
  private final int[] first;
  private final int[] sizes;

  /// @param variables those that are published
  /// @param codes by variable, those of its values
  /// @param first by variable, its first coded column
  /// @param sizes by coded column, how many codes it may have
  CodedRules(List<Variable> variables, List<Map<String, Integer>> codes, int[] first, int[] sizes) {
    this.variables = variables;
    this.codes = codes;
    this.first = first;
    this.sizes = sizes;
  }

  /// The rules as zeros.
  ///
  /// @throws CodebookRefused when one cannot be kept
  List<Zero> of(List<Ruled> rules) {
    List<Zero> out = new ArrayList<>();
    for (Ruled rule : rules) {
      List<Condition> when = new ArrayList<>();
      for (Map.Entry<String, Set<String>> each : rule.when().entrySet()) {
        when.add(new Condition(column(each.getKey()), codes(each.getKey(), each.getValue())));
      }
      if (rule.then().isEmpty()) {
        out.add(zero(when));
      }
      for (Map.Entry<String, Set<String>> each : rule.then().entrySet()) {
        int column = column(each.getKey());
        BitSet other = codes(each.getKey(), each.getValue());
        other.flip(0, sizes[column]);
        List<Condition> all = new ArrayList<>(when);
        all.add(new Condition(column, other));
        out.add(zero(all));
      }
    }
    return out;
  }

  private static Zero zero(List<Condition> conditions) {
    try {
      return new Zero(conditions);
    } catch (IllegalArgumentException _) {
      throw new CodebookRefused(
          "A rule would rule out somebody of whom nothing is known. Name a value in its condition.");
    }
  }

  private int column(String name) {
    return first[number(name)];
  }

  private int number(String name) {
    for (int number = 0; number < variables.size(); number++) {
      if (variables.get(number).name().equals(name)) {
        if (variables.get(number).separator().isPresent()) {
          throw new CodebookRefused(
              "A rule is about \"%s\", which may have several values; rules are about columns with one."
                  .formatted(name));
        }
        return number;
      }
    }
    throw new CodebookRefused("A rule is about \"%s\", which is not published.".formatted(name));
  }

  private BitSet codes(String name, Set<String> values) {
    Map<String, Integer> known = codes.get(number(name));
    var out = new BitSet();
    for (String value : values) {
      Integer code = known.get(value);
      if (code == null) {
        throw new CodebookRefused(
            "A rule gives \"%s\" the value \"%s\", which it cannot have.".formatted(name, value));
      }
      out.set(code);
    }
    return out;
  }
}
