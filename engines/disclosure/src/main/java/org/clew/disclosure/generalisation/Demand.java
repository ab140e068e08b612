package org.clew.disclosure.generalisation;

import org.clew.disclosure.risk.ClassDistribution;
import org.clew.disclosure.risk.Distance;

/// What is demanded of the sensitive values of every group besides its size.
public sealed interface Demand {

  /// The sensitive column.
  int column();

  /// Whether a group of two that fulfil it, or of one that does and one that does not, does so,
  /// too.
  boolean lastsWhenGroupsJoin();

  /// Whether a group fulfils it.
  boolean isFulfilledBy(ClassDistribution group);

  /// How far apart its values are.
  default Distance distance() {
    return Distance.EQUAL;
  }

  /// Distinct l-diversity: so many values at least (Machanavajjhala et al. 2007).
  record DistinctDiversity(int column, int l) implements Demand {
    @Override
    public boolean lastsWhenGroupsJoin() {
      return true;
    }

    @Override
    public boolean isFulfilledBy(ClassDistribution group) {
      return group.distinct() >= l;
    }
  }

  /// Entropy l-diversity: as much entropy at least as l equally frequent values have.
  record EntropyDiversity(int column, double l) implements Demand {
    @Override
    public boolean lastsWhenGroupsJoin() {
      return false;
    }

    @Override
    public boolean isFulfilledBy(ClassDistribution group) {
      return group.entropy() >= Math.log(l) - 1e-12;
    }
  }

  /// Recursive (c, l)-diversity: the most frequent value is rarer than c times those from the l-th
  /// on.
  record RecursiveDiversity(int column, double c, int l) implements Demand {
    @Override
    public boolean lastsWhenGroupsJoin() {
      return false;
    }

    @Override
    public boolean isFulfilledBy(ClassDistribution group) {
      return group.recursive(l) < c;
    }
  }

  /// t-closeness: shares no farther than t from those of the table (Li et al. 2007).
  record Closeness(int column, double t, Distance distance) implements Demand {
    @Override
    public boolean lastsWhenGroupsJoin() {
      return false;
    }

    @Override
    public boolean isFulfilledBy(ClassDistribution group) {
      return group.closeness() <= t + 1e-12;
    }
  }
}
