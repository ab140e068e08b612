package org.clew.disclosure.generalisation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.disclosure.codebook.Bands;

/// How the values of a column are made coarser, step by step: for each value what it is at level 0,
/// itself, and at each level above. Values that are one at a level are one at all above.
///
/// ```java
/// Hierarchy age = Hierarchy.of(List.of(List.of("19", "0-19", "*"), List.of("20", "20-39", "*")));
/// ```
public final class Hierarchy {

  /// What a value is that is not told.
  public static final String SUPPRESSED = "*";

  private final Map<String, List<String>> rows;
  private final int levels;

  private Hierarchy(Map<String, List<String>> rows, int levels) {
    this.rows = rows;
    this.levels = levels;
  }

  /// Reads a hierarchy.
  ///
  /// @param rows a value and what it is at each level above, in the format of ARX
  /// @throws HierarchyRefused when there is none, they are not equally long, a value comes twice,
  ///   or what is one at a level is not above
  public static Hierarchy of(List<List<String>> rows) {
    if (rows.isEmpty()) {
      throw new HierarchyRefused("is empty.");
    }
    int levels = rows.getFirst().size();
    Map<String, List<String>> byValue = new LinkedHashMap<>();
    for (List<String> row : rows) {
      if (row.size() != levels) {
        throw new HierarchyRefused(
            "has %d levels in its first row and %d in row %d."
                .formatted(levels, row.size(), byValue.size() + 1));
      }
      if (byValue.put(row.getFirst(), List.copyOf(row)) != null) {
        throw new HierarchyRefused("has the value \"%s\" twice.".formatted(row.getFirst()));
      }
    }
    demandNested(rows, levels);
    return new Hierarchy(byValue, levels);
  }

  /// A hierarchy of two levels: each value, and what is not told.
  public static Hierarchy keepOrSuppress(Collection<String> values) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    values.forEach(value -> rows.put(value, List.of(value, SUPPRESSED)));
    return new Hierarchy(rows, 2);
  }

  /// A hierarchy of values that are bands: up to four times wider ones, and what is not told.
  ///
  /// @param values what cells are told as; those that are no bands stay as they are until the last
  ///   level
  public static Hierarchy ofBands(Bands bands, Collection<String> values) {
    List<Bands> wider = bands.wider();
    List<List<String>> rows = new ArrayList<>();
    for (String value : values) {
      List<String> row = new ArrayList<>(List.of(value));
      wider.forEach(level -> row.add(bands.value(value, level)));
      row.add(SUPPRESSED);
      rows.add(row);
    }
    return of(rows);
  }

  private static void demandNested(List<List<String>> rows, int levels) {
    for (int level = 0; level < levels - 1; level++) {
      Map<String, String> above = new HashMap<>();
      for (List<String> row : rows) {
        String known = above.putIfAbsent(row.get(level), row.get(level + 1));
        if (known != null && !known.equals(row.get(level + 1))) {
          throw new HierarchyRefused(
              "makes \"%s\" of level %d both \"%s\" and \"%s\" of level %d."
                  .formatted(row.get(level), level, known, row.get(level + 1), level + 1));
        }
      }
    }
  }

  /// How many levels there are, that of the values themselves among them.
  public int levels() {
    return levels;
  }

  /// Whether it says what becomes of a value.
  public boolean has(String value) {
    return rows.containsKey(value);
  }

  /// What a value is at a level.
  ///
  /// @throws HierarchyRefused when it has no such value
  public String value(String value, int level) {
    List<String> row = rows.get(value);
    if (row == null) {
      throw new HierarchyRefused("does not have every value of the table.");
    }
    return row.get(level);
  }

  /// The same by codes of a table.
  ///
  /// @param values by code
  /// @param occurring the codes that occur
  /// @throws HierarchyRefused when it lacks one of them
  Levels over(List<String> values, BitSet occurring) {
    var groups = new int[levels][values.size()];
    var shares = new double[levels][values.size()];
    int[] sizes = new int[levels];
    for (int level = 0; level < levels; level++) {
      Map<String, Integer> leaves = new HashMap<>();
      for (List<String> row : rows.values()) {
        leaves.merge(row.get(level), 1, Integer::sum);
      }
      List<String> seen = new ArrayList<>();
      Map<String, Integer> numbers = new HashMap<>();
      for (int code = occurring.nextSetBit(0); code >= 0; code = occurring.nextSetBit(code + 1)) {
        String generalised = value(values.get(code), level);
        groups[level][code] =
            numbers.computeIfAbsent(
                generalised,
                each -> {
                  seen.add(each);
                  return seen.size() - 1;
                });
        shares[level][code] = leaves.getOrDefault(generalised, 0) / (double) rows.size();
      }
      sizes[level] = seen.size();
    }
    return new Levels(groups, sizes, shares, rows.size());
  }

  /// A hierarchy by the codes of a table.
  static final class Levels {
    /// By level and code, the number of the generalised value.
    final int[][] groups;

    /// By level, how many generalised values there are.
    final int[] sizes;

    /// By level and code, the share of all values that are the same there.
    final double[][] shares;

    /// How many values the hierarchy has.
    final int values;

    private Levels(int[][] groups, int[] sizes, double[][] shares, int values) {
      this.groups = groups;
      this.sizes = sizes;
      this.shares = shares;
      this.values = values;
    }

    int count() {
      return sizes.length;
    }
  }
}
