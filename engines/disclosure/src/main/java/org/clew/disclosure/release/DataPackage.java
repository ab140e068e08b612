package org.clew.disclosure.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.codebook.Variable;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;
import org.clew.tables.SheetCells;

/// A release's files, described as a Data Package (Frictionless Data, version 1). Of lists of
/// values that were read off the data, it tells those that a row has.
final class DataPackage {

  private final SyntheticRelease release;

  private DataPackage(SyntheticRelease release) {
    this.release = release;
  }

  static String write(SyntheticRelease release) {
    return new DataPackage(release).write();
  }

  private String write() {
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
                            "Rows of people who do not exist. Read privacy-report.html first."))
                    .toList())));
    List<Json> resources = new ArrayList<>();
    resources.add(
        delimited("synthetic", "synthetic.csv", ",", fields(SheetCells::harmlessOrNumber)));
    resources.add(parquet());
    if (release instanceof Release) {
      resources.add(delimited("aggregates", "aggregates.tsv", "\t", countFields()));
    }
    all.put("resources", new Items(resources));
    return new Members(all).written();
  }

  private static Json delimited(String name, String path, String delimiter, List<Json> fields) {
    var dialect = new LinkedHashMap<String, Json>();
    dialect.put("delimiter", Json.of(delimiter));
    var resource = resource("tabular-data-resource", name, path);
    resource.put("encoding", Json.of("utf-8"));
    resource.put("dialect", new Members(dialect));
    resource.put("schema", schema(fields));
    return new Members(resource);
  }

  /// The same rows for programs. Its cells are as the codebook has them: they are typed as texts,
  /// and no spreadsheet computes them.
  private Json parquet() {
    var resource = resource("data-resource", "synthetic-parquet", "synthetic.parquet");
    resource.put("format", Json.of("parquet"));
    resource.put("mediatype", Json.of("application/vnd.apache.parquet"));
    resource.put("schema", schema(fields(UnaryOperator.identity())));
    return new Members(resource);
  }

  private static Map<String, Json> resource(String profile, String name, String path) {
    var resource = new LinkedHashMap<String, Json>();
    resource.put("profile", Json.of(profile));
    resource.put("name", Json.of(name));
    resource.put("path", Json.of(path));
    return resource;
  }

  private static Json schema(List<Json> fields) {
    var schema = new LinkedHashMap<String, Json>();
    schema.put("fields", new Items(fields));
    schema.put("missingValues", Json.of(List.of("")));
    return new Members(schema);
  }

  /// @param cell what stands in the file for a text
  private List<Json> fields(UnaryOperator<String> cell) {
    List<Json> fields = new ArrayList<>();
    List<Variable> published = release.codebook().published();
    for (int number = 0; number < published.size(); number++) {
      Variable variable = published.get(number);
      var field = field(cell.apply(variable.name()), "string");
      if (variable.separator().isPresent()) {
        field.put(
            "description",
            Json.of("Several values, with %s between them.".formatted(variable.separator().get())));
      } else {
        field.put("constraints", oneOf(values(number, variable).stream().map(cell).toList()));
      }
      fields.add(new Members(field));
    }
    for (String mark : release.marks()) {
      var field = field(mark, "string");
      field.put("constraints", oneOf(List.of(mark)));
      fields.add(new Members(field));
    }
    return fields;
  }

  private static Json oneOf(List<String> values) {
    var constraints = new LinkedHashMap<String, Json>();
    constraints.put("enum", Json.of(values));
    return new Members(constraints);
  }

  /// The values a column can have, as far as they may be told.
  private List<String> values(int number, Variable variable) {
    if (release.codebook().domains() == Codebook.Domains.PUBLIC) {
      return variable.values();
    }
    Coding coding = release.coding();
    Microdata rows = release.microdata();
    var seen = new BitSet();
    for (int column = 0; column < rows.width(); column++) {
      if (coding.coded().get(column).variable() == number) {
        for (int row = 0; row < rows.rows(); row++) {
          seen.set(rows.code(row, column));
        }
      }
    }
    List<String> values = new ArrayList<>();
    for (int value = 0; value < variable.values().size(); value++) {
      if (seen.get(value + 1)) {
        values.add(variable.values().get(value));
      }
    }
    return values;
  }

  private static List<Json> countFields() {
    return List.of(
        new Members(field("selections", "string")),
        new Members(field("protected_count", "integer")),
        new Members(field("lo", "integer")),
        new Members(field("hi", "integer")));
  }

  private static Map<String, Json> field(String name, String type) {
    var field = new LinkedHashMap<String, Json>();
    field.put("name", Json.of(name));
    field.put("type", Json.of(type));
    return field;
  }
}
