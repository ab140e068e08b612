package org.clew.linkage.psi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.linkage.ExactKey;

/// One side's own list, made ready: what gives no key is left out, and a key that several rows hold
/// is asked about once.
public final class PrivateSet {

  /// A key and the rows that hold it.
  record Held(ExactKey key, List<Integer> rows) {}

  private final List<Held> held;
  private final List<List<Integer>> records;
  private final int rows;

  private PrivateSet(List<Held> held, List<List<Integer>> records, int rows) {
    this.held = held;
    this.records = records;
    this.rows = rows;
  }

  /// The list whose rows have these keys.
  ///
  /// @param keysOfRows the keys of each row, in the order of the rows
  /// @throws MessageRefused when too few rows give a key of their own, or too many rows do
  public static PrivateSet of(List<List<ExactKey>> keysOfRows) {
    Map<ExactKey, Integer> numbers = new LinkedHashMap<>();
    List<List<Integer>> rowsOfKeys = new ArrayList<>();
    List<List<Integer>> records = new ArrayList<>();
    for (int row = 0; row < keysOfRows.size(); row++) {
      List<Integer> own = new ArrayList<>();
      for (ExactKey key : keysOfRows.get(row)) {
        Integer number = numbers.putIfAbsent(key, numbers.size());
        if (number == null) {
          own.add(rowsOfKeys.size());
          rowsOfKeys.add(new ArrayList<>(List.of(row)));
        } else if (rowsOfKeys.get(number).getLast() != row) {
          rowsOfKeys.get(number).add(row);
        }
      }
      if (!own.isEmpty()) {
        records.add(List.copyOf(own));
      }
    }
    demandSize(records.size());
    List<Held> held = new ArrayList<>();
    numbers.forEach((key, number) -> held.add(new Held(key, List.copyOf(rowsOfKeys.get(number)))));
    return new PrivateSet(List.copyOf(held), List.copyOf(records), keysOfRows.size());
  }

  private static void demandSize(int records) {
    if (records < MatchLimits.LEAST_RECORDS) {
      throw new MessageRefused(
          MessageRefused.Why.TOO_FEW,
          "Only %d rows give something to match by; fewer than %d are not matched, because an answer about so few is an answer about each of them."
              .formatted(records, MatchLimits.LEAST_RECORDS));
    }
    if (records > MatchLimits.MOST_RECORDS) {
      throw new MessageRefused(
          MessageRefused.Why.TOO_LARGE,
          "The list has more than %d rows.".formatted(MatchLimits.MOST_RECORDS));
    }
  }

  /// Rows of the list.
  public int rows() {
    return rows;
  }

  /// What the other side sees of the number of records.
  public int slots() {
    return MatchLimits.slots(records.size());
  }

  /// Keys of the record that has most.
  public int keysPerRecord() {
    return records.stream().mapToInt(List::size).max().orElse(0);
  }

  /// Binds the list without showing it: the same list and salt give the same 32 bytes, and nobody
  /// without the salt can try a list out against them.
  ///
  /// @param salt 32 secret bytes, kept for one partner
  public Bytes commitment(Bytes salt) {
    byte[][] digests =
        held.stream()
            .map(each -> Bytes.over(Hashes.of("key", salt.value, Masking.message(each.key()))))
            .sorted()
            .map(bytes -> bytes.value)
            .toArray(byte[][]::new);
    return Bytes.over(Hashes.of("set", salt.value, Hashes.of("keys", digests)));
  }

  List<Held> held() {
    return held;
  }

  /// For each record the numbers of its keys in [#held].
  List<List<Integer>> keysOfRecords() {
    return records;
  }
}
