package org.clew.disclosure.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;

/// A release as an account has it: the account before it, and after.
///
/// @param after with one entry more, what was told
public record Booked(Account before, Account after) {

  /// What was booked.
  ///
  /// @throws IllegalArgumentException when the last entry is of something written
  public Booked {
    if (!(after.entries().getLast().entry() instanceof Entry.Told)) {
      throw new IllegalArgumentException("What was told comes last.");
    }
  }

  /// What was booked.
  public Entry.Told told() {
    return (Entry.Told) after.entries().getLast().entry();
  }

  /// As what it was booked.
  public Witness witness() {
    return new Witness(after.opening().id(), after.entries().getLast().number(), after.digest());
  }

  /// What it means, in words a caseworker understands.
  public List<String> sentences() {
    List<String> out = new ArrayList<>();
    Limit limit = after.opening().limit();
    out.add(
        "What is told of people is kept account of. All releases with noise that are booked there together tell no more of anybody than epsilon %s (delta %s). One person is %s."
            .formatted(Limit.plain(limit.epsilon()), chance(limit.delta()), after.unit()));
    out.add(standing());
    Set<Integer> without = before.earlierWithoutNoise(told().slice());
    if (!without.isEmpty()) {
      out.add(
          "Some of the same people were in a release without noise before (entries %s). That limit says nothing of what it told, and nothing of what it tells together with this one."
              .formatted(without.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    after
        .opening()
        .by()
        .ifPresent(
            column ->
                out.add(
                    "People are divided by \"%s\"; this release is of %s. Of somebody who is registered twice, %swhose \"%s\" was corrected between two releases, more was told than the account says: up to that limit for each \"%s\" they have."
                        .formatted(
                            column,
                            told().slice().said(),
                            after.opening().person().isPresent()
                                ? "has rows with another \"%s\" in another list, or "
                                    .formatted(column)
                                : "or ",
                            column,
                            column)));
    return out;
  }

  private String standing() {
    if (told().isWithoutNoise()) {
      return "This release has no noise: the account knows of it, and no limit holds for what it tells.";
    }
    OptionalDouble fitting = after.fitting(told().slice(), after.opening().limit().delta());
    return "Before this release, what was told with noise of the people in it came to epsilon %s; now it is %s. %s"
        .formatted(
            epsilon(before),
            epsilon(after),
            fitting.isPresent()
                ? "Of the same people, epsilon %s may still be told."
                    .formatted(Limit.plain(fitting.getAsDouble()))
                : "Of the same people, nothing more may be told.");
  }

  private String epsilon(Account account) {
    return String.format(Locale.ROOT, "%.2f", account.epsilonTold(told().slice()));
  }

  static String chance(double delta) {
    return String.format(Locale.ROOT, "1 in %,d", Math.round(1 / delta));
  }

  /// For machines.
  public Json json() {
    var all = new LinkedHashMap<String, Json>();
    witness().write(all);
    after.opening().by().ifPresent(column -> all.put("by", Json.of(column)));
    all.put("slice", Json.of(List.copyOf(told().slice().values())));
    var limit = new LinkedHashMap<String, Json>();
    limit.put("epsilon", Json.of(after.opening().limit().epsilon()));
    limit.put("delta", Json.of(after.opening().limit().delta()));
    limit.put("rho", Json.of(after.opening().limit().rho()));
    all.put("limit", new Members(limit));
    all.put("before", standing(before));
    all.put("after", standing(after));
    all.put(
        "without_noise_before",
        new Items(
            before.earlierWithoutNoise(told().slice()).stream()
                .map(number -> Json.of((long) number))
                .toList()));
    return new Members(all);
  }

  private Json standing(Account account) {
    var members = new LinkedHashMap<String, Json>();
    members.put("rho_told", Json.of(account.told(told().slice())));
    members.put("epsilon_told", Json.of(account.epsilonTold(told().slice())));
    members.put("rho_left", Json.of(account.left(told().slice())));
    return new Members(members);
  }
}
