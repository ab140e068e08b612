package org.clew.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A small table of texts as codes, for tests.
public record Coded(Microdata data, List<List<String>> values) {

  /// Reads cells with white space between them, `-` for an empty one; the others in their order.
  public static Coded of(String rows) {
    return of(rows.strip().lines().map(line -> List.of(line.strip().split(" +", -1))).toList());
  }

  public static Coded of(List<List<String>> rows) {
    int width = rows.getFirst().size();
    List<List<String>> values = new ArrayList<>();
    var columns = new short[width][rows.size()];
    for (int column = 0; column < width; column++) {
      int at = column;
      List<String> own =
          List.copyOf(
              new TreeSet<>(
                  rows.stream()
                      .map(row -> row.get(at))
                      .filter(cell -> !cell.equals("-"))
                      .toList()));
      for (int row = 0; row < rows.size(); row++) {
        columns[column][row] = (short) (own.indexOf(rows.get(row).get(column)) + 1);
      }
      values.add(own);
    }
    int[] sizes = values.stream().mapToInt(own -> own.size() + 1).toArray();
    return new Coded(new Microdata(sizes, columns, rows.size()), values);
  }
}
