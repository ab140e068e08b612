package org.clew.disclosure.federated;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.clew.disclosure.EpsilonDelta;
import org.clew.disclosure.synthesis.Spent.Step;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;

/// What all members of a round agree on beforehand: who takes part, what is counted, with how much
/// noise, and what is promised for it.
///
/// @param round its id, 32 hexadecimal digits; no two rounds have one
/// @param codebook the SHA-256 of the codebook as this program writes it, 64 hexadecimal digits
/// @param members by their exchange keys, lower ones first
/// @param honest so many members at least are taken to add their noise as they should and to tell
///   nobody what they added
/// @param mostOrganisations in so many lists one person may be, at most
/// @param epsilon what is promised
/// @param delta likewise
/// @param groups the tables, each group with noise of its own
public record Plan(
    String round,
    String codebook,
    List<Member> members,
    int honest,
    int mostOrganisations,
    double epsilon,
    double delta,
    List<Group> groups) {

  /// With two members, each would learn the other's counts from the sum.
  public static final int FEWEST_MEMBERS = 3;

  /// The most members a round has.
  public static final int MOST_MEMBERS = 100;

  /// The most tables a round has.
  public static final int MOST_TABLES = 2_000;

  static final int ROUND_BYTES = 16;

  private static final String VERSION_NAME = "clew_federated_plan";
  private static final int DIGEST_BYTES = 32;

  /// Tables with noise of one variance.
  ///
  /// @param step what they are for: columns, pairs, triples or checking
  /// @param variance of the noise that each member adds to each cell, in sixteenths
  /// @param tables each by the numbers of its columns, in rising order
  public record Group(Step step, long variance, List<List<Integer>> tables) {
    /// Demands what can be measured.
    ///
    /// @throws RoundRefused when it cannot
    public Group {
      tables = tables.stream().map(List::copyOf).toList();
      if (tables.isEmpty() || !tables.stream().allMatch(table -> fits(step, table))) {
        throw new RoundRefused(
            "The plan has a group of %s that is empty, or a table there that is none."
                .formatted(words(step)));
      }
      if (variance < SumOfNoise.LEAST_VARIANCE || variance > SumOfNoise.MOST_VARIANCE) {
        throw new RoundRefused(
            "The plan has noise for %s that nothing is promised for.".formatted(words(step)));
      }
    }

    private static boolean fits(Step step, List<Integer> table) {
      for (int place = 0; place < table.size(); place++) {
        if (table.get(place) <= (place == 0 ? -1 : table.get(place - 1))) {
          return false;
        }
      }
      return switch (step) {
        case COLUMNS -> table.size() == 1;
        case PAIRS -> table.size() == 2;
        case TRIPLES -> table.size() == 3;
        case CHECKING -> table.size() == 2 || table.size() == 3;
        case CHOOSING_PAIRS, CHOOSING_TRIPLES -> false;
      };
    }

    private static String words(Step step) {
      return step.name().toLowerCase(Locale.ROOT);
    }
  }

  /// Demands what holds together.
  ///
  /// @throws RoundRefused when it does not
  public Plan {
    members = List.copyOf(members);
    groups = List.copyOf(groups);
    Keys.demandHex(round, ROUND_BYTES, "A round's id");
    Keys.demandHex(codebook, DIGEST_BYTES, "A codebook's digest");
    demandMembers(members);
    if (honest < 1 || honest >= members.size()) {
      throw new RoundRefused(
          "So many members at least add their noise as they should: from 1 to %d, one fewer than"
                  .formatted(members.size() - 1)
              + " there are, because each of them knows what it added itself.");
    }
    if (mostOrganisations < 1 || mostOrganisations > members.size()) {
      throw new RoundRefused(
          "One person is in 1 list at least and in %d, of all members, at most."
              .formatted(members.size()));
    }
    rho(epsilon, delta);
    demandTables(groups);
  }

  private static void demandMembers(List<Member> members) {
    if (members.size() < FEWEST_MEMBERS || members.size() > MOST_MEMBERS) {
      throw new RoundRefused(
          "A round has %d members at least, and %d at most. With two, each could take its own counts"
                  .formatted(FEWEST_MEMBERS, MOST_MEMBERS)
              + " from the sum and have the other's.");
    }
    demandOnce(members, Member::name, "name");
    demandOnce(members, Member::exchangeKey, "key");
    demandOnce(members, Member::signatureKey, "key");
    for (int i = 1; i < members.size(); i++) {
      if (members.get(i - 1).exchangeKey().compareTo(members.get(i).exchangeKey()) > 0) {
        throw new RoundRefused("The members of a plan stand in the order of their keys.");
      }
    }
  }

  private static void demandOnce(List<Member> members, Function<Member, String> part, String what) {
    Set<String> seen = new HashSet<>();
    for (Member member : members) {
      if (!seen.add(part.apply(member))) {
        throw new RoundRefused(
            "Two members have one %s, %s among them. Each organisation takes part once."
                .formatted(what, member.name()));
      }
    }
  }

  private static void demandTables(List<Group> groups) {
    Set<List<Integer>> seen = new HashSet<>();
    Step last = null;
    for (Group group : groups) {
      if (last != null && group.step().compareTo(last) <= 0) {
        throw new RoundRefused("The groups of a plan stand in their order, each once.");
      }
      last = group.step();
      for (List<Integer> table : group.tables()) {
        if (!seen.add(table)) {
          throw new RoundRefused("The plan has a table twice.");
        }
      }
    }
    if (seen.size() > MOST_TABLES) {
      throw new RoundRefused("A plan has %,d tables at most.".formatted(MOST_TABLES));
    }
  }

  /// What may be spent for a promise.
  ///
  /// @throws RoundRefused when it is none that means something
  static double rho(double epsilon, double delta) {
    try {
      return new EpsilonDelta(epsilon, delta).rho();
    } catch (IllegalArgumentException e) {
      throw new RoundRefused(String.valueOf(e.getMessage()));
    }
  }

  /// As it is handed out: the bytes of this, in UTF-8, are what a round is bound to.
  public String written() {
    var all = new LinkedHashMap<String, Json>();
    all.put(VERSION_NAME, Json.of(1));
    all.put("round", Json.of(round));
    all.put("codebook", Json.of(codebook));
    all.put("members", new Items(members.stream().<Json>map(Member::json).toList()));
    all.put("honest", Json.of(honest));
    all.put("most_organisations", Json.of(mostOrganisations));
    all.put("epsilon", Json.of(epsilon));
    all.put("delta", Json.of(delta));
    all.put("groups", new Items(groups.stream().map(Plan::json).toList()));
    return new Members(all).written();
  }

  private static Json json(Group group) {
    var all = new LinkedHashMap<String, Json>();
    all.put("step", Json.of(group.step().name()));
    all.put("variance_of_each_in_sixteenths", Json.of(group.variance()));
    List<Json> tables = new ArrayList<>();
    for (List<Integer> table : group.tables()) {
      tables.add(new Items(table.stream().map(column -> Json.of((long) column)).toList()));
    }
    all.put("tables", new Items(tables));
    return new Members(all);
  }

  /// Reads what somebody handed out.
  ///
  /// @throws RoundRefused when it is none, or one that cannot be agreed to
  public static Plan read(byte[] bytes) {
    var all = Read.text(utf8(bytes), "A plan");
    all.demandVersion(VERSION_NAME);
    all.demandNames(
        Set.of(
            VERSION_NAME,
            "round",
            "codebook",
            "members",
            "honest",
            "most_organisations",
            "epsilon",
            "delta",
            "groups"));
    return new Plan(
        all.text("round"),
        all.text("codebook"),
        all.items("members").stream().map(Plan::member).toList(),
        small(all, "honest"),
        small(all, "most_organisations"),
        all.number("epsilon"),
        all.number("delta"),
        all.items("groups").stream().map(Plan::group).toList());
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new RoundRefused("It is no plan: a plan is a text in UTF-8.");
    }
  }

  private static int small(Read all, String name) {
    return Math.clamp(all.whole(name), -1, Integer.MAX_VALUE);
  }

  private static Member member(Json json) {
    var all = Read.members(json, "A member");
    all.demandNames(Set.of("name", "exchange_key", "signature_key"));
    return Member.of(all);
  }

  private static Group group(Json json) {
    var all = Read.members(json, "A group of tables");
    all.demandNames(Set.of("step", "variance_of_each_in_sixteenths", "tables"));
    List<List<Integer>> tables = new ArrayList<>();
    for (Json each : all.items("tables")) {
      if (!(each instanceof Items(List<Json> columns))) {
        throw new RoundRefused("A table is its columns' numbers in brackets.");
      }
      tables.add(columns.stream().map(Plan::column).toList());
    }
    return new Group(step(all.text("step")), all.whole("variance_of_each_in_sixteenths"), tables);
  }

  private static int column(Json json) {
    return Math.clamp(Read.whole(json, "tables"), -1, Integer.MAX_VALUE);
  }

  private static Step step(String named) {
    for (Step step : Step.values()) {
      if (step.name().equals(named)) {
        return step;
      }
    }
    throw new RoundRefused("A group of tables is COLUMNS, PAIRS, TRIPLES or CHECKING.");
  }
}
