package org.clew.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.disclosure.Sha256;
import org.clew.linkage.ExactKey;
import org.clew.linkage.psi.Bytes;
import org.clew.linkage.psi.MatchLimits;
import org.clew.linkage.psi.PrivateSet;

/// What `clew match` reads: the own list, now and again at the end, and the other side's messages.
final class MatchList {

  /// The columns that the output adds.
  static final List<String> OURS = List.of("matched_by", "match_reference");

  static final Set<String> VALUED =
      Stream.concat(
              InputOptions.VALUED.stream(), Stream.of("--state", "--out", "--rows", "--quota"))
          .collect(Collectors.toUnmodifiableSet());
  static final Set<String> FLAGS = Set.of(InputOptions.RENAME, "--changed-list");

  private static final int BUFFER = 1 << 16;

  private MatchList() {}

  /// The own list, ready to be matched.
  static PrivateSet set(Path list, Arguments arguments, Terminal terminal) {
    var options = new InputOptions(arguments);
    LinkInput input = options.read(List.of(list), OURS, terminal);
    String region = options.region();
    List<List<ExactKey>> keys =
        input.records().stream().map(record -> ExactKey.of(record, region)).toList();
    PrivateSet set = PrivateSet.of(keys);
    terminal.say(
        String.format(
            Locale.ROOT,
            "%,d of %,d rows give something to match by, up to %d keys each. The other side sees a"
                + " list of %,d.",
            keys.stream().filter(own -> !own.isEmpty()).count(),
            set.rows(),
            set.keysPerRecord(),
            set.slots()));
    return set;
  }

  /// The list of a run, read the way it was.
  ///
  /// @throws Ending when it is not the same any more
  static LinkInput again(MatchFolder.Kept kept, Terminal terminal) {
    if (!digest(kept.list()).equals(kept.digest())) {
      throw Ending.badInput(
          "%s is not the list that was matched any more. Put that one back."
              .formatted(kept.list()));
    }
    return new InputOptions(Arguments.read(kept.options(), VALUED, FLAGS))
        .read(List.of(kept.list()), OURS, terminal);
  }

  /// The options that say how the list is read, as words.
  static List<String> options(Arguments arguments) {
    var words = new ArrayList<String>();
    for (String option : InputOptions.VALUED.stream().sorted().toList()) {
      arguments.all(option).forEach(value -> words.add(option + "=" + value));
    }
    if (arguments.has(InputOptions.RENAME)) {
      words.add(InputOptions.RENAME);
    }
    return words;
  }

  /// A message of the other side, no more of it than the largest has.
  static Bytes message(Path file) {
    return Bytes.of(InFile.bytes(file, MatchLimits.MESSAGE_BYTES, "any message of this protocol"));
  }

  /// SHA-256 of a file.
  static Bytes digest(Path file) {
    MessageDigest sha256 = Sha256.begun();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
      }
    } catch (IOException _) {
      throw Ending.badInput("%s cannot be read any more. Put the list back.".formatted(file));
    }
    return Bytes.of(sha256.digest());
  }
}
