package org.clew.linkage.text;

import org.clew.linkage.Entities;

/// Texts that were made from one another, as clusters. Texts are known by their number in the order
/// in which they came, from 0.
public final class TextClusters {
  private final int[] firsts;
  private final int[] sizes;
  private final int count;
  private final Entities.Ending ending;

  TextClusters(int[] firsts, Entities.Ending ending) {
    this.firsts = firsts;
    this.ending = ending;
    sizes = new int[firsts.length];
    int clusters = 0;
    for (int first : firsts) {
      clusters += sizes[first] == 0 ? 1 : 0;
      sizes[first]++;
    }
    count = clusters;
  }

  /// How many texts there are.
  public int texts() {
    return firsts.length;
  }

  /// How many clusters, a text alone being one.
  public int count() {
    return count;
  }

  /// The first text of the cluster that a text is in. Texts without words are alone.
  public int first(int text) {
    return firsts[text];
  }

  /// How many texts are in the cluster of a text.
  public int size(int text) {
    return sizes[firsts[text]];
  }

  /// Whether all texts were looked at. After a stop those that were not are alone.
  public Entities.Ending ending() {
    return ending;
  }
}
