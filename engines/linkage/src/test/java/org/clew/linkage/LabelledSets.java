package org.clew.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Public labelled data sets read as records: each column named by its kind, nothing tuned.
final class LabelledSets {
  private LabelledSets() {}

  static final Map<String, Kind> FEBRL =
      Map.of(
          "given_name", Kind.GIVEN_NAME,
          "surname", Kind.FAMILY_NAME,
          "street_number+address_1", Kind.ADDRESS,
          "address_2", Kind.TEXT,
          "suburb", Kind.PLACE,
          "postcode", Kind.POSTCODE,
          "state", Kind.CATEGORY,
          "date_of_birth", Kind.BIRTH_DATE,
          "soc_sec_id", Kind.DOCUMENT);

  static final Map<String, Kind> FAKE_1000 =
      Map.of(
          "first_name", Kind.GIVEN_NAME,
          "surname", Kind.FAMILY_NAME,
          "dob", Kind.BIRTH_DATE,
          "city", Kind.PLACE,
          "email", Kind.EMAIL);

  static final Map<String, Kind> CENSUS =
      Map.of(
          "Attr1", Kind.FAMILY_NAME,
          "Attr2", Kind.GIVEN_NAME,
          "Attr3", Kind.CATEGORY,
          "Attr4+Attr5", Kind.ADDRESS);

  static final Map<String, Kind> RESTAURANT =
      Map.of(
          "name", Kind.ORGANISATION_NAME,
          "addr", Kind.ADDRESS,
          "city", Kind.PLACE,
          "phone", Kind.PHONE,
          "type", Kind.CATEGORY);

  static final Map<String, Kind> FACILITIES =
      Map.of(
          "name", Kind.ORGANISATION_NAME,
          "address", Kind.ADDRESS,
          "country", Kind.COUNTRY,
          "sector", Kind.CATEGORY);

  /// A list of facilities, each numbered by its row.
  static Map<String, LinkRecord> facilities(Path file, String prefix) {
    Map<String, LinkRecord> out = new LinkedHashMap<>();
    int number = 0;
    for (Map<String, String> row : Csv.rows(file)) {
      String key = prefix + number++;
      out.put(key, new LinkRecord(key, values(row, FACILITIES)));
    }
    return out;
  }

  static Map<String, LinkRecord> read(
      Path file, String id, String prefix, Map<String, Kind> columns) {
    Map<String, LinkRecord> out = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.rows(file)) {
      String key = prefix + row.getOrDefault(id, "");
      out.put(key, new LinkRecord(key, values(row, columns)));
    }
    return out;
  }

  private static List<Value> values(Map<String, String> row, Map<String, Kind> columns) {
    List<Value> values = new ArrayList<>();
    columns.forEach(
        (column, kind) -> {
          String text = "";
          for (String part : column.split("\\+", -1)) {
            text = (text + " " + row.getOrDefault(part, "")).strip();
          }
          if (!text.isEmpty()) {
            values.add(new Value(kind, text));
          }
        });
    return values;
  }
}
