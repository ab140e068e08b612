package org.clew.linkage.psi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.clew.linkage.ExactKey.Way;
import org.clew.linkage.Progress;

/// Which key of the own list stands in which cell of what was sent: secret. Holds no value of a
/// record.
///
/// @param slots records and padding
/// @param keys cells of a slot
/// @param cells for each cell the number of a key, or [#PADDING]
/// @param held the ways and rows of the keys
record Layout(int slots, int keys, List<Integer> cells, List<HeldKey> held) {

  static final int PADDING = -1;

  /// @param way what the key was made of
  /// @param rows the rows that hold it
  record HeldKey(Way way, List<Integer> rows) {
    HeldKey {
      rows = List.copyOf(rows);
    }
  }

  Layout {
    cells = List.copyOf(cells);
    held = List.copyOf(held);
  }

  /// The records in an order nobody knows, each one's keys among padding.
  static Layout of(PrivateSet set, Randomness random) {
    int slots = set.slots();
    int keys = set.keysPerRecord();
    int[] cells = new int[slots * keys];
    Arrays.fill(cells, PADDING);
    int[] order = random.shuffled(slots);
    List<List<Integer>> records = set.keysOfRecords();
    for (int record = 0; record < records.size(); record++) {
      int[] places = random.shuffled(keys);
      List<Integer> own = records.get(record);
      for (int i = 0; i < own.size(); i++) {
        cells[order[record] * keys + places[i]] = own.get(i);
      }
    }
    List<HeldKey> held =
        set.held().stream().map(each -> new HeldKey(each.key().way(), each.rows())).toList();
    return new Layout(slots, keys, Arrays.stream(cells).boxed().toList(), held);
  }

  /// Points of all cells, masked; padding are points of random messages, which nobody can tell
  /// apart.
  Table points(PrivateSet set, Bytes scalar, Randomness random, Progress progress) {
    byte[] seed = random.bytes(Hashes.HASH_BYTES);
    Table table = Table.empty(slots, keys, Masking.POINT_BYTES);
    return Masking.filled(table, (from, to) -> points(set, from, to, scalar, seed), progress);
  }

  private byte[][] points(PrivateSet set, int from, int to, Bytes scalar, byte[] seed) {
    byte[][] points = new byte[to - from][];
    List<Integer> keys = new ArrayList<>();
    List<Integer> padding = new ArrayList<>();
    for (int cell = from; cell < to; cell++) {
      (cells.get(cell) == PADDING ? padding : keys).add(cell);
    }
    byte[][] masked =
        Masking.masked(
            scalar,
            Masking.points(
                messages(keys, cell -> Masking.message(set.held().get(cells.get(cell)).key()))));
    byte[][] padded = Masking.paddings(messages(padding, cell -> padding(cell, seed)));
    for (int i = 0; i < masked.length; i++) {
      points[keys.get(i) - from] = masked[i];
    }
    for (int i = 0; i < padded.length; i++) {
      points[padding.get(i) - from] = padded[i];
    }
    return points;
  }

  private static byte[] padding(int cell, byte[] seed) {
    return Hashes.of("padding", seed, Integer.toString(cell).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[][] messages(List<Integer> cells, IntFunction<byte[]> message) {
    return cells.stream().map(message::apply).toArray(byte[][]::new);
  }
}
