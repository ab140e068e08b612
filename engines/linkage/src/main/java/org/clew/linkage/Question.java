package org.clew.linkage;

/// A pair of rows that is worth a person's judgement.
///
/// @param weight match weight, in bits
/// @param why what hangs on it
/// @param leftRows how many rows are on the side of the left row: that many and [#rightRows] are
///   one, or are not
/// @param worth how many pairs of rows are expected to be wrong without an answer
public record Question(
    int left, int right, double weight, Why why, int leftRows, int rightRows, double worth) {

  /// What hangs on an answer.
  public enum Why {
    /// Linked, and alone holds two groups of an entity together.
    ONLY_LINK,
    /// Linked, by little more than the threshold.
    JUST_LINKED,
    /// Not linked, by little less than the threshold.
    JUST_BELOW,
    /// Reaches the threshold, but other pairs of the two groups do not bear it out.
    HELD_APART,
    /// Reaches the threshold, but a row was linked to another that fits better.
    RIVAL
  }
}
