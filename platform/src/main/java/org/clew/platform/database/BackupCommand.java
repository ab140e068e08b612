package org.clew.platform.database;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// What `./clew backup FILE` and `./clew restore FILE` run: the settings of the server without the
/// server.
@EnableConfigurationProperties(DatabaseSettings.class)
final class BackupCommand implements ApplicationRunner {

  private static final String PASSPHRASE_FILE = "passphrase-file";

  private final DatabaseSettings settings;

  BackupCommand(DatabaseSettings settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) {
    try {
      new SpringApplicationBuilder(BackupCommand.class)
          .web(WebApplicationType.NONE)
          .run(arguments)
          .close();
    } catch (DatabaseRefused | BackupRefused _) {
      // StartFailure has said it.
      System.exit(1);
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    List<String> words = arguments.getNonOptionArgs();
    Path file = Path.of(words.getLast());
    switch (words.getFirst()) {
      case "backup" -> write(file, arguments);
      case "restore" -> restore(file, arguments);
      default -> throw new BackupRefused("Say backup or restore, and a file.");
    }
  }

  /// Nobody thinks up a passphrase for a file that cannot be.
  private void write(Path file, ApplicationArguments arguments) {
    BackupWriter.refuseUnwritable(file);
    backup(passphrase(arguments, true)).write(file);
    System.out.println("Everything is in " + file + " now, sealed under your passphrase.");
    System.out.println(
        "Keep it away from this machine, and the passphrase away from it: nobody can open it"
            + " without.");
  }

  private void restore(Path file, ApplicationArguments arguments) {
    BackupReader.refuseMissing(file);
    Backup.Existing existing =
        arguments.containsOption("yes") ? Backup.Existing.PUT_ASIDE : Backup.Existing.REFUSE;
    long rows = backup(passphrase(arguments, false)).restore(file, existing);
    System.out.println("Restored " + rows + " rows and the keys.");
  }

  private Backup backup(String passphrase) {
    return new Backup(settings, passphrase, InstantSource.system());
  }

  /// From a file, or from whoever sits at the terminal; never from the command line, which others
  /// on the machine can read.
  private static String passphrase(ApplicationArguments arguments, boolean twice) {
    List<String> given = arguments.getOptionValues(PASSPHRASE_FILE);
    if (given != null && !given.isEmpty()) {
      return firstLine(Path.of(given.getLast()));
    }
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(
                () ->
                    new BackupRefused(
                        "A backup is sealed under a passphrase. Say --passphrase-file FILE, or run"
                            + " this at a terminal, which asks for it."));
    String typed = typed(console, "Passphrase: ");
    if (twice && !typed.equals(typed(console, "The same again: "))) {
      throw new BackupRefused("The two passphrases are not the same. Nothing was written.");
    }
    return typed;
  }

  private static String firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException | UncheckedIOException e) {
      throw new BackupRefused("The passphrase could not be read from " + file + ".", e);
    }
  }

  private static String typed(Console console, String question) {
    char[] typed = console.readPassword("%s", question);
    return typed == null ? "" : new String(typed);
  }
}
