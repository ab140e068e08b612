package org.clew.disclosure.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.noise.Bits;

/// A release that has rows of people who do not exist.
public sealed interface SyntheticRelease permits Release, KAnonymousRelease {

  /// What stands in each row of a release whose lists of values were read off the data.
  String READ_OFF_MARK = "VALUES_READ_OFF_THE_DATA";

  /// What everybody is taken to know.
  Codebook codebook();

  /// Between the rows' codes and their cells.
  Coding coding();

  /// The rows as codes.
  Microdata microdata();

  /// Where the lots were drawn from.
  Bits.Source source();

  /// The report on it.
  ReleaseReport report();

  /// Whether its lots can be drawn again, so that they hide nobody.
  default boolean isTest() {
    return source() == Bits.Source.SEED;
  }

  /// What stands in each row of a release whose lots can be drawn again.
  String seededMark();

  /// What files must say loudly that hold nothing but cells: each is a column of the rows, with its
  /// own name in every cell, and a line above the counts. None where there is nothing to say.
  default List<String> marks() {
    List<String> marks = new ArrayList<>();
    if (isTest()) {
      marks.add(seededMark());
    }
    if (codebook().domains() == Codebook.Domains.READ_OFF) {
      marks.add(READ_OFF_MARK);
    }
    return marks;
  }

  /// The headings of the rows, marks behind the columns.
  default List<String> headings() {
    return Stream.concat(coding().headings().stream(), marks().stream()).toList();
  }

  /// How many rows there are.
  default int size() {
    return microdata().rows();
  }

  /// The cells of a row under [#headings].
  ///
  /// @param number from 0
  default List<String> row(int number) {
    List<String> cells = coding().cells(microdata(), number);
    cells.addAll(marks());
    return cells;
  }

  /// How its files are to be read, in the words of Frictionless Data.
  default String dataPackage() {
    return DataPackage.write(this);
  }
}
