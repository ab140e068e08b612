package org.clew.disclosure.release;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.disclosure.EpsilonDelta;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.account.Limit;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;

/// One release in several, for those who are told less and those who are told more. Each is made
/// from what those below it measured, and from measurements of its own, which cost the difference.
/// So each by itself keeps its own promise, and together they tell no more than the promise of the
/// highest. Not that they tell nothing beside it: whoever holds two has two answers, and may know
/// from both what neither says.
///
/// @param all from the lowest
public record Tiers(List<Tier> all) {

  /// One of them.
  ///
  /// @param name of those whom it is for; names a folder
  /// @param terms what it and all below it together promise, and what it tells
  public record Tier(String name, Terms terms) {
    /// Demands a name that can be a folder's everywhere.
    ///
    /// @throws IllegalArgumentException with what is wrong, for people
    public Tier {
      if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
        throw new IllegalArgumentException(
            "A tier is named by small letters a to z, digits and hyphens, such as public or vetted-2.");
      }
    }
  }

  /// The place of one.
  ///
  /// @param number from 0, the lowest
  public record Place(Tiers of, int number) {

    /// What it means, in words a caseworker understands.
    List<String> sentences() {
      return List.of(
          "This is the tier %s of one release in %d: %s."
              .formatted(
                  of.all().get(number).name(),
                  of.all().size(),
                  of.all().stream().map(Place::said).collect(Collectors.joining(", "))),
          "What is promised here holds for this tier and those below it, all in one hand. All tiers together"
              + " tell no more of anybody than the promise of the highest, epsilon %s."
                  .formatted(Limit.plain(of.highest().terms().epsilon())),
          "Do not put rows of two tiers together: they stand for the same people.");
    }

    private static String said(Tier tier) {
      return "%s (epsilon %s)".formatted(tier.name(), Limit.plain(tier.terms().epsilon()));
    }

    /// For machines.
    Json json() {
      var members = new LinkedHashMap<String, Json>();
      members.put("name", Json.of(of.all().get(number).name()));
      members.put(
          "of",
          new Items(
              of.all().stream()
                  .map(
                      each -> {
                        var tier = new LinkedHashMap<String, Json>();
                        tier.put("name", Json.of(each.name()));
                        tier.put("epsilon", Json.of(each.terms().epsilon()));
                        return (Json) new Members(tier);
                      })
                  .toList()));
      return new Members(members);
    }
  }

  /// The most there can be.
  public static final int MOST = 5;

  /// Puts them into their order.
  ///
  /// @throws IllegalArgumentException with what is wrong, for people
  public Tiers {
    all = all.stream().sorted(Comparator.comparingDouble(tier -> tier.terms().epsilon())).toList();
    if (all.size() < 2 || all.size() > MOST) {
      throw new IllegalArgumentException("There are 2 to %d tiers.".formatted(MOST));
    }
    Set<String> names = new HashSet<>();
    for (Tier tier : all) {
      if (!names.add(tier.name())) {
        throw new IllegalArgumentException("Two tiers are called %s.".formatted(tier.name()));
      }
    }
    demandApart(all);
  }

  /// What all of them together cost.
  public Tier highest() {
    return all.getLast();
  }

  /// Demands that each tier is told enough more than the one below to measure anything with.
  private static void demandApart(List<Tier> all) {
    for (int i = 1; i < all.size(); i++) {
      Terms terms = all.get(i).terms();
      Terms below = all.get(i - 1).terms();
      if (terms.delta() != below.delta()) {
        throw new IllegalArgumentException("All tiers have one delta.");
      }
      if (terms.rho() - below.rho() < Zcdp.rho(EpsilonDelta.LEAST_EPSILON, terms.delta())) {
        throw new IllegalArgumentException(
            "The tiers %s and %s are told the same, or nearly. Their epsilons must differ more."
                .formatted(all.get(i - 1).name(), all.get(i).name()));
      }
    }
  }
}
