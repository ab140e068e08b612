package org.clew.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// What everybody knows that nobody can be: combinations that the codebook rules out. No row of
/// what is published has one.
public final class StructuralZeros {

  /// One column's share in a zero.
  ///
  /// @param codes any of these; code 0, nothing known, may be among them
  public record Condition(int column, BitSet codes) {}

  /// Nobody meets all of these conditions. Somebody of whom nothing is known is never ruled out:
  /// one condition at least asks for something known.
  public record Zero(List<Condition> conditions) {
    /// Demands a condition of something known.
    ///
    /// @throws IllegalArgumentException when no condition asks for something known
    public Zero {
      conditions = List.copyOf(conditions);
      if (conditions.stream().allMatch(condition -> condition.codes().get(0))) {
        throw new IllegalArgumentException("A zero rules out something known.");
      }
    }
  }

  /// Nothing is ruled out.
  public static final StructuralZeros NONE = new StructuralZeros(List.of());

  private final List<Zero> zeros;

  /// By column, the zeros it takes part in.
  private final List<List<Zero>> of = new ArrayList<>();

  /// All of them hold.
  public StructuralZeros(List<Zero> zeros) {
    this.zeros = List.copyOf(zeros);
    for (Zero zero : zeros) {
      for (Condition condition : zero.conditions()) {
        while (of.size() <= condition.column()) {
          of.add(new ArrayList<>());
        }
        of.get(condition.column()).add(zero);
      }
    }
  }

  /// In the order given.
  public List<Zero> all() {
    return zeros;
  }

  /// Whether a row may have a code in a column, the rest of it being as it is.
  ///
  /// @param row its codes by column
  public boolean allow(short[] row, int column, int code) {
    if (column >= of.size()) {
      return true;
    }
    for (Zero zero : of.get(column)) {
      boolean met = true;
      for (Condition condition : zero.conditions()) {
        int has = condition.column() == column ? code : row[condition.column()];
        if (!condition.codes().get(has)) {
          met = false;
          break;
        }
      }
      if (met) {
        return false;
      }
    }
    return true;
  }

  /// The first zero a row is, by number.
  public OptionalInt met(short[] row) {
    for (int i = 0; i < zeros.size(); i++) {
      if (zeros.get(i).conditions().stream()
          .allMatch(condition -> condition.codes().get(row[condition.column()]))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
