package org.clew.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clew.linkage.psi.Bytes;
import org.clew.linkage.psi.Run;
import org.clew.linkage.psi.RunFile;

/// The folder of private matching with one partner: the run under way, which is secret and deleted
/// when it is over, and what passed before. Only its owner may open it.
final class MatchFolder {

  private static final String RUN = "run";
  private static final String PARTNER = "partner";

  /// The run under way, and the list it is about.
  ///
  /// @param list where the own list is
  /// @param digest of its bytes
  /// @param options how it is read
  /// @param run where this side stands
  record Kept(Path list, Bytes digest, List<String> options, Run run) {
    Kept {
      options = List.copyOf(options);
    }

    Kept at(Run next) {
      return new Kept(list, digest, options, next);
    }
  }

  private final SecretFolder folder;

  private MatchFolder(SecretFolder folder) {
    this.folder = folder;
  }

  /// The folder, made where there is none.
  ///
  /// @throws Ending when others may open it
  static MatchFolder make(Path folder) {
    return new MatchFolder(SecretFolder.make(folder));
  }

  /// The folder as it is.
  ///
  /// @throws Ending when there is none, or others may open it
  static MatchFolder open(Path folder) {
    return new MatchFolder(SecretFolder.open(folder, "It is made by offer and by respond."));
  }

  private Path runFile() {
    return folder.file(RUN);
  }

  private Path partnerFile() {
    return folder.file(PARTNER);
  }

  /// What passed before with this partner.
  MatchPartner partner() {
    return Files.exists(partnerFile())
        ? MatchPartner.read(partnerFile(), folder.read(PARTNER))
        : MatchPartner.unknown();
  }

  void keep(MatchPartner partner) {
    OutFile.secret(partnerFile(), OutFile.Over.ORDINARY_FILE, partner.encoded());
  }

  /// The run under way.
  Optional<Kept> kept() {
    return Files.exists(runFile()) ? Optional.of(decode(folder.read(RUN))) : Optional.empty();
  }

  /// @throws Ending when there is none
  Kept demandKept() {
    return kept()
        .orElseThrow(() -> Ending.badInput("No run is under way in %s.".formatted(folder)));
  }

  /// @throws Ending when there is one
  void demandNone() {
    if (Files.exists(runFile())) {
      throw Ending.badInput(
          ("A run is under way in %s; one folder is for one partner and one run at a time."
                  + " match status says where it stands, match abandon gives it up.")
              .formatted(folder));
    }
  }

  void keep(Kept kept) {
    OutFile.secret(runFile(), OutFile.Over.ORDINARY_FILE, encoded(kept));
  }

  /// Forgets the run.
  void forget() {
    try {
      Files.deleteIfExists(runFile());
    } catch (IOException _) {
      throw Ending.badInput("%s cannot be deleted. Delete it yourself.".formatted(runFile()));
    }
  }

  private static byte[] encoded(Kept kept) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(kept.list().toString());
      out.writeUTF(kept.digest().hex());
      out.writeInt(kept.options().size());
      for (String option : kept.options()) {
        out.writeUTF(option);
      }
      out.write(RunFile.encoded(kept.run()).array());
    } catch (IOException e) {
      throw new UncheckedIOException("An array takes every byte", e);
    }
    return bytes.toByteArray();
  }

  private Kept decode(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Path list = Arguments.path(in.readUTF());
      Bytes digest = Bytes.of(HexFormat.of().parseHex(in.readUTF()));
      int count = in.readInt();
      List<String> options = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        options.add(in.readUTF());
      }
      return new Kept(list, digest, options, RunFile.decode(Bytes.of(in.readAllBytes())));
    } catch (IOException | IllegalArgumentException _) {
      throw Ending.badInput(
          "%s is damaged. Give the run up with match abandon, and begin again."
              .formatted(runFile()));
    }
  }
}
