package org.clew.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which column of which list is compared with which: columns of one heading, or of one kind where
/// lists call it differently. Several address columns are one address; where one list has whole
/// names and another their parts, the parts make whole names. Slots are the columns of a
/// [LinkTable].
public final class Slots {

  private final List<Kind> kinds = new ArrayList<>();
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final boolean wholeNames;

  /// @param lists the headings of each
  /// @param compared by heading, what stands under it
  public Slots(List<List<String>> lists, Map<String, Kind> compared) {
    wholeNames = compared.containsValue(Kind.NAME);
    for (List<String> list : lists) {
      for (String heading : list) {
        Kind kind = compared.get(heading);
        if (kind != null && !slots.containsKey(heading)) {
          slots.put(heading, free(list, kindOfSlot(kind)));
        }
      }
    }
  }

  private Kind kindOfSlot(Kind kind) {
    boolean part = kind == Kind.GIVEN_NAME || kind == Kind.FAMILY_NAME;
    return part && wholeNames ? Kind.NAME : kind;
  }

  private int free(List<String> list, Kind kind) {
    for (int slot = 0; slot < kinds.size(); slot++) {
      if (kinds.get(slot) == kind && (isJoined(kind) || isFree(slot, list))) {
        return slot;
      }
    }
    kinds.add(kind);
    return kinds.size() - 1;
  }

  private boolean isJoined(Kind kind) {
    return kind == Kind.ADDRESS || (kind == Kind.NAME && wholeNames);
  }

  /// Whether no column of a list stands in a slot yet.
  private boolean isFree(int slot, List<String> list) {
    return slots.entrySet().stream()
        .noneMatch(entry -> entry.getValue() == slot && list.contains(entry.getKey()));
  }

  /// By slot, what it holds.
  public List<Kind> kinds() {
    return List.copyOf(kinds);
  }

  /// By slot, the headings of the columns in it.
  public List<List<String>> headings() {
    List<List<String>> out = new ArrayList<>();
    kinds.forEach(_ -> out.add(new ArrayList<>()));
    slots.forEach((heading, slot) -> out.get(slot).add(heading));
    return out;
  }

  /// By column of a list, the slot it stands in; -1 for one that is not compared.
  public int[] of(List<String> list) {
    return list.stream().mapToInt(heading -> slots.getOrDefault(heading, -1)).toArray();
  }

  /// What stands between cells of one row in a slot; nothing where there is one cell at most.
  public Optional<String> between(int slot) {
    Kind kind = kinds.get(slot);
    return isJoined(kind) ? Optional.of(kind == Kind.ADDRESS ? ", " : " ") : Optional.empty();
  }
}
