package org.clew.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.disclosure.federated.Round;
import org.clew.disclosure.federated.RoundRefused;
import org.clew.disclosure.federated.SecretKeys;

/// What an organisation keeps of federated totals: its keys, and which rounds it has answered.
/// Nothing about anybody on its list.
final class FederatedFolder {

  private static final String KEYS = "keys";

  private final SecretFolder folder;

  private FederatedFolder(SecretFolder folder) {
    this.folder = folder;
  }

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

  /// Two answers to one round have the same masks: their difference is in clear, but for the noise.
  ///
  /// @throws Ending when the round was answered before
  void demandNew(Round round) {
    if (Files.exists(answered(round))) {
      throw answeredBefore();
    }
  }

  /// Writes down that a round is answered, before it is; of two commands at once, one comes first.
  ///
  /// @throws Ending when it was written down before
  void answer(Round round) {
    try {
      Files.createFile(answered(round), OutFile.OWNER_ONLY);
    } catch (FileAlreadyExistsException _) {
      throw answeredBefore();
    } catch (IOException _) {
      throw Ending.badInput(
          "%s cannot be written, so that nobody would know that the round is answered. Is there room?"
              .formatted(answered(round)));
    }
  }

  /// It was not answered, after all.
  void takeBack(Round round) {
    try {
      Files.deleteIfExists(answered(round));
    } catch (IOException _) {
      // Then it counts as answered.
    }
  }

  private Path answered(Round round) {
    return folder.file("answered-" + round.plan().round());
  }

  private static Ending answeredBefore() {
    return Ending.badInput(
        "This round was answered from this folder before, and a round is answered once: two answers"
            + " give the list away. Send that file again; if it is lost, have the round planned"
            + " anew.");
  }
}
