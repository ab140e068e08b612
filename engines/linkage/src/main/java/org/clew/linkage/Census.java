package org.clew.linkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What must be known of a whole list to weigh rows of which only a portion is at hand: how many
/// rows there are, and how many of them hold what. A list that no machine holds is counted by many;
/// [Plan] then weighs each portion as if all of it were there.
///
/// @param rows of the list
/// @param things that are compared, in the order of [Thing#of]
public record Census(long rows, List<Counted> things) implements Serializable {

  private static final long serialVersionUID = 1;

  /// More rows than this are in no list: a [LinkModel] is learned from no more, either.
  public static final long MOST_ROWS = Integer.MAX_VALUE;

  /// @throws IllegalArgumentException when there are more rows than [#MOST_ROWS]
  public Census {
    things = List.copyOf(things);
    if (rows < 0 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("there are " + rows + " rows");
    }
  }

  /// One compared thing: a column, or several of one kind any of which may agree with any.
  ///
  /// @param kind of its values
  /// @param columns of the list
  /// @param stock things of one stock take their values from one, as given and family names do
  public record Thing(Kind kind, List<Integer> columns, int stock) implements Serializable {

    private static final long serialVersionUID = 1;

    public Thing {
      columns = List.copyOf(columns);
    }

    /// The compared things of a list.
    ///
    /// @param kinds by column, what it holds
    public static List<Thing> of(List<Kind> kinds) {
      List<Thing> out = new ArrayList<>();
      int stock = 0;
      for (List<int[]> group : Traits.groups(kinds)) {
        for (int[] columns : group) {
          List<Integer> numbers = Arrays.stream(columns).boxed().toList();
          out.add(new Thing(kinds.get(columns[0]), numbers, stock));
        }
        stock++;
      }
      return List.copyOf(out);
    }

    /// What a normal form is made of and must be counted by: of how many rows hold each, those of
    /// two or more are to be known, of numbers all. Each once; empty for most kinds.
    public List<String> parts(String form) {
      return switch (kind) {
        case NAME -> tagged(Tally.What.WORD, TextLikeness.words(form)).toList();
        case ORGANISATION_NAME, ADDRESS, TITLE, TEXT ->
            Stream.of(
                    tagged(Tally.What.WORD, TextLikeness.words(form)),
                    tagged(Tally.What.PART, TextLikeness.parts(kind, form)),
                    tagged(Tally.What.MODEL_NUMBER, ModelNumbers.of(form)))
                .flatMap(each -> each)
                .toList();
        case NUMBER -> List.of(Tally.What.NUMBER.tagged(form));
        default -> List.of();
      };
    }

    private static Stream<String> tagged(Tally.What what, String[] texts) {
      return Arrays.stream(texts).distinct().map(what::tagged);
    }
  }

  /// A thing and how often it is said.
  ///
  /// @param headings under which its cells stand
  /// @param holders rows that say anything of it
  /// @param distinct different normal forms in its stock
  /// @param parts how many rows hold a part ([Thing#parts]), where two or more do
  public record Counted(
      Thing thing, List<String> headings, long holders, long distinct, Map<String, Long> parts)
      implements Serializable {

    private static final long serialVersionUID = 1;

    public Counted {
      headings = List.copyOf(headings);
      parts = Map.copyOf(parts);
    }

    /// What was counted, for values of a portion.
    ///
    /// @param acrossScripts whether names are brought together across scripts
    Tally tally(boolean acrossScripts) {
      Map<String, Double> ranks = thing.kind == Kind.NUMBER ? ranked() : Map.of();
      return new Tally() {
        @Override
        public long rows() {
          return holders;
        }

        @Override
        public long[] holders(What what, Texts texts, int[][] byValue) {
          long[] out = new long[texts.size()];
          Arrays.setAll(out, each -> parts.getOrDefault(what.tagged(texts.text(each)), 1L));
          return out;
        }

        @Override
        public long[] holders(int size, int[][] byValue) {
          throw new IllegalStateException("not all values are at hand");
        }

        @Override
        public boolean isOfWhole() {
          return false;
        }

        @Override
        public boolean heardAcrossScripts() {
          return acrossScripts;
        }

        @Override
        public double[] ranks(String[] numbers) {
          return Arrays.stream(numbers)
              .mapToDouble(each -> Optional.ofNullable(ranks.get(each)).orElseThrow())
              .toArray();
        }
      };
    }

    private Map<String, Double> ranked() {
      String[] tagged = parts.keySet().stream().sorted().toArray(String[]::new);
      String[] numbers =
          Arrays.stream(tagged).map(each -> each.substring(1)).toArray(String[]::new);
      long[] counts = new long[tagged.length];
      Arrays.setAll(counts, each -> parts.getOrDefault(tagged[each], 0L));
      double[] ranks = NumberLikeness.ranks(numbers, counts);
      Map<String, Double> out = new HashMap<>();
      for (int each = 0; each < ranks.length; each++) {
        out.put(numbers[each], ranks[each]);
      }
      return out;
    }
  }

  /// How many pairs of rows there are.
  double pairs() {
    return rows * (rows - 1.0) / 2;
  }
}
