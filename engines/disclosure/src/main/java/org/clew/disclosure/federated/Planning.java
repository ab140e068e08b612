package org.clew.disclosure.federated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.disclosure.Scope;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.federated.Plan.Group;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Shares;
import org.clew.disclosure.synthesis.Spent.Step;
import org.clew.disclosure.synthesis.TablesByLot;

/// Makes plans. Which tables are measured must be known before anybody counts: how far rows are
/// from people there is no sum over lists, so that no choice by it can be made under masks. Each
/// column is measured, and either all pairs or those tables that somebody named; some more by lot,
/// to see how far off such are that were not measured.
public final class Planning {

  /// Tables with more cells are not drawn for checking: each of them travels.
  private static final int LARGEST_CHECK = 1 << 18;

  private final Coding coding;
  private final int[] sizes;
  private final Bits bits;

  private Planning(Coding coding, Bits bits) {
    this.coding = coding;
    this.bits = bits;
    sizes = coding.sizes();
  }

  /// What members agree on before anything is planned: what is promised, and on what it rests.
  ///
  /// @param honest so many members add their noise as they should, at least
  /// @param mostOrganisations in so many lists one person may be
  public record Agreement(double epsilon, double delta, int honest, int mostOrganisations) {}

  /// A plan for a round of its own.
  ///
  /// @param named tables by the names of their columns; all pairs where there is none
  /// @param bits draw the round's id, and the tables for checking
  /// @throws RoundRefused when there can be no such round
  public static Plan of(
      Codebook codebook,
      List<Member> members,
      Agreement agreed,
      List<List<String>> named,
      Bits bits) {
    Round.demandPublic(codebook);
    var planning = new Planning(new Coding(codebook), bits);
    Set<List<Integer>> tables = named.isEmpty() ? planning.pairs() : planning.of(named);
    return planning.plan(CodebookText.digest(codebook), members, agreed, tables);
  }

  private Plan plan(
      String codebook, List<Member> members, Agreement agreed, Set<List<Integer>> tables) {
    List<List<Integer>> columns = IntStream.range(0, sizes.length).mapToObj(List::of).toList();
    List<List<Integer>> pairs = tables.stream().filter(table -> table.size() == 2).toList();
    List<List<Integer>> triples = tables.stream().filter(table -> table.size() == 3).toList();
    List<List<Integer>> checks = checks(tables);
    if (columns.size() + tables.size() + checks.size() > Plan.MOST_TABLES) {
      throw new RoundRefused(
          "There are %,d tables, and %,d are the most. Name those that matter: --tables FILE."
              .formatted(columns.size() + tables.size() + checks.size(), Plan.MOST_TABLES));
    }
    double rest = 1 - Shares.COLUMNS - (checks.isEmpty() ? 0 : Shares.CHECKING);
    double both = (pairs.isEmpty() ? 0 : Shares.PAIRS) + (triples.isEmpty() ? 0 : Shares.TRIPLES);
    double rho = Plan.rho(agreed.epsilon(), agreed.delta());
    List<Group> groups = new ArrayList<>();
    add(groups, Step.COLUMNS, columns, rho * (both == 0 ? 1 : Shares.COLUMNS), agreed);
    add(groups, Step.PAIRS, pairs, rho * rest * Shares.PAIRS / both, agreed);
    add(groups, Step.TRIPLES, triples, rho * rest * Shares.TRIPLES / both, agreed);
    add(groups, Step.CHECKING, checks, rho * Shares.CHECKING, agreed);
    return new Plan(
        "%016x%016x".formatted(bits.next(), bits.next()),
        codebook,
        members.stream().sorted(Comparator.comparing(Member::exchangeKey)).toList(),
        agreed.honest(),
        agreed.mostOrganisations(),
        agreed.epsilon(),
        agreed.delta(),
        groups);
  }

  private void add(
      List<Group> groups, Step step, List<List<Integer>> tables, double rho, Agreement agreed) {
    if (!tables.isEmpty()) {
      double cells = tables.stream().mapToDouble(this::cells).sum();
      var noise =
          new SumOfNoise(
              Math.max(1, agreed.honest()),
              Math.max(1, agreed.mostOrganisations()),
              tables.size(),
              (long) cells);
      groups.add(new Group(step, noise.variance(rho), tables));
    }
  }

  private double cells(List<Integer> table) {
    return Scope.cells(sizes, table.stream().mapToInt(Integer::intValue).toArray());
  }

  private Set<List<Integer>> pairs() {
    return all(2, Scope.MOST).stream()
        .map(Planning::columns)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<Scope> all(int length, int most) {
    List<Scope> out = new ArrayList<>();
    Scope.each(sizes, length, most, columns -> out.add(Scope.of(sizes, columns)));
    return out;
  }

  private static List<Integer> columns(Scope scope) {
    return IntStream.range(0, scope.length()).mapToObj(scope::column).toList();
  }

  /// Tables of those that are not measured otherwise.
  private List<List<Integer>> checks(Set<List<Integer>> tables) {
    List<List<Integer>> chosen = new ArrayList<>();
    for (int length = 2; length <= 3 && !tables.isEmpty(); length++) {
      List<Scope> left = all(length, LARGEST_CHECK);
      left.removeIf(each -> tables.contains(columns(each)));
      TablesByLot.of(left, TablesByLot.FEW, bits::below).forEach(each -> chosen.add(columns(each)));
    }
    return chosen;
  }

  /// The tables of columns that somebody named; a column of several values stands for each of them.
  private Set<List<Integer>> of(List<List<String>> named) {
    Set<List<Integer>> out = new LinkedHashSet<>();
    for (List<String> names : named) {
      if (names.size() < 2 || names.size() > 3) {
        throw new RoundRefused(
            "A table has two or three columns; \"%s\" is none. Each column by itself is measured"
                    .formatted(String.join(";", names))
                + " without being named.");
      }
      List<List<Integer>> tables = List.of(List.of());
      for (String name : names) {
        tables = with(tables, named(name));
      }
      for (List<Integer> table : tables) {
        List<Integer> sorted = table.stream().distinct().sorted().toList();
        if (sorted.size() < names.size() || cells(sorted) > Scope.MOST) {
          throw new RoundRefused(
              "\"%s\" has a column twice, or more than %,d cells."
                  .formatted(String.join(";", names), Scope.MOST));
        }
        out.add(sorted);
      }
    }
    return out;
  }

  private static List<List<Integer>> with(List<List<Integer>> tables, List<Integer> columns) {
    List<List<Integer>> out = new ArrayList<>();
    for (List<Integer> table : tables) {
      for (int column : columns) {
        List<Integer> more = new ArrayList<>(table);
        more.add(column);
        out.add(more);
      }
    }
    return out;
  }

  private List<Integer> named(String name) {
    List<Integer> columns =
        IntStream.range(0, sizes.length)
            .filter(column -> coding.heading(column).equals(name))
            .boxed()
            .toList();
    if (columns.isEmpty()) {
      throw new RoundRefused("The codebook publishes no column \"%s\".".formatted(name));
    }
    return columns;
  }
}
