package org.clew.disclosure.federated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.disclosure.Scope;
import org.clew.disclosure.Sha256;
import org.clew.disclosure.account.Limit;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.federated.Plan.Group;
import org.clew.disclosure.release.Lists;
import org.clew.disclosure.synthesis.Spent.Step;

/// A plan under its codebook, checked: its noise keeps what it promises, by our own reckoning, and
/// its tables are there.
public final class Round {

  /// The most cells all tables have together: a file of 64 MB for each member.
  public static final int MOST_CELLS = 1 << 23;

  private static final double ROUNDING = 1e-9;

  private final Plan plan;
  private final String digest;
  private final Coding coding;
  private final List<List<Scope>> scopes = new ArrayList<>();
  private final List<Double> rhos = new ArrayList<>();
  private final int cells;

  private Round(Plan plan, String digest, Coding coding) {
    this.plan = plan;
    this.digest = digest;
    this.coding = coding;
    int[] sizes = coding.sizes();
    double sum = 0;
    for (Group group : plan.groups()) {
      List<Scope> own = group.tables().stream().map(table -> scope(sizes, table)).toList();
      scopes.add(own);
      SumOfNoise noise = noise(scopes.size() - 1, plan.honest());
      sum += (double) noise.cells();
      rhos.add(noise.rho(group.variance()));
    }
    if (sum > MOST_CELLS) {
      throw new RoundRefused(
          "The tables of the plan have more than %,d cells together. Name fewer or smaller ones."
              .formatted(MOST_CELLS));
    }
    cells = (int) sum;
    demandColumns(sizes.length);
    double allowed = Plan.rho(plan.epsilon(), plan.delta());
    if (rho() > allowed * (1 + ROUNDING)) {
      throw new RoundRefused(
          "The plan promises epsilon %s, but its noise is too small for that. Do not go on with it."
              .formatted(Limit.plain(plan.epsilon())));
    }
    if (withLessNoise() < allowed * (1 - ROUNDING)) {
      throw new RoundRefused(
          "The plan promises epsilon %s, but its noise is that of a smaller one: somebody has"
                  .formatted(Limit.plain(plan.epsilon()))
              + " changed one and not the other. Ask for the plan as it was made.");
    }
  }

  /// What it would cost with less variance by 1/16 in each group: too much, where the noise is the
  /// least that keeps the promise. Above all bounds where a group cannot have less.
  private double withLessNoise() {
    double rho = 0;
    for (int group = 0; group < scopes.size(); group++) {
      long variance = plan.groups().get(group).variance();
      rho +=
          variance == SumOfNoise.LEAST_VARIANCE
              ? Double.POSITIVE_INFINITY
              : noise(group, plan.honest()).rho(variance - 1);
    }
    return rho;
  }

  private SumOfNoise noise(int group, int honest) {
    long of = scopes.get(group).stream().mapToLong(Scope::cells).sum();
    return new SumOfNoise(honest, plan.mostOrganisations(), scopes.get(group).size(), of);
  }

  private static Scope scope(int[] sizes, List<Integer> table) {
    int[] columns = table.stream().mapToInt(Integer::intValue).toArray();
    if (columns[columns.length - 1] >= sizes.length || Scope.cells(sizes, columns) > Scope.MOST) {
      throw new RoundRefused(
          "The plan has a table of columns that the codebook does not have, or with more than %,d"
                  .formatted(Scope.MOST)
              + " cells.");
    }
    return Scope.of(sizes, columns);
  }

  private void demandColumns(int width) {
    boolean all =
        !plan.groups().isEmpty()
            && plan.groups().getFirst().step() == Step.COLUMNS
            && plan.groups()
                .getFirst()
                .tables()
                .equals(IntStream.range(0, width).mapToObj(List::of).toList());
    if (!all) {
      throw new RoundRefused("A plan has each column by itself first, in the codebook's order.");
    }
  }

  /// A plan as it was handed out, under a codebook.
  ///
  /// @param file the bytes of the plan
  /// @throws RoundRefused when it is none, is for another codebook, or does not keep what it
  ///   promises
  public static Round of(byte[] file, Codebook codebook) {
    Plan plan = Plan.read(file);
    demandPublic(codebook);
    if (!plan.codebook().equals(CodebookText.digest(codebook))) {
      throw new RoundRefused(
          "The plan is for another codebook than this one. Ask for the one that was agreed on.");
    }
    return new Round(plan, Sha256.hex(file), new Coding(codebook));
  }

  /// A draft was read off one member's list; handing it around tells of that list.
  static void demandPublic(Codebook codebook) {
    if (codebook.domains() != Codebook.Domains.PUBLIC) {
      throw new RoundRefused(
          "The codebook was read off one list, and tells all others which values are in it. Agree on"
              + " values that everybody knows, and change \"domains\" to \"PUBLIC\".");
    }
  }

  /// What all agreed on.
  public Plan plan() {
    return plan;
  }

  /// The plan's SHA-256, 64 hexadecimal digits.
  public String digest() {
    return digest;
  }

  /// Between cells of lists and codes.
  public Coding coding() {
    return coding;
  }

  /// The lists that the sum is over.
  public Lists lists() {
    return new Lists(plan.members().size(), plan.mostOrganisations(), plan.honest());
  }

  /// The tables of a group of the plan.
  List<Scope> scopes(int group) {
    return scopes.get(group);
  }

  /// What a group of the plan costs.
  public double rho(int group) {
    return rhos.get(group);
  }

  /// What all of it costs.
  public double rho() {
    return rhos.stream().mapToDouble(Double::doubleValue).sum();
  }

  /// What it costs where one member's noise alone is left: of all others, each told the rest what
  /// it added.
  public double rhoOfOne() {
    double rho = 0;
    for (int group = 0; group < scopes.size(); group++) {
      rho += noise(group, 1).rho(plan.groups().get(group).variance());
    }
    return rho;
  }

  /// Of all tables together.
  public int cells() {
    return cells;
  }

  /// The member with these keys.
  ///
  /// @throws RoundRefused when there is none
  public Member own(SecretKeys keys) {
    return plan.members().stream()
        .filter(keys::isOf)
        .findFirst()
        .orElseThrow(
            () ->
                new RoundRefused(
                    "Your own key is not in the plan. Either it is the plan of others, or somebody"
                        + " put another key in its place: ask, by voice, before you go on."));
  }
}
