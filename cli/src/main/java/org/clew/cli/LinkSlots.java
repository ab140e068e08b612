package org.clew.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkTable;
import org.clew.linkage.Slots;
import org.clew.tables.Cells;

/// The slots of files' columns, and the cells on their way into them.
final class LinkSlots {

  private final Slots slots;

  LinkSlots(List<Sheet> sheets, Map<String, Kind> compared) {
    slots = new Slots(sheets.stream().map(Sheet::headings).toList(), compared);
  }

  List<Kind> kinds() {
    return slots.kinds();
  }

  /// By slot, the headings of the columns in it.
  List<List<String>> headings() {
    return slots.headings();
  }

  Filler filler(Sheet sheet) {
    return new Filler(slots.of(sheet.headings()));
  }

  /// Puts the cells of a file's rows into their slots.
  final class Filler {
    private final int[] slotOf;

    /// By slot, what stands between cells; empty for a slot of one cell.
    private final String[] between;

    private Filler(int[] slotOf) {
      this.slotOf = slotOf;
      between = new String[slots.kinds().size()];
      for (int slot = 0; slot < between.length; slot++) {
        between[slot] = slots.between(slot).orElse("");
      }
    }

    void fill(Cells row, LinkTable.Builder rows) {
      Map<Integer, String> joined = Map.of();
      for (int column = 0; column < Math.min(slotOf.length, row.count()); column++) {
        int slot = slotOf[column];
        if (slot < 0 || !row.strip(column)) {
          continue;
        }
        String gap = between[slot];
        if (gap.isEmpty()) {
          rows.cell(slot, row.bytes(), row.from(column), row.to(column));
        } else {
          joined = joined.isEmpty() ? new HashMap<>() : joined;
          joined.merge(slot, row.text(column), (before, more) -> before + gap + more);
        }
      }
      joined.forEach(rows::cell);
    }
  }
}
