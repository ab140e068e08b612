package org.clew.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.clew.disclosure.Sha256;

/// Reads files that somebody else sent: no more of them than there can be.
final class InFile {

  /// 128 bits: whoever writes a message must not find two of one fingerprint.
  private static final int FINGERPRINT_DIGITS = 32;

  private InFile() {}

  /// All of a file.
  ///
  /// @param most bytes
  /// @param what it would be, for people: `any plan`
  /// @throws Ending when it is not there, cannot be read, or is larger
  static byte[] bytes(Path file, int most, String what) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Ending.badInput("%s is larger than %s.".formatted(file, what));
      }
      return bytes;
    } catch (NoSuchFileException _) {
      throw Ending.badInput("There is no file %s.".formatted(file));
    } catch (IOException _) {
      throw Ending.badInput(
          "%s cannot be read. Is it a file, and may you read it?".formatted(file));
    }
  }

  /// The first digits of a message's SHA-256, to be read out to each other.
  static String fingerprint(byte[] message) {
    return shown(Sha256.hex(message));
  }

  /// The fingerprint of what has this SHA-256.
  static String shown(String digest) {
    return digest.substring(0, FINGERPRINT_DIGITS).replaceAll("(....)(?=.)", "$1 ");
  }
}
