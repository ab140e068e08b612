package org.clew.linkage;

/// A list of which more would have to be held at once than one machine can number, however much
/// memory it has: an array of Java holds some two thousand million numbers. Its text is a whole
/// sentence for whoever called, without any value of a record.
public final class ListTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// So many numbers an array holds at most.
  static final int MOST = Integer.MAX_VALUE - 8;

  private static final int LEAST = 16;

  /// @param what is more than can be held at once
  public ListTooLarge(String what) {
    super(
        "The list is too large: %s, however much memory there is. Take fewer rows or columns at a time."
            .formatted(what),
        null,
        false,
        false);
  }

  /// How many numbers rows have in all.
  ///
  /// @param each how many a row has
  /// @throws ListTooLarge when they are more than can be held at once
  public static int numbers(long rows, int each) {
    if (each > 0 && rows > MOST / each) {
      throw new ListTooLarge(
          "%,d rows with %,d numbers each are more than the %,d numbers that can be held at once"
              .formatted(rows, each, MOST));
    }
    return (int) (rows * each);
  }

  /// The sum of two numbers of pairs.
  ///
  /// @throws ListTooLarge when it is more than can be held at once
  static int sum(int pairs, int more) {
    if (pairs > MOST - more) {
      throw new ListTooLarge("no more than %,d pairs can be held at once".formatted(MOST));
    }
    return pairs + more;
  }

  /// For how many things there is to be room when so many fill the room there is: for half as many
  /// again.
  ///
  /// @throws ListTooLarge when there are as many as can be held at once
  static int room(int filled) {
    if (filled >= MOST) {
      throw new ListTooLarge("no more than %,d rows or pairs can be held at once".formatted(MOST));
    }
    return (int) Math.min(MOST, filled * 3L / 2 + LEAST);
  }
}
