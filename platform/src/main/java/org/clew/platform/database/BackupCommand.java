package org.clew.platform.database;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// What `./clew backup FILE` and `./clew restore FILE` run: the settings of the server without the
/// server.
@EnableConfigurationProperties(DatabaseSettings.class)
final class BackupCommand implements ApplicationRunner {

  private final Backup backup;

  BackupCommand(DatabaseSettings settings) {
    backup = new Backup(settings, InstantSource.system());
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
      case "backup" -> {
        backup.write(file);
        System.out.println("Everything is in " + file + " now.");
        System.out.println(
            "It holds every record and the keys that open sealed reports. Keep it like the keys"
                + " themselves: encrypted, and away from this machine.");
      }
      case "restore" -> {
        long rows =
            backup.restore(
                file,
                arguments.containsOption("yes")
                    ? Backup.Existing.PUT_ASIDE
                    : Backup.Existing.REFUSE);
        System.out.println("Restored " + rows + " rows and the keys.");
      }
      default -> throw new BackupRefused("Say backup or restore, and a file.");
    }
  }
}
