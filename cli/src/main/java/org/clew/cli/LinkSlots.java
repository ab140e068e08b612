package org.clew.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkTable;
import org.clew.tables.Cells;

/// Which column of which file is compared with which: columns of one heading, or of one kind where
/// files call it differently. Several address columns are one address; where one file has whole
/// names and another their parts, the parts make whole names.
final class LinkSlots {

  private final List<Kind> kinds = new ArrayList<>();
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final boolean wholeNames;

  LinkSlots(List<Sheet> sheets, Map<String, Kind> compared) {
    wholeNames = compared.containsValue(Kind.NAME);
    for (Sheet sheet : sheets) {
      for (String heading : sheet.headings()) {
        Kind kind = compared.get(heading);
        if (kind != null) {
          if (!slots.containsKey(heading)) {
            slots.put(heading, slot(sheet, slotKind(kind)));
          }
        }
      }
    }
  }

  private Kind slotKind(Kind kind) {
    boolean part = kind == Kind.GIVEN_NAME || kind == Kind.FAMILY_NAME;
    return part && wholeNames ? Kind.NAME : kind;
  }

  private int slot(Sheet sheet, Kind kind) {
    for (int slot = 0; slot < kinds.size(); slot++) {
      if (kinds.get(slot) == kind && (isJoined(kind) || isFree(slot, sheet))) {
        return slot;
      }
    }
    kinds.add(kind);
    return kinds.size() - 1;
  }

  private boolean isJoined(Kind kind) {
    return kind == Kind.ADDRESS || (kind == Kind.NAME && wholeNames);
  }

  /// Whether no column of a file stands in a slot yet.
  private boolean isFree(int slot, Sheet sheet) {
    return slots.entrySet().stream()
        .noneMatch(entry -> entry.getValue() == slot && sheet.column(entry.getKey()) >= 0);
  }

  List<Kind> kinds() {
    return List.copyOf(kinds);
  }

  /// By slot, the headings of the columns in it.
  List<List<String>> headings() {
    List<List<String>> out = new ArrayList<>();
    kinds.forEach(_ -> out.add(new ArrayList<>()));
    slots.forEach((heading, slot) -> out.get(slot).add(heading));
    return out;
  }

  Filler filler(Sheet sheet) {
    int[] columns = new int[sheet.headings().size()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = slots.getOrDefault(sheet.headings().get(column), -1);
    }
    return new Filler(columns);
  }

  /// Puts the cells of a file's rows into their slots.
  final class Filler {
    private final int[] slotOf;

    private Filler(int[] slotOf) {
      this.slotOf = slotOf;
    }

    void fill(Cells row, LinkTable.Builder rows) {
      Map<Integer, String> joined = Map.of();
      for (int column = 0; column < Math.min(slotOf.length, row.count()); column++) {
        int slot = slotOf[column];
        if (slot < 0 || !row.strip(column)) {
          continue;
        }
        Kind kind = kinds.get(slot);
        if (isJoined(kind)) {
          joined = joined.isEmpty() ? new HashMap<>() : joined;
          String between = kind == Kind.ADDRESS ? ", " : " ";
          joined.merge(slot, row.text(column), (before, more) -> before + between + more);
        } else {
          rows.cell(slot, row.bytes(), row.from(column), row.to(column));
        }
      }
      joined.forEach(rows::cell);
    }
  }
}
