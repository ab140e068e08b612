package org.clew.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the parts of `release federated` are told, and no part anything that has no effect there.
final class FederatedOptions {

  /// By what is to be done, the options that have an effect on it.
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "join", Set.of("--name", "--out", "--state"),
          "plan",
              Set.of(
                  "--codebook",
                  "--epsilon",
                  "--delta",
                  "--most-organisations",
                  "--honest",
                  "--tables",
                  "--out"),
          "check", Set.of("--codebook", "--state", "--fingerprint"),
          "contribute",
              Accounting.with(
                  "--plan",
                  "--codebook",
                  "--fingerprint",
                  "--state",
                  "--out",
                  "--delimiter",
                  "--encoding"),
          "total", Set.of("--plan", "--codebook", "--out", "--longest", "--least"));

  private static final Set<String> ALL =
      OPTIONS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private FederatedOptions() {}

  /// @param words what is to be done, and what stands after it
  /// @throws Ending when there is no such part, or no such option of it
  static Arguments read(List<String> words) {
    String known = "federated knows join, plan, check, contribute and total";
    if (words.isEmpty()) {
      throw Ending.usage(known + ".");
    }
    String what = words.getFirst();
    if (!OPTIONS.containsKey(what)) {
      throw Ending.usage("%s, not %s.".formatted(known, what));
    }
    Arguments arguments = Arguments.read(words.subList(1, words.size()), ALL, Set.of());
    for (String option : ALL.stream().sorted().toList()) {
      if (arguments.has(option) && !OPTIONS.get(what).contains(option)) {
        throw Ending.usage("%s takes no %s: it would have no effect.".formatted(what, option));
      }
    }
    return arguments;
  }
}
