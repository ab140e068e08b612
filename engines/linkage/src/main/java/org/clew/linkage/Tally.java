package org.clew.linkage;

import java.util.Arrays;

/// How many rows of a list hold what its values are made of: counted, where all values are at hand,
/// and known beforehand where they are those of a portion ([Census]).
interface Tally {

  /// What values are made of.
  enum What {
    WORD,
    /// A run of letters, or whatever else of a text is compared.
    PART,
    MODEL_NUMBER,
    /// A number as a whole.
    NUMBER;

    /// Tells it from another of the same letters.
    String tagged(String text) {
      return name().charAt(0) + text;
    }
  }

  /// How many rows say anything.
  long rows();

  /// By number, how many rows hold each of some texts.
  ///
  /// @param byValue by value, the numbers of those it is made of
  long[] holders(What what, Texts texts, int[][] byValue);

  /// By number, the share of all numbers below it.
  double[] ranks(String[] numbers);

  /// Whether the values are all there are.
  boolean isOfWhole();

  /// By number, how many rows hold each of some things that values are made of; where the values
  /// are all there are.
  long[] holders(int size, int[][] byValue);

  /// Whether names are brought together across scripts even where all values at hand are of Latin
  /// letters.
  boolean heardAcrossScripts();

  /// Of values that are all there are.
  ///
  /// @param counts by value, how many rows hold it
  static Tally of(int[] counts) {
    return new Tally() {
      @Override
      public long rows() {
        return Arrays.stream(counts).asLongStream().sum();
      }

      @Override
      public long[] holders(What what, Texts texts, int[][] byValue) {
        return holders(texts.size(), byValue);
      }

      @Override
      public long[] holders(int size, int[][] byValue) {
        long[] holders = new long[size];
        for (int value = 0; value < byValue.length; value++) {
          for (int each : byValue[value]) {
            holders[each] += counts[value];
          }
        }
        return holders;
      }

      @Override
      public double[] ranks(String[] numbers) {
        return NumberLikeness.ranks(numbers, Arrays.stream(counts).asLongStream().toArray());
      }

      @Override
      public boolean isOfWhole() {
        return true;
      }

      @Override
      public boolean heardAcrossScripts() {
        return false;
      }
    };
  }
}
