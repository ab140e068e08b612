package org.clew.disclosure.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Variable;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;
import org.clew.tables.SheetCells;

/// A release's files, described as a Data Package (Frictionless Data, version 1).
final class DataPackage {

  private DataPackage() {}

  static String write(Codebook codebook, Release release) {
    var all = new LinkedHashMap<String, Json>();
    all.put("profile", Json.of("data-package"));
    all.put("name", Json.of("release"));
    all.put(
        "description",
        Json.of(
            String.join(
                " ",
                Stream.concat(
                        release.report().warnings().stream(),
                        Stream.of(
                            "Rows of people who do not exist, and counts with intervals."
                                + " Read privacy-report.html first."))
                    .toList())));
    all.put(
        "resources",
        new Items(
            List.of(
                resource("synthetic", "synthetic.csv", ",", rowFields(codebook)),
                resource("aggregates", "aggregates.tsv", "\t", countFields()))));
    return new Members(all).written();
  }

  private static Json resource(String name, String path, String delimiter, List<Json> fields) {
    var dialect = new LinkedHashMap<String, Json>();
    dialect.put("delimiter", Json.of(delimiter));
    var schema = new LinkedHashMap<String, Json>();
    schema.put("fields", new Items(fields));
    schema.put("missingValues", Json.of(List.of("")));
    var resource = new LinkedHashMap<String, Json>();
    resource.put("profile", Json.of("tabular-data-resource"));
    resource.put("name", Json.of(name));
    resource.put("path", Json.of(path));
    resource.put("encoding", Json.of("utf-8"));
    resource.put("dialect", new Members(dialect));
    resource.put("schema", new Members(schema));
    return new Members(resource);
  }

  private static List<Json> rowFields(Codebook codebook) {
    List<Json> fields = new ArrayList<>();
    for (Variable variable : codebook.published()) {
      var field = new LinkedHashMap<String, Json>();
      field.put("name", Json.of(SheetCells.harmlessOrNumber(variable.name())));
      field.put("type", Json.of("string"));
      if (variable.separator().isPresent()) {
        field.put(
            "description",
            Json.of("Several values, with %s between them.".formatted(variable.separator().get())));
      } else {
        var constraints = new LinkedHashMap<String, Json>();
        constraints.put(
            "enum", Json.of(variable.values().stream().map(SheetCells::harmlessOrNumber).toList()));
        field.put("constraints", new Members(constraints));
      }
      fields.add(new Members(field));
    }
    return fields;
  }

  private static List<Json> countFields() {
    List<Json> fields = new ArrayList<>();
    fields.add(field("selections", "string"));
    fields.add(field("protected_count", "integer"));
    fields.add(field("lo", "integer"));
    fields.add(field("hi", "integer"));
    return fields;
  }

  private static Json field(String name, String type) {
    var field = new LinkedHashMap<String, Json>();
    field.put("name", Json.of(name));
    field.put("type", Json.of(type));
    return new Members(field);
  }
}
