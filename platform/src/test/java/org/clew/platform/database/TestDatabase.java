package org.clew.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One PostgreSQL for all tests of a JVM, and in it a fresh database for each application context,
/// reached the way an external server is reached.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final class Server {

    /// Unpacking PostgreSQL takes seconds, so the build keeps it from one run to the next.
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    static final Path DATA = temporaryFolder();
    static final LocalPostgres POSTGRES = LocalPostgres.start(DATA, PROGRAMS);

    static {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    POSTGRES.close();
                    try {
                      PostgresBinaries.deleteTree(DATA);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }));
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String url = create();
    Path passwords = Server.DATA.resolve("passwords");
    TestPropertyValues.of(
            "clew.data=" + temporaryFolder(),
            "clew.database.url=" + url,
            "clew.database.owner-password-file=" + passwords.resolve("clew_owner"),
            "clew.database.password-file=" + passwords.resolve("clew_app"))
        .applyTo(context);
  }

  /// A new, empty database; answers its JDBC address.
  public static String create() {
    String name = "t_" + NUMBER.incrementAndGet();
    DatabaseLogin superuser = Server.POSTGRES.superuser();
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner " + LocalPostgres.OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url = LocalPostgres.url(Server.POSTGRES.port(), name);
    try (Connection connection =
            DriverManager.getConnection(url, superuser.user(), superuser.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create schema clew authorization " + LocalPostgres.OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url;
  }

  /// How a role reaches a database made by `create`.
  public static DatabaseLogin login(String url, Role role) {
    DatabaseLogin login =
        switch (role) {
          case OWNER -> Server.POSTGRES.owner();
          case APPLICATION -> Server.POSTGRES.application();
        };
    return new DatabaseLogin(url, login.user(), login.password());
  }

  /// The two roles of a database.
  public enum Role {
    OWNER,
    APPLICATION
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("clew-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
