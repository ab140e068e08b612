package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clew.linkage.psi.Bytes;
import org.clew.linkage.psi.Randomness;

/// What passed with one partner: when, in which run, and what their list was bound to. Nothing
/// about anybody on a list.
///
/// @param salt of the commitments to the own lists, secret
/// @param runs oldest first
record MatchPartner(Bytes salt, List<Past> runs) {

  /// Days that a quota is for, and during which a list is expected to stay.
  static final int DAYS = 30;

  private static final String TITLE = "clew-match-partner 1";
  private static final int SALT_BYTES = 32;

  /// @param day on which it began, UTC
  /// @param id of the run
  /// @param theirs their commitment, once it is known
  record Past(LocalDate day, String id, Optional<String> theirs) {}

  MatchPartner {
    runs = List.copyOf(runs);
  }

  static MatchPartner unknown() {
    return new MatchPartner(Bytes.of(Randomness.secure().bytes(SALT_BYTES)), List.of());
  }

  /// @throws Ending when as many runs began within the last days
  void demandQuota(LocalDate today, int quota) {
    long recent = runs.stream().filter(run -> isRecent(run, today)).count();
    if (recent >= quota) {
      throw Ending.badInput(
          ("%d runs with this partner began within %d days, and %d are allowed: many answers about"
                  + " lists that differ a little give single people away. --quota N allows more.")
              .formatted(recent, DAYS, quota));
    }
  }

  /// @throws Ending when an offer of the same run was answered before
  void demandNew(String id) {
    if (runs.stream().anyMatch(run -> run.id().equals(id))) {
      throw Ending.badInput("This offer was answered before. Ask for a new one.");
    }
  }

  /// @throws Ending when the partner's list is another than in the last run of these days
  void demandSameList(LocalDate today, String id, Bytes theirs) {
    runs.stream()
        .filter(run -> isRecent(run, today) && !run.id().equals(id))
        .flatMap(run -> run.theirs().stream())
        .reduce((_, last) -> last)
        .filter(last -> !last.equals(theirs.hex()))
        .ifPresent(
            _ -> {
              throw Ending.badInput(
                  ("The other side's list is not the one of the last run, less than %d days ago. A"
                          + " list that is changed a little between runs can give single people"
                          + " away. Ask them; --changed-list goes on.")
                      .formatted(DAYS));
            });
  }

  private static boolean isRecent(Past run, LocalDate today) {
    return run.day().isAfter(today.minusDays(DAYS));
  }

  /// With what is known of a run now.
  MatchPartner with(LocalDate today, String id, Optional<Bytes> theirs) {
    var all = new ArrayList<Past>();
    runs.stream().filter(run -> !run.id().equals(id)).forEach(all::add);
    LocalDate day =
        runs.stream().filter(run -> run.id().equals(id)).map(Past::day).findFirst().orElse(today);
    all.add(new Past(day, id, theirs.map(Bytes::hex)));
    return new MatchPartner(salt, all);
  }

  byte[] encoded() {
    var text = new StringBuilder(TITLE).append("\nsalt ").append(salt.hex()).append('\n');
    for (Past run : runs) {
      text.append("run %s %s %s\n".formatted(run.day(), run.id(), run.theirs().orElse("-")));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /// @throws Ending when it is damaged
  static MatchPartner read(Path file, byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.US_ASCII).lines().toList();
    try {
      if (lines.size() < 2 || !lines.get(0).equals(TITLE) || !lines.get(1).startsWith("salt ")) {
        throw new IllegalArgumentException("No such file");
      }
      Bytes salt = Bytes.of(HexFormat.of().parseHex(lines.get(1).substring("salt ".length())));
      return new MatchPartner(
          salt, lines.subList(2, lines.size()).stream().map(MatchPartner::past).toList());
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Ending.badInput(
          ("%s is damaged. Without it nobody can say how often this partner asked; if you move it"
                  + " away, the folder begins anew.")
              .formatted(file));
    }
  }

  private static Past past(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 4 || !words[0].equals("run")) {
      throw new IllegalArgumentException("No such line");
    }
    Optional<String> theirs = words[3].equals("-") ? Optional.empty() : Optional.of(words[3]);
    return new Past(LocalDate.parse(words[1]), words[2], theirs);
  }
}
