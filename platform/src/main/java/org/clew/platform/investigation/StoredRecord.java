package org.clew.platform.investigation;

import java.util.List;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.Value;

/// A record as the database holds it.
///
/// @param line the line of the list it came from, 0 for what came from no list
record StoredRecord(RecordId id, RecordSource source, long line, List<Value> values) {

  private static final int LABEL_CHARS = 120;

  StoredRecord {
    values = List.copyOf(values);
  }

  LinkRecord forLinking() {
    return new LinkRecord(id.toString(), values);
  }

  /// What people call it: its name, or else the first thing it says.
  Value label() {
    for (Kind kind : List.of(Kind.NAME, Kind.ORGANISATION_NAME)) {
      for (Value value : values) {
        if (value.kind() == kind) {
          return cut(value);
        }
      }
    }
    String parts =
        values.stream()
            .filter(v -> v.kind() == Kind.GIVEN_NAME || v.kind() == Kind.FAMILY_NAME)
            .map(Value::text)
            .reduce("", (left, right) -> left.isEmpty() ? right : left + " " + right);
    return cut(parts.isBlank() ? values.getFirst() : new Value(Kind.NAME, parts));
  }

  private static Value cut(Value value) {
    return value.text().length() <= LABEL_CHARS
        ? value
        : new Value(value.kind(), value.text().substring(0, LABEL_CHARS) + "…");
  }
}
