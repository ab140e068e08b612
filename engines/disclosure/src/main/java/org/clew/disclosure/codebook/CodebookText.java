package org.clew.disclosure.codebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clew.disclosure.Sha256;
import org.clew.disclosure.codebook.Codebook.Domains;
import org.clew.disclosure.codebook.Codebook.Ruled;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;
import org.clew.tables.Json.Text;
import org.clew.tables.Json.Word;
import org.jspecify.annotations.Nullable;

/// A [Codebook] as JSON, and back.
public final class CodebookText {

  private static final String VERSION_NAME = "clew_codebook";
  private static final String VERSION = "1";

  private CodebookText() {}

  /// The SHA-256 of a codebook as it is written here, in whatever way it was before: 64 hexadecimal
  /// digits.
  public static String digest(Codebook codebook) {
    return Sha256.hex(write(codebook).getBytes(StandardCharsets.UTF_8));
  }

  /// Written for people to read and to change.
  public static String write(Codebook codebook) {
    var all = new LinkedHashMap<String, Json>();
    all.put(VERSION_NAME, new Json.Numeral(VERSION));
    all.put("domains", Json.of(codebook.domains().name()));
    all.put("person", codebook.person().map(Json::of).orElse(Word.NULL));
    all.put(
        "columns", new Items(codebook.variables().stream().map(CodebookText::variable).toList()));
    List<Json> implications = new ArrayList<>();
    List<Json> zeros = new ArrayList<>();
    for (Ruled rule : codebook.zeros()) {
      if (rule.then().isEmpty()) {
        zeros.add(conditions(rule.when()));
      } else {
        var members = new LinkedHashMap<String, Json>();
        members.put("if", conditions(rule.when()));
        members.put("then", conditions(rule.then()));
        implications.add(new Members(members));
      }
    }
    all.put("implications", new Items(implications));
    all.put("structural_zeros", new Items(zeros));
    return new Members(all).written();
  }

  private static Json variable(Variable variable) {
    var members = new LinkedHashMap<String, Json>();
    members.put("name", Json.of(variable.name()));
    variable.leftOut().ifPresent(why -> members.put("left_out", Json.of(why)));
    if (variable.leftOut().isEmpty()) {
      variable
          .bands()
          .ifPresentOrElse(
              bands -> members.put("bands", bands(bands)),
              () -> members.put("values", Json.of(variable.values())));
      if (!variable.groups().isEmpty()) {
        var groups = new LinkedHashMap<String, Json>();
        for (String value : variable.values()) {
          Optional.ofNullable(variable.groups().get(value))
              .ifPresent(of -> groups.put(value, Json.of(of)));
        }
        members.put("groups", new Members(groups));
      }
      if (!variable.nothing().isEmpty()) {
        members.put("nothing", Json.of(variable.nothing().stream().sorted().toList()));
      }
      variable.separator().ifPresent(between -> members.put("separator", Json.of(between)));
    }
    return new Members(members);
  }

  private static Json bands(Bands bands) {
    var members = new LinkedHashMap<String, Json>();
    bands.bottom().ifPresent(bottom -> members.put("bottom", Json.of(bottom)));
    members.put("width", Json.of(bands.width().written()));
    bands.top().ifPresent(top -> members.put("top", Json.of(top)));
    return new Members(members);
  }

  private static Json conditions(Map<String, Set<String>> conditions) {
    var members = new LinkedHashMap<String, Json>();
    conditions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                members.put(each.getKey(), Json.of(each.getValue().stream().sorted().toList())));
    return new Members(members);
  }

  /// Reads what a person may have changed.
  ///
  /// @throws CodebookRefused when it is none, with what is wrong
  public static Codebook read(String text) {
    Members all;
    try {
      all = members(Json.read(text), "A codebook");
    } catch (Json.Malformed e) {
      throw new CodebookRefused(String.valueOf(e.getMessage()));
    }
    demandNames(
        all,
        Set.of(VERSION_NAME, "domains", "person", "columns", "implications", "structural_zeros"));
    if (!(all.all().get(VERSION_NAME) instanceof Json.Numeral version)
        || !version.written().equals(VERSION)) {
      throw new CodebookRefused("It is no codebook of version 1.");
    }
    List<Ruled> rules = new ArrayList<>();
    for (Json each : items(all, "implications")) {
      Members rule = members(each, "An implication");
      demandNames(rule, Set.of("if", "then"));
      Map<String, Set<String>> then = conditions(rule.all().get("then"), "then");
      if (then.isEmpty()) {
        throw new CodebookRefused("An implication has nothing to follow.");
      }
      rules.add(new Ruled(conditions(rule.all().get("if"), "if"), then));
    }
    for (Json each : items(all, "structural_zeros")) {
      rules.add(new Ruled(conditions(each, "structural_zeros"), Map.of()));
    }
    return new Codebook(
        domains(all),
        items(all, "columns").stream().map(CodebookText::variable).toList(),
        optional(all, "person"),
        rules);
  }

  private static Domains domains(Members all) {
    String named = text(all, "domains");
    for (Domains domains : Domains.values()) {
      if (domains.name().equals(named)) {
        return domains;
      }
    }
    throw new CodebookRefused("\"domains\" is PUBLIC or READ_OFF.");
  }

  private static Variable variable(Json json) {
    Members members = members(json, "A column");
    demandNames(
        members, Set.of("name", "values", "groups", "nothing", "separator", "bands", "left_out"));
    String name = text(members, "name").strip();
    Optional<String> leftOut = optional(members, "left_out");
    if (leftOut.isPresent()) {
      return Variable.without(name, leftOut.get());
    }
    var groups = new LinkedHashMap<String, List<String>>();
    if (members.all().containsKey("groups")) {
      Members each = members(members.all().get("groups"), "\"groups\"");
      each.all().keySet().forEach(group -> groups.put(group.strip(), texts(each, group)));
    }
    return new Variable(
        name,
        values(members, name),
        groups,
        Set.copyOf(new LinkedHashSet<>(texts(members, "nothing"))),
        optional(members, "separator"),
        bands(members),
        Optional.empty());
  }

  private static List<String> values(Members members, String name) {
    if (members.all().containsKey("values") && members.all().containsKey("bands")) {
      throw new CodebookRefused("\"%s\" has values and bands. Take one.".formatted(name));
    }
    return texts(members, "values");
  }

  private static Optional<Bands> bands(Members members) {
    if (!members.all().containsKey("bands")) {
      return Optional.empty();
    }
    Members bands = members(members.all().get("bands"), "\"bands\"");
    demandNames(bands, Set.of("bottom", "width", "top"));
    return Optional.of(
        new Bands(
            written(bands, "bottom"),
            written(bands, "top"),
            Bands.Width.of(
                written(bands, "width")
                    .orElseThrow(() -> new CodebookRefused("\"width\" is missing.")))));
  }

  /// A number or a text.
  private static Optional<String> written(Members members, String name) {
    return members.all().get(name) instanceof Json.Numeral numeral
        ? Optional.of(numeral.written())
        : optional(members, name);
  }

  private static Map<String, Set<String>> conditions(@Nullable Json json, String what) {
    Members members = members(json, "\"%s\"".formatted(what));
    var out = new LinkedHashMap<String, Set<String>>();
    members
        .all()
        .keySet()
        .forEach(column -> out.put(column, new LinkedHashSet<>(texts(members, column))));
    return out;
  }

  private static Members members(@Nullable Json json, String what) {
    if (json instanceof Members members) {
      return members;
    }
    throw new CodebookRefused(what + " is written in braces.");
  }

  private static void demandNames(Members members, Set<String> known) {
    for (String name : members.all().keySet()) {
      if (!known.contains(name)) {
        throw new CodebookRefused("\"%s\" is not known here.".formatted(name));
      }
    }
  }

  private static List<Json> items(Members members, String name) {
    Json json = members.all().get(name);
    if (json == null) {
      return List.of();
    }
    if (json instanceof Items items) {
      return items.all();
    }
    throw new CodebookRefused("\"%s\" is written in brackets.".formatted(name));
  }

  private static List<String> texts(Members members, String name) {
    List<String> out = new ArrayList<>();
    for (Json each : items(members, name)) {
      if (!(each instanceof Text text)) {
        throw new CodebookRefused("\"%s\" is a list of texts in quotes.".formatted(name));
      }
      out.add(text.text().strip());
    }
    return out;
  }

  private static String text(Members members, String name) {
    return optional(members, name)
        .orElseThrow(() -> new CodebookRefused("\"%s\" is missing.".formatted(name)));
  }

  private static Optional<String> optional(Members members, String name) {
    Json json = members.all().get(name);
    if (json == null || json == Word.NULL) {
      return Optional.empty();
    }
    if (json instanceof Text text) {
      return Optional.of(text.text());
    }
    throw new CodebookRefused("\"%s\" is a text in quotes.".formatted(name));
  }
}
