package org.clew.linkage;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was learned from a list, to be read, kept, and used on other lists of the same columns: how
/// often fields agree where two rows are one (m) and where they are not (u), the blocking rules,
/// the prior and the threshold. It holds headings and figures, and no cell of the list.
///
/// With a model nothing is learned: the same model on the same list gives the same links. How many
/// rows hold a value is still counted on the list at hand, since that is what makes a value rare.
///
/// @param from what it was learned from
/// @param balance where the scales stand
/// @param columns each compared thing, in the order of [Kind]
/// @param rules blocking rules, the most useful first; none where all pairs of the list were
///   compared
public record LinkModel(
    From from, Balance balance, List<Column> columns, List<BlockingRule> rules) {

  private static final int MOST_RULES = 16;

  /// The most that a prior or a threshold may be, in bits, for or against.
  public static final double MOST_BITS = 1_000;

  /// What a model was learned from.
  ///
  /// @param region ISO 3166 alpha-2 code of the home region, or an empty string
  /// @param seed of what was drawn
  /// @param rows of the list
  /// @param pairs of rows that might have been one
  public record From(String region, long seed, long rows, double pairs) {
    public From {
      demand(region.isEmpty() || region.matches("[A-Z]{2}"), "region is a code of two letters");
      demand(rows >= 0 && rows <= Integer.MAX_VALUE, "rows is a number of rows");
      demand(pairs >= 0 && pairs <= 1e19, "pairs is a number of pairs");
    }
  }

  /// Where the scales stand.
  ///
  /// @param prior match weight before any evidence, in bits, for as many rows as it was learned
  ///   from
  /// @param threshold the match weight from which a pair is linked, in bits
  /// @param household the most that a family name and a place in common weigh alone, in bits;
  ///   infinite where that is not known
  public record Balance(double prior, double threshold, double household) {
    public Balance {
      demandBits(prior, "prior_bits");
      demandBits(threshold, "threshold_bits");
      if (household != Double.POSITIVE_INFINITY) {
        demandBits(household, "household_bits");
      }
    }
  }

  /// One compared thing: a column, or several of one kind any of which may agree with any.
  ///
  /// @param kind of its values
  /// @param headings under which they stand
  /// @param seen how it was on the list
  /// @param levels ways of agreeing, from the same value to different ones
  public record Column(Kind kind, List<String> headings, Seen seen, List<Level> levels) {
    public Column {
      headings = List.copyOf(headings);
      levels = List.copyOf(levels);
      demand(!headings.isEmpty(), "a column has a heading");
      demand(levels.size() >= 2 && levels.size() <= 14, "a column has 2 to 14 levels");
    }
  }

  /// How a column was on the list.
  ///
  /// @param filled the share of rows that say anything, 0 to 1
  /// @param distinct how many different values there are
  /// @param matches from about how many pairs that are one the levels were learned
  /// @param alike the share of rows that hold the more common of two values that are alike by
  ///   chance; 0 where too few were seen to tell
  public record Seen(double filled, long distinct, double matches, double alike) {
    public Seen {
      demand(filled >= 0 && filled <= 1, "filled is a share from 0 to 1");
      demand(distinct >= 0 && distinct <= Integer.MAX_VALUE, "distinct is a number of values");
      demand(matches >= 0 && matches <= 1e19, "matches is a number of pairs");
      demand(alike >= 0 && alike <= 1, "alike is a share from 0 to 1");
    }
  }

  /// One way of agreeing.
  ///
  /// @param m how often rows that are one agree in this way, above 0 and at most 1
  /// @param u how often rows that are not one do, above 0 and at most 1
  public record Level(Agreement agreement, double m, double u) {
    public Level {
      demand(m >= 1e-12 && m <= 1, "m is a share above 0 and at most 1");
      demand(u >= 1e-30 && u <= 1, "u is a share above 0 and at most 1");
    }
  }

  /// Rows that share all of its keys are compared.
  public record BlockingRule(List<Key> keys) {
    public BlockingRule {
      keys = List.copyOf(keys);
      demand(!keys.isEmpty() && keys.size() <= 3, "a rule has 1 to 3 keys");
    }
  }

  /// What a rule looks at.
  ///
  /// @param column the number of a column of the model, from 0
  /// @param name of a rougher form of its values; `words` for their rare words
  public record Key(int column, String name) {}

  /// The name of the key that is the rare words of a value.
  static final String WORDS = "words";

  public LinkModel {
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
    demand(columns.size() <= Traits.MOST, "a model has at most 15 columns");
    demand(rules.size() <= MOST_RULES, "a model has at most 16 rules");
    Set<String> headings = new HashSet<>();
    for (Column column : columns) {
      for (String heading : column.headings) {
        demand(headings.add(heading), "a heading stands once");
      }
    }
    for (BlockingRule rule : rules) {
      Set<Integer> used = new HashSet<>();
      for (Key key : rule.keys) {
        demand(key.column >= 0 && key.column < columns.size(), "a rule names columns of the model");
        demand(used.add(key.column), "a rule names a column once");
      }
    }
  }

  /// Reads what [#json] wrote, perhaps changed by hand.
  ///
  /// @throws ModelRefused when it is none, or of another version, or a number in it cannot be
  public static LinkModel read(String json) {
    return ModelText.read(json);
  }

  /// By heading, what stands under it.
  public Map<String, Kind> kinds() {
    Map<String, Kind> out = new LinkedHashMap<>();
    for (Column column : columns) {
      column.headings.forEach(heading -> out.put(heading, column.kind));
    }
    return out;
  }

  /// As JSON, to be read by people too; the same for the same model.
  public String json() {
    return ModelText.write(this);
  }

  /// The prior for another list: of each row as many others are the same, of more pairs.
  double prior(double rows, double pairs) {
    boolean same = rows == from.rows && pairs == from.pairs;
    if (same || rows == 0 || pairs == 0 || from.rows == 0 || from.pairs == 0) {
      return balance.prior;
    }
    double scaled = balance.prior + log2(from.pairs / pairs) + log2(rows / from.rows);
    return Model.step(Math.min(scaled, -1));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  private static void demandBits(double bits, String name) {
    demand(Math.abs(bits) <= MOST_BITS, name + " is a number of bits from -1000 to 1000");
  }

  private static void demand(boolean holds, String what) {
    if (!holds) {
      throw new ModelRefused(ModelRefused.Why.VALUES, "In the model, " + what + ".");
    }
  }
}
