package org.clew.linkage.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.linkage.Kind;
import org.clew.linkage.Slots;

/// What a row says in each slot that is compared.
final class SlotTexts implements Serializable {

  private static final long serialVersionUID = 1;

  private final List<Kind> kinds;
  private final List<List<String>> headings;

  /// By column, its slot; -1 for one that is not compared.
  private final int[] slotOf;

  /// By slot, what stands between cells.
  private final String[] between;

  SlotTexts(List<String> list, Map<String, Kind> compared) {
    var slots = new Slots(List.of(list), compared);
    kinds = slots.kinds();
    headings = slots.headings();
    slotOf = slots.of(list);
    between = new String[kinds.size()];
    Arrays.setAll(between, slot -> slots.between(slot).orElse(""));
  }

  /// By slot, what it holds.
  List<Kind> kinds() {
    return kinds;
  }

  /// By slot, the headings of its columns.
  List<List<String>> headings() {
    return headings;
  }

  /// What is compared as what, in words.
  String said() {
    return IntStream.range(0, kinds.size())
        .mapToObj(
            slot -> "%s as %s".formatted(String.join(" and ", headings.get(slot)), kinds.get(slot)))
        .collect(Collectors.joining(", "));
  }

  /// By slot, what a row says; an empty text where it says nothing.
  String[] of(List<String> cells) {
    String[] out = new String[between.length];
    Arrays.fill(out, "");
    for (int column = 0; column < slotOf.length; column++) {
      int slot = slotOf[column];
      String cell = slot < 0 ? "" : cells.get(column).strip();
      if (!cell.isEmpty()) {
        out[slot] = out[slot].isEmpty() ? cell : out[slot] + between[slot] + cell;
      }
    }
    return out;
  }
}
