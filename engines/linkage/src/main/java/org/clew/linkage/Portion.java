package org.clew.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Some rows of a list, weighed as if all of it were there ([Plan]). Rows are known by their
/// numbers here, from 0 in the order of arrival. For one thread.
public final class Portion {
  private final Plan plan;
  private final Traits traits;
  private final Weights.Scale scale;

  private Portion(Plan plan, Traits traits) {
    this.plan = plan;
    this.traits = traits;
    this.scale = plan.weights(traits).new Scale();
  }

  /// Takes rows one by one. For one thread.
  public static final class Builder {
    private final Plan plan;
    private final List<Texts> stocks = new ArrayList<>();
    private int[][] values;

    /// By thing and value, how many rows of the list hold it.
    private final int[][] counts;

    private int rows;

    Builder(Plan plan) {
      this.plan = plan;
      List<Census.Counted> things = plan.census().things();
      int columns = 0;
      for (Census.Counted each : things) {
        columns += each.thing().columns().size();
        if (each.thing().stock() == stocks.size()) {
          stocks.add(new Texts());
        }
      }
      values = new int[columns][16];
      counts = new int[things.size()][16];
    }

    /// Takes a row.
    ///
    /// @param forms by column, what it says in [NormalForm]; an empty text where it says nothing
    /// @param held by column, how many rows of the whole list hold that in a column of its thing
    public void row(List<String> forms, int[] held) {
      if (rows == values[0].length) {
        for (int column = 0; column < values.length; column++) {
          values[column] = Arrays.copyOf(values[column], rows + (rows >> 1));
        }
      }
      List<Census.Counted> things = plan.census().things();
      for (int thing = 0; thing < counts.length; thing++) {
        Texts stock = stocks.get(things.get(thing).thing().stock());
        for (int column : things.get(thing).thing().columns()) {
          String form = forms.get(column);
          int value = form.isEmpty() ? -1 : stock.code(form);
          values[column][rows] = value;
          if (value >= 0) {
            count(thing, value, held[column]);
          }
        }
      }
      rows++;
    }

    private void count(int thing, int value, int held) {
      if (value >= counts[thing].length) {
        counts[thing] = Arrays.copyOf(counts[thing], value + (value >> 1) + 1);
      }
      counts[thing][value] = held;
    }

    /// The rows; the builder is not to be used any more.
    public Portion build() {
      return new Portion(plan, traits());
    }

    Traits traits() {
      stocks.forEach(Texts::close);
      List<Trait.Read> all = new ArrayList<>();
      Likeness[] likenesses = new Likeness[stocks.size()];
      for (int number = 0; number < counts.length; number++) {
        Census.Counted counted = plan.census().things().get(number);
        Census.Thing thing = counted.thing();
        Texts stock = stocks.get(thing.stock());
        if (likenesses[thing.stock()] == null) {
          likenesses[thing.stock()] = Trait.likeness(thing.kind(), stock, plan.tally(number));
        }
        int[][] own =
            thing.columns().stream()
                .map(column -> Arrays.copyOf(values[column], rows))
                .toArray(int[][]::new);
        int[] held = Arrays.copyOf(counts[number], stock.size());
        all.add(new Trait.Read(new Trait(counted, held, likenesses[thing.stock()]), own));
      }
      return new Traits(Traits.withRoom(all), rows, rows, plan.census().rows());
    }
  }

  Traits traits() {
    return traits;
  }

  /// How many rows there are.
  public int rows() {
    return traits.rows;
  }

  /// The weight of two rows, in bits.
  ///
  /// @param first the one that comes first in the list
  public double weight(int first, int second) {
    return scale.inOrder(first, second);
  }

  /// The keys of a row under a rule: with each it is in a block, with all rows of the list that
  /// have it, too. Numbers without a sign that are the same in every portion.
  public long[] keys(int rule, int row) {
    LinkModel.BlockingRule known = plan.rule(rule);
    LinkModel.Key first = known.keys().getFirst();
    Trait trait = traits.all.get(first.column());
    if (first.name().equals(LinkModel.WORDS)) {
      int value = traits.value(first.column(), row);
      return value < 0 ? new long[0] : words(rule, trait.likeness, value);
    }
    List<Long> out = new ArrayList<>(1);
    keys(known, 0, row, 1 + rule, out);
    return out.stream().mapToLong(Long::longValue).distinct().toArray();
  }

  private static long[] words(int rule, Likeness likeness, int value) {
    return Arrays.stream(WordKeys.lasting(likeness, likeness.words(value)))
        .map(word -> mix(1 + rule, word))
        .toArray();
  }

  /// Where a thing has several columns, each with each.
  private void keys(LinkModel.BlockingRule rule, int from, int row, long before, List<Long> out) {
    if (from == rule.keys().size()) {
      out.add(before);
      return;
    }
    LinkModel.Key part = rule.keys().get(from);
    Likeness.Key key = key(part);
    for (int column = 0; column < traits.columns(part.column()); column++) {
      int value = traits.value(part.column(), column, row);
      long own = value < 0 ? -1 : key.lasting(value);
      if (own >= 0) {
        keys(rule, from + 1, row, mix(before, own), out);
      }
    }
  }

  private Likeness.Key key(LinkModel.Key part) {
    return traits.all.get(part.column()).likeness.keys().stream()
        .filter(each -> each.name().equals(part.name()))
        .findFirst()
        .orElseThrow();
  }

  private static long mix(long before, long key) {
    long mixed = (before + key + 1) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 32)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 29);
  }

  /// What a block of a rule is cut by where it has more than [Plan#BLOCK] rows: by the first number
  /// those with which rows differ in it, by the second where that is still too many, and so on. 0
  /// where the row says nothing. Where nothing is left to cut by, rows meet those that follow them
  /// in the list.
  public long[] cuts(int rule, int row) {
    int[] by = plan.cuts(rule);
    long[] out = new long[by.length];
    for (int depth = 0; depth < by.length; depth++) {
      int value = traits.value(by[depth], row);
      Likeness.Key whole = traits.all.get(by[depth]).likeness.keys().getFirst();
      out[depth] = value < 0 ? 0 : 1 + whole.lasting(value);
    }
    return out;
  }

  /// A link between two rows.
  ///
  /// @param left the one that comes first
  /// @param weight in bits
  public record Tie(int left, int right, float weight) {}

  /// The rows joined by their links, strongest first, as [Batch] joins them: a link between two
  /// groups must be borne out by their other pairs. All rows that a chain of links leads to must be
  /// here, in the order of the list.
  public Joined join(List<Tie> ties) {
    var sweep = new Sweep(traits.rows, scale, plan.threshold());
    ties.stream()
        .sorted(
            (a, b) ->
                a.weight != b.weight
                    ? Float.compare(b.weight, a.weight)
                    : a.left != b.left
                        ? Integer.compare(a.left, b.left)
                        : Integer.compare(a.right, b.right))
        .forEach(tie -> sweep.join(tie.left, tie.right, tie.weight));
    int[] firsts = new int[traits.rows];
    Arrays.setAll(firsts, sweep::root);
    return new Joined(firsts, sweep.strongest());
  }

  /// Which rows are one.
  public static final class Joined {
    private final int[] firsts;
    private final float[] strongest;

    private Joined(int[] firsts, float[] strongest) {
      this.firsts = firsts;
      this.strongest = strongest;
    }

    /// The first row of the entity a row is in: the row itself where it is alone.
    public int first(int row) {
      return firsts[row];
    }

    /// The weight of the strongest link that holds a row in its entity, in bits.
    public OptionalDouble weight(int row) {
      return Float.isNaN(strongest[row])
          ? OptionalDouble.empty()
          : OptionalDouble.of(strongest[row]);
    }
  }
}
