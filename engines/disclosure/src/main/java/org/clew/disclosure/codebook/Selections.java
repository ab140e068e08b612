package org.clew.disclosure.codebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// By what name counts tell a value: its column, a colon, the value. Several stand with semicolons
/// between them, and on one line.
final class Selections {

  private static final Pattern WHITE = Pattern.compile("\\s");

  private Selections() {}

  /// The name of a value.
  static String of(String heading, String value) {
    String each = heading.replace(':', ' ') + ":" + value;
    return WHITE.matcher(each.replace(';', ',')).replaceAll(" ");
  }

  /// Demands that no two values would be told by the same selection, as two numbers of one thing.
  static void demandToldApart(List<Variable> variables) {
    Map<String, String> told = new HashMap<>();
    for (Variable variable : variables) {
      for (String value : variable.values()) {
        String name = "\"%s\" of \"%s\"".formatted(value, variable.name());
        String other = told.putIfAbsent(of(variable.name(), value), name);
        if (other != null) {
          throw new CodebookRefused(
              ("Counts would tell %s and %s by the same name: a semicolon is written as a comma there, and a"
                      + " colon of a heading as a blank. Take values that mean the same together under"
                      + " \"groups\", or give one of them a group with another name.")
                  .formatted(other, name));
        }
      }
    }
  }
}
