package org.clew.linkage.psi;

import org.clew.linkage.ExactKey;

/// What private matching takes at most and at least.
public final class MatchLimits {

  /// Records that give a key, below which a list is not matched: an answer about a handful of
  /// people is an answer about each of them.
  public static final int LEAST_RECORDS = 20;

  /// Records of one list.
  public static final int MOST_RECORDS = 200_000;

  /// Keys of one record.
  public static final int MOST_KEYS = ExactKey.MOST;

  /// Bytes of the largest message: an answer to the largest list from the largest list.
  public static final int MESSAGE_BYTES = 128 << 20;

  /// The smallest number of slots a message shows.
  static final int LEAST_SLOTS = 64;

  /// Slots are padded to one of eight sizes per doubling.
  private static final int CLASSES_PER_DOUBLING_LOG2 = 3;

  private MatchLimits() {}

  /// The size class of a list: how many slots it shows, of which some are padding. At most an
  /// eighth more than there are records.
  public static int slots(int records) {
    if (records <= LEAST_SLOTS) {
      return LEAST_SLOTS;
    }
    int doubling = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(records);
    int step = 1 << (doubling - CLASSES_PER_DOUBLING_LOG2);
    return (records + step - 1) / step * step;
  }
}
