package org.clew.disclosure.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;

/// Which few columns together make rows rare: what to see before a list is shared. A combination of
/// columns makes a row rare by itself where the row is rare by all of them and by no fewer: a
/// special unique, where rare is alone (Elliot, Manning and Ford 2002).
///
/// @param combinations every combination that was counted, those of fewer columns first, in the
///   order of the columns
/// @param rowsByLength by length - 1, how many rows are rare by some combination of so many columns
///   or fewer
/// @param rowsByColumn by column as it was named, how many rows it takes part in making rare by
///   itself
/// @param reason by row, the place of the first combination that makes it rare, -1 for none
public record RareCombinations(
    List<Combination> combinations,
    List<Integer> rowsByLength,
    List<Integer> rowsByColumn,
    List<Integer> reason) {

  /// Combinations that are counted at most.
  public static final int MOST = 50_000;

  /// Some columns together.
  ///
  /// @param columns their places among those that were named
  /// @param alone rows that are the only one of their kind
  /// @param rare rows of which there are fewer than k
  /// @param byItself rare rows that no fewer of these columns make rare
  public record Combination(List<Integer> columns, int alone, int rare, int byItself) {
    public Combination {
      columns = List.copyOf(columns);
    }
  }

  public RareCombinations {
    combinations = List.copyOf(combinations);
    rowsByLength = List.copyOf(rowsByLength);
    rowsByColumn = List.copyOf(rowsByColumn);
    reason = List.copyOf(reason);
  }

  /// How many combinations of so many columns at most there are.
  public static long count(int columns, int longest) {
    long all = 0;
    double ofLength = 1;
    for (int length = 1; length <= Math.min(columns, longest); length++) {
      ofLength = ofLength * (columns - length + 1) / length;
      all += Math.round(Math.min(ofLength, Long.MAX_VALUE / 4.0));
    }
    return all;
  }

  /// Counts every combination; where it is stopped, those it came to. In time of rows times the
  /// columns of all combinations, and a bit a row for each that is not of the longest.
  ///
  /// @param k a row is rare where fewer are like it
  /// @param longest of a combination, in columns
  /// @param quasi columns
  /// @throws IllegalArgumentException when there are more than [#MOST]
  public static RareCombinations of(
      Microdata data, int k, int longest, Progress progress, int... quasi) {
    long total = count(quasi.length, longest);
    if (total > MOST) {
      throw new IllegalArgumentException("There are %d combinations.".formatted(total));
    }
    return new Counting(data, k, Math.min(longest, quasi.length), quasi).run(progress, total);
  }

  private static final class Counting {
    private final Microdata data;
    private final int k;
    private final int longest;
    private final int[] quasi;
    private final List<Combination> combinations = new ArrayList<>();
    private final List<Integer> rowsByLength = new ArrayList<>();
    private final BitSet[] byColumn;
    private final BitSet rare = new BitSet();
    private final int[] reason;
    private final Map<List<Integer>, BitSet> rareBy = new HashMap<>();
    private int[] begun = {};
    private Grouping beginning;

    Counting(Microdata data, int k, int longest, int[] quasi) {
      this.data = data;
      this.k = k;
      this.longest = longest;
      this.quasi = quasi;
      this.byColumn = new BitSet[quasi.length];
      Arrays.setAll(byColumn, _ -> new BitSet());
      this.reason = new int[data.rows()];
      Arrays.fill(reason, -1);
      this.beginning = new Grouping(data.rows());
    }

    RareCombinations run(Progress progress, long total) {
      boolean goOn = true;
      for (int length = 1; length <= longest && goOn; length++) {
        int[] chosen = first(length);
        do {
          goOn = progress.heard(combinations.size(), total) == Progress.Answer.GO_ON;
          take(chosen);
        } while (goOn && next(chosen));
        rowsByLength.add(rare.cardinality());
      }
      progress.heard(combinations.size(), total);
      return new RareCombinations(
          combinations,
          rowsByLength,
          Arrays.stream(byColumn).map(BitSet::cardinality).toList(),
          Arrays.stream(reason).boxed().toList());
    }

    private static int[] first(int length) {
      int[] chosen = new int[length];
      Arrays.setAll(chosen, i -> i);
      return chosen;
    }

    /// Goes on to the next combination of the same length.
    private boolean next(int[] chosen) {
      int place = chosen.length - 1;
      while (place >= 0 && chosen[place] == quasi.length - chosen.length + place) {
        place--;
      }
      if (place < 0) {
        return false;
      }
      chosen[place]++;
      for (int i = place + 1; i < chosen.length; i++) {
        chosen[i] = chosen[i - 1] + 1;
      }
      return true;
    }

    private void take(int[] chosen) {
      Grouping grouping = grouping(chosen);
      int[] sizes = grouping.sizes();
      int[] groups = grouping.groups();
      var here = new BitSet();
      int alone = 0;
      for (int row = 0; row < groups.length; row++) {
        if (sizes[groups[row]] < k) {
          here.set(row);
          alone += sizes[groups[row]] == 1 ? 1 : 0;
        }
      }
      List<Integer> columns = Arrays.stream(chosen).boxed().toList();
      BitSet byItself = byItself(here, columns);
      for (int row = byItself.nextSetBit(0); row >= 0; row = byItself.nextSetBit(row + 1)) {
        if (reason[row] < 0) {
          reason[row] = combinations.size();
        }
      }
      columns.forEach(place -> byColumn[place].or(byItself));
      rare.or(here);
      combinations.add(new Combination(columns, alone, here.cardinality(), byItself.cardinality()));
      if (chosen.length < longest) {
        rareBy.put(columns, here);
      }
    }

    /// Groups by all but the last column as it did the time before, where they are the same.
    private Grouping grouping(int[] chosen) {
      int[] all = Arrays.copyOf(chosen, chosen.length - 1);
      if (!Arrays.equals(all, begun)) {
        begun = all;
        beginning = new Grouping(data.rows());
        for (int place : all) {
          refine(beginning, place);
        }
      }
      var grouping = new Grouping(beginning);
      refine(grouping, chosen[chosen.length - 1]);
      return grouping;
    }

    private void refine(Grouping grouping, int place) {
      grouping.refine(data.column(quasi[place]), data.size(quasi[place]));
    }

    /// Without the rows that these columns but one make rare already.
    private BitSet byItself(BitSet here, List<Integer> columns) {
      BitSet byItself = (BitSet) here.clone();
      for (int i = 0; i < columns.size() && columns.size() > 1; i++) {
        List<Integer> fewer = new ArrayList<>(columns.subList(0, i));
        fewer.addAll(columns.subList(i + 1, columns.size()));
        BitSet already = rareBy.get(fewer);
        if (already != null) {
          byItself.andNot(already);
        }
      }
      return byItself;
    }
  }
}
