package org.clew.linkage.psi;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.linkage.ExactKey.Way;

/// Two tables of tags laid over each other.
final class Crossing {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LETTER_BITS = 5;
  private static final int LETTERS_PER_HALF = 4;

  private Crossing() {}

  static Cardinality cardinality(Table own, Table theirs) {
    Map<Bytes, Integer> there = theirs.slotsByValue();
    var ownSlots = new BitSet(own.slots());
    var theirSlots = new BitSet(theirs.slots());
    for (int cell = 0; cell < own.cells(); cell++) {
      Integer slot = there.get(Bytes.over(own.cell(cell)));
      if (slot != null) {
        ownSlots.set(cell / own.keys());
        theirSlots.set(slot);
      }
    }
    return new Cardinality(ownSlots.cardinality(), theirSlots.cardinality());
  }

  /// The own rows that match, in their order.
  ///
  /// @param own the own tags in the own order
  static List<MatchedRow> rows(Layout layout, Table own, Table theirs) {
    Map<Bytes, Integer> there = theirs.slotsByValue();
    var groups = new Groups(own.slots() + theirs.slots());
    Map<Integer, Bytes> matched = new TreeMap<>();
    for (int cell = 0; cell < own.cells(); cell++) {
      var tag = Bytes.over(own.cell(cell));
      Integer slot = there.get(tag);
      if (slot != null && layout.cells().get(cell) != Layout.PADDING) {
        matched.put(cell, tag);
        groups.join(cell / own.keys(), own.slots() + slot);
      }
    }
    Map<Integer, Bytes> names = new HashMap<>();
    matched.forEach(
        (cell, tag) ->
            names.merge(
                groups.of(cell / own.keys()),
                tag,
                (one, other) -> one.compareTo(other) < 0 ? one : other));
    Map<Integer, Set<Way>> ways = new TreeMap<>();
    Map<Integer, Set<String>> references = new HashMap<>();
    for (int cell : matched.keySet()) {
      Layout.HeldKey key = layout.held().get(layout.cells().get(cell));
      String reference = reference(Objects.requireNonNull(names.get(groups.of(cell / own.keys()))));
      for (int row : key.rows()) {
        ways.computeIfAbsent(row, _ -> EnumSet.noneOf(Way.class)).add(key.way());
        references.computeIfAbsent(row, _ -> new TreeSet<>()).add(reference);
      }
    }
    return ways.entrySet().stream()
        .map(
            entry ->
                new MatchedRow(
                    entry.getKey(),
                    entry.getValue(),
                    List.copyOf(references.getOrDefault(entry.getKey(), Set.of()))))
        .toList();
  }

  /// Forty bits of a tag in letters and digits that are not taken for each other: `7K2M-QX4F`.
  static String reference(Bytes tag) {
    long bits = 0;
    for (int i = 0; i < LETTER_BITS; i++) {
      bits = bits << Byte.SIZE | (tag.value[i] & 255);
    }
    var out = new StringBuilder();
    for (int letter = 2 * LETTERS_PER_HALF - 1; letter >= 0; letter--) {
      out.append(LETTERS.charAt((int) (bits >>> (letter * LETTER_BITS)) & 31));
      if (letter == LETTERS_PER_HALF) {
        out.append('-');
      }
    }
    return out.toString();
  }

  /// Slots of both sides that hang together.
  private static final class Groups {
    private final int[] parents;

    Groups(int count) {
      parents = new int[count];
      for (int i = 0; i < count; i++) {
        parents[i] = i;
      }
    }

    int of(int slot) {
      int at = slot;
      while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
      }
      return at;
    }

    void join(int one, int other) {
      parents[of(one)] = of(other);
    }
  }
}
