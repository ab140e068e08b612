package org.clew.linkage.psi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
    return Masking.filled(table, cell -> point(set, cell, scalar, seed), progress);
  }

  private byte[] point(PrivateSet set, int cell, Bytes scalar, byte[] seed) {
    int number = cells.get(cell);
    if (number == PADDING) {
      byte[] place = Integer.toString(cell).getBytes(StandardCharsets.US_ASCII);
      return Masking.padding(Hashes.of("padding", seed, place));
    }
    return Masking.masked(scalar, Masking.point(Masking.message(set.held().get(number).key())));
  }
}
