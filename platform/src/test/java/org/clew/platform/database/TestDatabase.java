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
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One PostgreSQL for all tests of a JVM, and in it a fresh database for each application context,
/// reached the way an external server is reached.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final class Server {

    static final Path FOLDERS = makeFolders();
    static final Path DATA = FOLDERS.resolve("server");
    static final LocalPostgres POSTGRES = start();

    static {
      // Once every application context is closed: none waits for a database that is gone.
      SpringApplication.getShutdownHandlers()
          .add(
              () -> {
                POSTGRES.close();
                try {
                  PostgresBinaries.deleteTree(FOLDERS);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }

    private static Path makeFolders() {
      try {
        return Files.createTempDirectory("clew-test");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// A folder that is gone when the tests are.
    static Path makeFolder(String name) {
      try {
        return Files.createTempDirectory(FOLDERS, name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static LocalPostgres start() {
      try {
        return LocalPostgres.start(PreparedData.copyTo(DATA), PreparedData.PROGRAMS);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String url = create();
    Path passwords = Server.DATA.resolve("passwords");
    TestPropertyValues.of(
            "clew.folder=" + Server.makeFolder("clew"),
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
          case SUPERUSER -> Server.POSTGRES.superuser();
        };
    return new DatabaseLogin(url, login.user(), login.password());
  }

  /// The roles of a database.
  public enum Role {
    OWNER,
    APPLICATION,
    SUPERUSER
  }
}
