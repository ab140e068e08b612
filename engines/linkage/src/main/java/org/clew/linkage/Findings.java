package org.clew.linkage;

import java.util.List;
import java.util.OptionalDouble;

/// What there is to see of a run beside its links: figures to judge it by, and a few rows and pairs
/// to look at. Of a long list some figures are taken from a part of the rows; each says of how
/// many.
///
/// @param thresholds from low to high, every quarter bit
/// @param rules in the order in which they were followed; empty where all pairs were compared
/// @param scripts of names, the most rows first
/// @param pairs a few of each [Pair.Why]
public record Findings(
    Overview overview,
    List<Threshold> thresholds,
    List<Column> columns,
    List<Rule> rules,
    Reach reach,
    List<Script> scripts,
    Groups groups,
    List<Pair> pairs) {

  public Findings {
    thresholds = List.copyOf(thresholds);
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
    scripts = List.copyOf(scripts);
    pairs = List.copyOf(pairs);
  }

  /// The run in a few figures.
  ///
  /// @param rows of the list
  /// @param entities that they are
  /// @param together rows that are in an entity with another
  /// @param possible pairs of rows that might have been one
  /// @param compared pairs that were compared
  /// @param linked pairs that are linked
  /// @param right how many of the linked pairs are one, if the model holds
  /// @param matches how many of the compared pairs are one, if the model holds; of pairs that reach
  ///   the threshold only those that are linked
  /// @param prior match weight before any evidence, in bits
  /// @param threshold match weight from which pairs are linked, in bits
  /// @param from where what is known of agreeing came from
  /// @param contradictions judgements that cannot all hold
  public record Overview(
      int rows,
      int entities,
      int together,
      double possible,
      long compared,
      int linked,
      double right,
      double matches,
      double prior,
      double threshold,
      From from,
      int contradictions) {}

  /// Where what is known of agreeing came from.
  public enum From {
    /// Learned from the list itself.
    THIS_LIST,
    /// A [LinkModel] that was learned before.
    A_MODEL
  }

  /// What linking from a weight on would give.
  ///
  /// @param bits the weight
  /// @param pairs of at least that weight
  /// @param right how many of them are one, if the model holds
  /// @param reaching the share of rows looked at that a row just like them would be linked with
  public record Threshold(double bits, long pairs, double right, double reaching) {}

  /// A compared thing: a column, or several of one kind.
  ///
  /// @param filled rows that say anything
  /// @param before the share that was filled where a model was learned
  /// @param distinct how many different values there are
  /// @param unread cells that hold something which is no value of the kind
  /// @param commonest how many rows hold the value that most rows hold
  /// @param matches from about how many pairs that are one the levels were learned
  public record Column(
      Kind kind,
      List<String> headings,
      int filled,
      OptionalDouble before,
      int distinct,
      int unread,
      int commonest,
      double matches,
      List<Level> levels) {}

  /// A way of agreeing.
  ///
  /// @param place which of the levels that agree in this way, from 1, the strongest
  /// @param places of how many
  /// @param m how often rows that are one agree so
  /// @param u how often rows that are not one do
  /// @param bits log2(m/u) as it counts, for a value as rare as most
  public record Level(
      Agreement agreement, int place, int places, double m, double u, double bits) {}

  /// A blocking rule.
  ///
  /// @param keys what two rows must share to be compared
  /// @param pairs that it added to those of the rules before it
  /// @param matches how many of them are one, if the model holds
  public record Rule(List<Key> keys, long pairs, double matches) {}

  /// What a rule looks at.
  ///
  /// @param key a rougher form of the column's values, as a [LinkModel] names it
  public record Key(List<String> headings, String key) {}

  /// Rows that say so little that not even a row just like them would be linked with them.
  ///
  /// @param looked rows looked at
  /// @param cannot how many of them cannot be linked
  /// @param saying what those rows say, the most rows first
  public record Reach(int looked, int cannot, List<Saying> saying) {}

  /// Rows that fill the same columns and no others.
  public record Saying(List<List<String>> headings, int rows) {}

  /// Rows whose names are written in one script.
  ///
  /// @param name of the script, as Unicode has it; `Mixed` where parts of a name differ
  /// @param rows in it
  /// @param together how many of them are in an entity with another row
  /// @param looked rows of which it was tried whether they can be linked at all
  /// @param cannot how many of those cannot
  /// @param filled how many of the compared columns they fill, on average
  public record Script(
      String name, int rows, int together, int looked, int cannot, double filled) {}

  /// The entities.
  ///
  /// @param sizes how many entities have how many rows, the small ones first
  /// @param onlyLinks links that alone hold together an entity of three rows or more, and are worth
  ///   a [Question]
  /// @param heldApart pairs that reach the threshold and are in different entities
  /// @param looked entities of three rows or more of which all pairs were weighed
  /// @param divided how many of those hold a pair that is more likely two than one
  public record Groups(
      List<Size> sizes, int onlyLinks, int heldApart, int looked, int divided, List<Group> shown) {}

  /// How many entities have so many rows.
  public record Size(int rows, int entities) {}

  /// An entity to look at.
  ///
  /// @param size how many rows it has
  /// @param rows the first of them
  /// @param bonds all pairs of those rows, by their places in `rows`
  public record Group(int size, Choice choice, List<Row> rows, List<Bond> bonds) {

    /// Why it is shown.
    public enum Choice {
      LARGEST,
      DOUBTFUL,
      DRAWN
    }
  }

  /// A row to look at.
  ///
  /// @param said by compared column, as written
  public record Row(int row, List<String> said) {}

  /// What two rows of an entity weigh.
  public record Bond(int left, int right, double weight) {}

  /// A pair to look at.
  public record Pair(int left, int right, Why why, Match match) {

    /// Why it is shown.
    public enum Why {
      STRONGEST,
      MIDDLING,
      JUST_LINKED,
      ONLY_LINK,
      HELD_APART,
      RIVAL,
      JUST_BELOW
    }
  }
}
