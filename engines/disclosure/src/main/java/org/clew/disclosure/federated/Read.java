package org.clew.disclosure.federated;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;
import org.clew.tables.Json.Numeral;
import org.clew.tables.Json.Text;
import org.jspecify.annotations.Nullable;

/// The members of a JSON object of somebody else's making, read strictly.
///
/// @param what it is, for people
record Read(Map<String, Json> all, String what) {

  static Read text(String text, String what) {
    try {
      return members(Json.read(text), what);
    } catch (Json.Malformed e) {
      throw new RoundRefused(String.valueOf(e.getMessage()));
    }
  }

  static Read members(Json json, String what) {
    if (json instanceof Members(Map<String, Json> all)) {
      return new Read(all, what);
    }
    throw new RoundRefused(what + " is written in braces.");
  }

  void demandVersion(String name) {
    if (!(all.get(name) instanceof Numeral(String written)) || !written.equals("1")) {
      throw new RoundRefused(
          "%s has \"%s\": 1 in it; this is none, or of another version of Clew."
              .formatted(what, name));
    }
  }

  void demandNames(Set<String> known) {
    if (!all.keySet().equals(known)) {
      throw new RoundRefused(
          "%s has %s in it, and nothing else."
              .formatted(what, String.join(", ", known.stream().sorted().toList())));
    }
  }

  String text(String name) {
    if (all.get(name) instanceof Text(String text)) {
      return text;
    }
    throw new RoundRefused("\"%s\" is a text in quotes.".formatted(name));
  }

  List<Json> items(String name) {
    if (all.get(name) instanceof Items(List<Json> items)) {
      return items;
    }
    throw new RoundRefused("\"%s\" is written in brackets.".formatted(name));
  }

  double number(String name) {
    if (all.get(name) instanceof Numeral(String written)) {
      return Double.parseDouble(written);
    }
    throw new RoundRefused("\"%s\" is a number.".formatted(name));
  }

  long whole(String name) {
    return whole(all.get(name), name);
  }

  static long whole(@Nullable Json json, String name) {
    if (json instanceof Numeral(String written)) {
      try {
        return Long.parseLong(written);
      } catch (NumberFormatException _) {
        // said below
      }
    }
    throw new RoundRefused("\"%s\" is a whole number.".formatted(name));
  }
}
