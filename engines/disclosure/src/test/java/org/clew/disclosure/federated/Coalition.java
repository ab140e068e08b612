package org.clew.disclosure.federated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clew.disclosure.MadeUp;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.Variable;
import org.clew.disclosure.federated.Planning.Agreement;
import org.clew.disclosure.noise.Bits;

/// Organisations that do not exist, each with a list of people nobody met.
final class Coalition {

  static final List<String> NAMES =
      List.of(
          "Harbour Helpline",
          "Lantern House",
          "Bridge Legal Aid",
          "Orchard Shelter",
          "Riverside Clinic",
          "Northgate Outreach",
          "Compass Unions",
          "Willow Trust",
          "Beacon Hotline",
          "Meadow Project");

  private final List<SecretKeys> keys = new ArrayList<>();
  private final List<Microdata> lists = new ArrayList<>();

  /// So many of them, with so many people each.
  Coalition(int members, int people) {
    for (int i = 0; i < members; i++) {
      keys.add(SecretKeys.fresh());
      lists.add(MadeUp.people(people, i + 1L));
    }
  }

  /// Columns of which [MadeUp] has people.
  static Codebook codebook() {
    int[] sizes = MadeUp.sizes();
    List<Variable> variables = new ArrayList<>();
    for (int column = 0; column < sizes.length; column++) {
      variables.add(
          Variable.of(
              "abcdef".substring(column, column + 1),
              IntStream.range(1, sizes[column]).mapToObj("v%d"::formatted).toList()));
    }
    return new Codebook(Codebook.Domains.PUBLIC, variables, Optional.empty(), List.of());
  }

  List<Member> members() {
    return IntStream.range(0, keys.size()).mapToObj(i -> keys.get(i).member(NAMES.get(i))).toList();
  }

  SecretKeys keys(int member) {
    return keys.get(member);
  }

  Microdata list(int member) {
    return lists.get(member);
  }

  Agreement agreed(double epsilon) {
    return new Agreement(epsilon, 1e-7, keys.size() / 2 + 1, 1);
  }

  Plan plan(double epsilon) {
    return Planning.of(codebook(), members(), agreed(epsilon), List.of(), Bits.ofSeed(1));
  }

  static byte[] file(Plan plan) {
    return plan.written().getBytes(StandardCharsets.UTF_8);
  }

  static Round round(Plan plan) {
    return Round.of(file(plan), codebook());
  }

  byte[] contribution(Round round, int member) {
    return Total.contribution(
        round, keys.get(member), lists.get(member), Bits.ofSeed(100L + member), Progress.NONE);
  }

  List<byte[]> contributions(Round round) {
    return IntStream.range(0, keys.size()).mapToObj(i -> contribution(round, i)).toList();
  }

  /// All lists in one.
  Microdata pooled() {
    int rows = lists.stream().mapToInt(Microdata::rows).sum();
    int[] sizes = MadeUp.sizes();
    short[][] columns = new short[sizes.length][rows];
    int at = 0;
    for (Microdata list : lists) {
      for (int column = 0; column < sizes.length; column++) {
        System.arraycopy(list.column(column), 0, columns[column], at, list.rows());
      }
      at += list.rows();
    }
    return new Microdata(sizes, columns, rows);
  }
}
