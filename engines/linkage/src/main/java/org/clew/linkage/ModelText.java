package org.clew.linkage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.linkage.ModelRefused.Why;
import org.clew.tables.Json;

/// A [LinkModel] as JSON, and back. Every number is written so that it is read as the very same.
final class ModelText {
  private static final int VERSION = 1;
  private static final String VERSION_NAME = "clew_link_model";

  private ModelText() {}

  static String write(LinkModel model) {
    return """
        {
          "%s": %d,
          "learned_from": {"rows": %d, "pairs": %s, "region": %s, "seed": %d},
          "prior_bits": %s,
          "threshold_bits": %s,
          "household_bits": %s,
          "columns": [
        %s
          ],
          "rules": [%s]
        }
        """
        .formatted(
            VERSION_NAME,
            VERSION,
            model.from().rows(),
            number(model.from().pairs()),
            Json.quoted(model.from().region()),
            model.from().seed(),
            number(model.balance().prior()),
            number(model.balance().threshold()),
            Double.isInfinite(model.balance().household())
                ? "null"
                : number(model.balance().household()),
            model.columns().stream().map(ModelText::column).collect(Collectors.joining(",\n")),
            rules(model));
  }

  private static String column(LinkModel.Column column) {
    return """
            {"kind": "%s", "headings": [%s],
             "filled": %s, "distinct": %d, "matches": %s, "alike": %s,
             "levels": [
        %s]}"""
        .formatted(
            column.kind(),
            column.headings().stream().map(Json::quoted).collect(Collectors.joining(", ")),
            number(column.seen().filled()),
            column.seen().distinct(),
            number(column.seen().matches()),
            number(column.seen().alike()),
            column.levels().stream()
                .map(
                    level ->
                        "      {\"agreement\": \"%s\", \"m\": %s, \"u\": %s}"
                            .formatted(level.agreement(), number(level.m()), number(level.u())))
                .collect(Collectors.joining(",\n")));
  }

  private static String rules(LinkModel model) {
    String rules =
        model.rules().stream()
            .map(
                rule ->
                    rule.keys().stream()
                        .map(
                            key ->
                                "{\"column\": %s, \"key\": \"%s\"}"
                                    .formatted(Json.quoted(heading(model, key)), key.name()))
                        .collect(Collectors.joining(", ", "    [", "]")))
            .collect(Collectors.joining(",\n"));
    return rules.isEmpty() ? "" : "\n" + rules + "\n  ";
  }

  private static String heading(LinkModel model, LinkModel.Key key) {
    return model.columns().get(key.column()).headings().getFirst();
  }

  /// Whole numbers as such, others with the fewest digits that make them what they are.
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? BigDecimal.valueOf((long) value).toPlainString() : Double.toString(value);
  }

  static LinkModel read(String json) {
    try {
      return Members.of(Json.read(json), "the model").model();
    } catch (Json.Malformed e) {
      throw new ModelRefused(Why.DAMAGED, "This is no model. " + e.getMessage());
    }
  }

  /// The members of one thing, each taken once; what is left over is refused.
  private record Members(Map<String, Json> all, String what) {

    private static Members of(Json json, String what) {
      if (json instanceof Json.Members(Map<String, Json> members)) {
        return new Members(members, what);
      }
      throw wrong(what, "{");
    }

    private static ModelRefused wrong(String what, String awaited) {
      return new ModelRefused(
          Why.DAMAGED, "This is no model: %s should be %s.".formatted(what, awaited));
    }

    private LinkModel model() {
      version();
      demandOnly(
          Set.of(
              VERSION_NAME,
              "learned_from",
              "prior_bits",
              "threshold_bits",
              "household_bits",
              "columns",
              "rules"));
      var from = Members.of(get("learned_from"), "learned_from");
      from.demandOnly(Set.of("rows", "pairs", "region", "seed"));
      boolean known = get("household_bits") != Json.Word.NULL;
      List<LinkModel.Column> columns =
          items("columns").stream().map(json -> Members.of(json, "a column").column()).toList();
      return new LinkModel(
          new LinkModel.From(
              from.text("region"), from.whole("seed"), from.whole("rows"), from.number("pairs")),
          new LinkModel.Balance(
              number("prior_bits"),
              number("threshold_bits"),
              known ? number("household_bits") : Double.POSITIVE_INFINITY),
          columns,
          items("rules").stream().map(json -> rule(json, columns)).toList());
    }

    private void version() {
      if (!all.containsKey(VERSION_NAME)) {
        throw new ModelRefused(Why.DAMAGED, "This is no model: it has no " + VERSION_NAME + ".");
      }
      if (whole(VERSION_NAME) != VERSION) {
        throw new ModelRefused(
            Why.VERSION,
            "This model is of version %d; version %d can be read."
                .formatted(whole(VERSION_NAME), VERSION));
      }
    }

    private LinkModel.Column column() {
      demandOnly(Set.of("kind", "headings", "filled", "distinct", "matches", "alike", "levels"));
      List<String> headings = items("headings").stream().map(Members::heading).toList();
      return new LinkModel.Column(
          named(Kind.values(), "kind"),
          headings,
          new LinkModel.Seen(
              number("filled"), whole("distinct"), number("matches"), number("alike")),
          items("levels").stream().map(json -> Members.of(json, "a level").level()).toList());
    }

    private static String heading(Json json) {
      if (json instanceof Json.Text(String text)) {
        return text;
      }
      throw wrong("a heading", "a text");
    }

    private LinkModel.Level level() {
      demandOnly(Set.of("agreement", "m", "u"));
      return new LinkModel.Level(named(Agreement.values(), "agreement"), number("m"), number("u"));
    }

    private static LinkModel.BlockingRule rule(Json json, List<LinkModel.Column> columns) {
      if (!(json instanceof Json.Items(List<Json> all))) {
        throw wrong("a rule", "[");
      }
      List<LinkModel.Key> keys = new ArrayList<>();
      for (Json each : all) {
        var key = Members.of(each, "a key of a rule");
        key.demandOnly(Set.of("column", "key"));
        int column = -1;
        for (int i = 0; i < columns.size(); i++) {
          column = columns.get(i).headings().contains(key.text("column")) ? i : column;
        }
        keys.add(new LinkModel.Key(column, key.text("key")));
      }
      return new LinkModel.BlockingRule(keys);
    }

    private void demandOnly(Set<String> names) {
      for (String name : all.keySet()) {
        if (!names.contains(name)) {
          throw new ModelRefused(
              Why.DAMAGED, "This is no model: %s has a member that none has.".formatted(what));
        }
      }
    }

    private Json get(String name) {
      Json found = all.get(name);
      if (found == null) {
        throw wrong(what, "complete; it has no " + name);
      }
      return found;
    }

    private double number(String name) {
      if (get(name) instanceof Json.Numeral(String written)) {
        return Double.parseDouble(written);
      }
      throw wrong(name, "a number");
    }

    private long whole(String name) {
      if (get(name) instanceof Json.Numeral(String written) && written.matches("-?\\d{1,19}")) {
        try {
          return Long.parseLong(written);
        } catch (NumberFormatException _) {
          // said below
        }
      }
      throw wrong(name, "a whole number");
    }

    private String text(String name) {
      if (get(name) instanceof Json.Text(String text)) {
        return text;
      }
      throw wrong(name, "a text");
    }

    private List<Json> items(String name) {
      if (get(name) instanceof Json.Items(List<Json> items)) {
        return items;
      }
      throw wrong(name, "[");
    }

    private <E extends Enum<E>> E named(E[] all, String name) {
      String said = text(name).toUpperCase(Locale.ROOT);
      return Arrays.stream(all)
          .filter(each -> each.name().equals(said))
          .findFirst()
          .orElseThrow(() -> wrong(name, "one that is known"));
    }
  }
}
