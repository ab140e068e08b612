package org.clew.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.clew.meaning.Meaning;
import org.clew.meaning.MeaningUnavailable;

/// The model of meaning, loaded without leaving anything behind: its library is unpacked into a
/// folder of its own, which is meant to be gone when the machine ends, but commands end by [Exit]
/// before that. What is loaded needs its file no longer.
final class LoadedModel {

  /// It would tell of every step that fails; the last is told by us.
  private static final Logger LIBRARY = Logger.getLogger("ai.onnxruntime");

  private LoadedModel() {}

  /// @throws Ending when it cannot be run here
  static Meaning meaning() {
    LIBRARY.setLevel(Level.OFF);
    try {
      return Meaning.load();
    } catch (MeaningUnavailable e) {
      throw Ending.badInput(
          ("The model of meaning cannot be run here: it needs Linux (x86-64 or ARM, glibc) or macOS"
                  + " (ARM), and 25 MB in %s, from where libraries may be run. For another folder:"
                  + " JDK_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER. (%s)")
              .formatted(System.getProperty("java.io.tmpdir"), said(e)));
    } finally {
      forgetLibrary();
    }
  }

  private static String said(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  /// The folder's name is known to who made it alone.
  private static void forgetLibrary() {
    try {
      var made =
          Class.forName("ai.onnxruntime.OnnxRuntime", false, Meaning.class.getClassLoader())
              .getDeclaredField("tempDirectory");
      made.setAccessible(true);
      if (made.get(null) instanceof Path folder && Files.isDirectory(folder)) {
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(folder)) {
          for (Path library : libraries) {
            Files.deleteIfExists(library);
          }
        }
        Files.deleteIfExists(folder);
      }
    } catch (ReflectiveOperationException | IOException _) {
      // It stays in the folder for what is temporary.
    }
  }
}
