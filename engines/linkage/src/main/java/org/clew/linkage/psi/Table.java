package org.clew.linkage.psi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Slots of equally many cells of equally many bytes: points as they travel, or tags. A slot is one
/// record, a cell one of its keys or padding that looks the same.
final class Table {

  private final int slots;
  private final int keys;
  private final int width;
  private final byte[] bytes;

  /// @param slots how many records, padding and all
  /// @param keys cells of a slot
  /// @param width bytes of a cell
  /// @param bytes cell after cell; not copied
  Table(int slots, int keys, int width, byte[] bytes) {
    if (bytes.length != slots * keys * width) {
      throw new IllegalArgumentException("A table has slots × keys × width bytes");
    }
    this.slots = slots;
    this.keys = keys;
    this.width = width;
    this.bytes = bytes;
  }

  static Table empty(int slots, int keys, int width) {
    return new Table(slots, keys, width, new byte[slots * keys * width]);
  }

  int slots() {
    return slots;
  }

  int keys() {
    return keys;
  }

  int width() {
    return width;
  }

  /// Cell after cell; not copied.
  byte[] bytes() {
    return bytes;
  }

  int cells() {
    return slots * keys;
  }

  byte[] cell(int cell) {
    return Arrays.copyOfRange(bytes, cell * width, (cell + 1) * width);
  }

  void set(int cell, byte[] value) {
    System.arraycopy(value, 0, bytes, cell * width, width);
  }

  /// Sets the cells from one on.
  void set(int from, byte[][] values) {
    for (int i = 0; i < values.length; i++) {
      set(from + i, values[i]);
    }
  }

  /// The cells from a number to before another.
  byte[][] cells(int from, int to) {
    byte[][] out = new byte[to - from][];
    for (int cell = from; cell < to; cell++) {
      out[cell - from] = cell(cell);
    }
    return out;
  }

  /// The cells in another order of slots, and each slot's cells in another order of their own.
  Table shuffled(Randomness random) {
    Table out = empty(slots, keys, width);
    int[] order = random.shuffled(slots);
    for (int slot = 0; slot < slots; slot++) {
      int[] inner = random.shuffled(keys);
      for (int key = 0; key < keys; key++) {
        out.set(slot * keys + key, cell(order[slot] * keys + inner[key]));
      }
    }
    return out;
  }

  /// Each cell's value and the slot it is in.
  Map<Bytes, Integer> slotsByValue() {
    Map<Bytes, Integer> slotsByValue = HashMap.newHashMap(cells());
    for (int cell = 0; cell < cells(); cell++) {
      slotsByValue.put(Bytes.over(cell(cell)), cell / keys);
    }
    return slotsByValue;
  }

  /// Whether no two cells hold the same.
  boolean isDistinct() {
    return slotsByValue().size() == cells();
  }

  /// Whether this is the other one with its slots, and the cells within them, in another order.
  boolean isShuffleOf(Table other) {
    if (slots != other.slots || keys != other.keys || width != other.width) {
      return false;
    }
    Map<Bytes, Integer> theirs = other.slotsByValue();
    Map<Integer, Integer> partners = new HashMap<>();
    for (int cell = 0; cell < cells(); cell++) {
      Integer slot = theirs.remove(Bytes.over(cell(cell)));
      Integer partner = slot == null ? null : partners.putIfAbsent(cell / keys, slot);
      if (slot == null || (partner != null && !partner.equals(slot))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table
        && slots == table.slots
        && keys == table.keys
        && width == table.width
        && Arrays.equals(bytes, table.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
