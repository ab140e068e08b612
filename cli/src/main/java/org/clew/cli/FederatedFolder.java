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

  /// A folder with a file for each round.
  private static final String ANSWERED = "answered";

  private final SecretKeys keys;
  private final SecretFolder answered;

  private FederatedFolder(SecretKeys keys, SecretFolder answered) {
    this.keys = keys;
    this.answered = answered;
  }

  /// The folder, and the keys in it, made where there are none.
  ///
  /// @throws Ending when others may open it, or it is not whole
  static FederatedFolder make(Path place) {
    SecretFolder folder = SecretFolder.make(place);
    if (!Files.exists(folder.file(KEYS))) {
      // Keys come last: where they are, it is known which rounds were answered with them.
      SecretFolder.make(folder.file(ANSWERED));
      OutFile.secret(folder.file(KEYS), SecretKeys.fresh().encoded());
    }
    return open(place);
  }

  /// The folder as it is.
  ///
  /// @throws Ending when there is none, others may open it, or it is not whole
  static FederatedFolder open(Path place) {
    SecretFolder folder = SecretFolder.open(place, "It is made by join.");
    SecretKeys keys = keys(folder);
    return new FederatedFolder(
        keys,
        SecretFolder.open(
            folder.file(ANSWERED),
            "It says which rounds were answered, and a second answer to one gives the list away."
                + " Join anew, with another --state, and have the round planned anew."));
  }

  private static SecretKeys keys(SecretFolder folder) {
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

  SecretKeys keys() {
    return keys;
  }

  /// Two answers to one round have the same masks: their difference is in clear, but for the noise.
  ///
  /// @throws Ending when the round was answered before
  void demandNew(Round round) {
    if (Files.exists(answered.file(round.plan().round()))) {
      throw answeredBefore();
    }
  }

  /// Writes down that a round is answered, before it is; of two commands at once, one comes first.
  /// It is on the disk then, and is never taken back.
  ///
  /// @throws Ending when it was written down before, or cannot be
  void answer(Round round) {
    try {
      answered.mark(round.plan().round());
    } catch (FileAlreadyExistsException _) {
      throw answeredBefore();
    } catch (IOException _) {
      throw Ending.badInput(
          "%s cannot be written, so that nobody would know that the round is answered. Is there room, and is it a disk of this machine?"
              .formatted(answered));
    }
  }

  private static Ending answeredBefore() {
    return Ending.badInput(
        "This round was answered from this folder before, and a round is answered once: two answers"
            + " give the list away. Send that file again; if it is lost, have the round planned"
            + " anew.");
  }
}
