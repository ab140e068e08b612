package org.clew.disclosure.risk;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;

/// The rows of a table that cannot be told apart by the quasi-identifiers: what somebody may know
/// of a person from elsewhere. Nothing known is taken for a value of its own.
///
/// ```java
/// EquivalenceClasses classes = EquivalenceClasses.of(people, 0, 1, 2);
/// int k = classes.least(); // the table is k-anonymous by these columns
/// ```
public final class EquivalenceClasses {

  private final int[] classes;
  private final int[] sizes;

  private EquivalenceClasses(int[] classes, int[] sizes) {
    this.classes = classes;
    this.sizes = sizes;
  }

  /// In time of rows times columns.
  ///
  /// @param quasi columns, one at least
  /// @throws IllegalArgumentException when there is no row or no column
  public static EquivalenceClasses of(Microdata data, int... quasi) {
    if (quasi.length == 0 || data.rows() == 0) {
      throw new IllegalArgumentException("Classes need a row and a column.");
    }
    var grouping = new Grouping(data.rows());
    for (int column : quasi) {
      grouping.refine(data.column(column), data.size(column));
    }
    return new EquivalenceClasses(grouping.groups(), grouping.sizes());
  }

  /// How many rows.
  public int rows() {
    return classes.length;
  }

  /// How many classes.
  public int count() {
    return sizes.length;
  }

  /// The class of a row, from 0.
  public int of(int row) {
    return classes[row];
  }

  /// How many rows a class has.
  public int size(int of) {
    return sizes[of];
  }

  /// How many rows are like this one, itself among them.
  public int sizeAt(int row) {
    return sizes[classes[row]];
  }

  /// The size of the smallest class: the k of k-anonymity (Sweeney 2002).
  public int least() {
    return IntStream.of(sizes).min().orElseThrow();
  }

  /// The size of the largest class.
  public int most() {
    return IntStream.of(sizes).max().orElseThrow();
  }

  /// How many rows are in classes of fewer than so many.
  public int rowsRarerThan(int k) {
    return IntStream.of(sizes).filter(size -> size < k).sum();
  }

  /// How many rows are alone in their class: sample uniques.
  public int uniques() {
    return rowsRarerThan(2);
  }

  /// How many classes there are of each size.
  public SortedMap<Integer, Integer> histogram() {
    SortedMap<Integer, Integer> histogram = new TreeMap<>();
    Arrays.stream(sizes).forEach(size -> histogram.merge(size, 1, Integer::sum));
    return histogram;
  }
}
