package org.clew.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Runs other programs to their end.
final class Programs {

  private Programs() {}

  /// A command behind what has to stand before it.
  static List<String> with(List<String> prefix, String... command) {
    return Stream.concat(prefix.stream(), Stream.of(command)).toList();
  }

  /// Runs a command.
  ///
  /// @throws IOException with what it said, when it fails
  static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  static boolean succeeds(List<String> command) {
    try {
      run(command);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
