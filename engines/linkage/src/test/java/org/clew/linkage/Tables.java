package org.clew.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Records as the rows of a list: the first value of a kind in its first column, and so on.
final class Tables {
  private Tables() {}

  static LinkTable of(Collection<LinkRecord> records) {
    List<Kind> kinds = new ArrayList<>();
    for (LinkRecord record : records) {
      for (int i = 0; i < record.values().size(); i++) {
        column(record.values(), i, kinds);
      }
    }
    LinkTable.Builder rows = new LinkTable.Builder(kinds);
    for (LinkRecord record : records) {
      for (int i = 0; i < record.values().size(); i++) {
        rows.cell(column(record.values(), i, kinds), record.values().get(i).text());
      }
      rows.endRow();
    }
    return rows.build();
  }

  /// The column of a value, made where there is none yet.
  private static int column(List<Value> values, int at, List<Kind> kinds) {
    Kind kind = values.get(at).kind();
    long before = values.subList(0, at).stream().filter(value -> value.kind() == kind).count();
    for (int column = 0; column < kinds.size(); column++) {
      if (kinds.get(column) == kind && before-- == 0) {
        return column;
      }
    }
    kinds.add(kind);
    return kinds.size() - 1;
  }
}
