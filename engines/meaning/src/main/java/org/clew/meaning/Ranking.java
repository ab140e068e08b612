package org.clew.meaning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts in the order of how near they are to what was asked: each by its nearest passage, the
/// earlier first where two are equally near.
public final class Ranking {

  private static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::similarity).reversed().thenComparingInt(Ranked::text);

  private final Map<Integer, Ranked> nearest = new HashMap<>();

  /// A text by its nearest passage.
  ///
  /// @param text its number
  /// @param from where the passage begins, in UTF-16 units
  /// @param to where it ends
  /// @param similarity its cosine with what was asked
  public record Ranked(int text, int from, int to, double similarity) {}

  /// Hears of a passage; those of a text in their order.
  public void add(Ranked passage) {
    nearest.merge(
        passage.text(),
        passage,
        (before, now) -> now.similarity() > before.similarity() ? now : before);
  }

  /// How many texts there are.
  public int count() {
    return nearest.size();
  }

  /// The nearest texts.
  ///
  /// @param most how many of them
  public List<Ranked> best(int most) {
    return nearest.values().stream().sorted(ORDER).limit(most).toList();
  }

  /// Lets a text rank as another of the same words does, where that one ranks.
  public void copy(int text, int of) {
    Ranked same = nearest.get(of);
    if (same != null) {
      nearest.put(text, new Ranked(text, same.from(), same.to(), same.similarity()));
    }
  }
}
