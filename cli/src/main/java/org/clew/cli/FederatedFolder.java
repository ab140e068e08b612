package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clew.disclosure.federated.Round;
import org.clew.disclosure.federated.RoundRefused;
import org.clew.disclosure.federated.SecretKeys;

/// What an organisation keeps of federated totals: its keys, and which rounds it has answered.
/// Nothing about anybody on its list.
final class FederatedFolder {

  private static final String KEYS = "keys";
  private static final String ROUNDS = "rounds";
  private static final String TITLE = "clew-federated-rounds 1";

  private final SecretFolder folder;

  private FederatedFolder(SecretFolder folder) {
    this.folder = folder;
  }

  /// A round that was answered.
  ///
  /// @param day on which, UTC
  /// @param id of the round
  record Answered(LocalDate day, String id) {}

  /// The folder, made where there is none.
  ///
  /// @throws Ending when others may open it
  static FederatedFolder make(Path folder) {
    return new FederatedFolder(SecretFolder.make(folder));
  }

  /// The folder as it is.
  ///
  /// @throws Ending when there is none, or others may open it
  static FederatedFolder open(Path folder) {
    return new FederatedFolder(SecretFolder.open(folder, "It is made by join."));
  }

  /// The keys, made where there are none.
  SecretKeys keysOrFresh() {
    if (!Files.exists(folder.file(KEYS))) {
      OutFile.secret(folder.file(KEYS), SecretKeys.fresh().encoded());
    }
    return keys();
  }

  /// The keys.
  ///
  /// @throws Ending when there are none, or they are damaged
  SecretKeys keys() {
    if (!Files.exists(folder.file(KEYS))) {
      throw Ending.badInput(
          "There are no keys in %s. If they are lost, join anew, and have the round planned anew."
              .formatted(folder));
    }
    try {
      return SecretKeys.decode(folder.read(KEYS));
    } catch (RoundRefused e) {
      throw Ending.badInput("%s: %s".formatted(folder.file(KEYS), e.sentence()));
    }
  }

  /// The rounds that were answered, oldest first.
  List<Answered> answered() {
    if (!Files.exists(folder.file(ROUNDS))) {
      return List.of();
    }
    List<String> lines =
        new String(folder.read(ROUNDS), StandardCharsets.US_ASCII).lines().toList();
    try {
      if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
        throw new IllegalArgumentException("No such file");
      }
      return lines.subList(1, lines.size()).stream().map(FederatedFolder::line).toList();
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Ending.badInput(
          ("%s is damaged. Without it nobody can say which rounds were answered, and one that is"
                  + " answered twice lays the list open: join anew in another folder.")
              .formatted(folder.file(ROUNDS)));
    }
  }

  private static Answered line(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[0].equals("round")) {
      throw new IllegalArgumentException("No such line");
    }
    return new Answered(LocalDate.parse(words[1]), words[2]);
  }

  /// Two answers to one round have the same masks: their difference is in clear, but for the noise.
  ///
  /// @throws Ending when the round was answered before
  void demandNew(Round round) {
    for (Answered each : answered()) {
      if (each.id().equals(round.plan().round())) {
        throw Ending.badInput(
            ("This round was answered on %s, and a round is answered once: two answers give the list"
                    + " away. Send that file again; if it is lost, have the round planned anew.")
                .formatted(each.day()));
      }
    }
  }

  /// Writes down that a round is answered, before it is.
  void keep(List<Answered> before, Round round) {
    List<Answered> all = new ArrayList<>(before);
    all.add(new Answered(LocalDate.now(ZoneOffset.UTC), round.plan().round()));
    keep(all);
  }

  /// Writes down which rounds were answered.
  void keep(List<Answered> answered) {
    var text = new StringBuilder(TITLE).append('\n');
    for (Answered each : answered) {
      text.append("round %s %s\n".formatted(each.day(), each.id()));
    }
    OutFile.secret(folder.file(ROUNDS), text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
