package org.clew.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data are.
///
/// @param folder where everything Clew keeps is: database, passwords, keys. (Not `data`: the
///   environment's `CLEW_DATA` names the public data for tests.)
/// @param programs where PostgreSQL's own programs are unpacked; `programs` in the data folder when
///   not given
/// @param database an external PostgreSQL; without an address Clew starts its own
@ConfigurationProperties("clew")
public record DatabaseSettings(
    @DefaultValue("data") Path folder, @Nullable Path programs, @DefaultValue External database) {

  /// Whether the database is somebody else's to run.
  boolean external() {
    return !database.url().isEmpty();
  }

  /// How the owner reaches the external database.
  DatabaseLogin ownerLogin() {
    return new DatabaseLogin(
        database.url(), database.ownerUser(), password(database.ownerPasswordFile()));
  }

  /// How the application reaches the external database.
  DatabaseLogin applicationLogin() {
    return new DatabaseLogin(database.url(), database.user(), password(database.passwordFile()));
  }

  private static String password(@Nullable Path file) {
    if (file == null) {
      throw new DatabaseRefused(
          "An external database needs two password files: set CLEW_DATABASE_OWNER_PASSWORD_FILE"
              + " and CLEW_DATABASE_PASSWORD_FILE.");
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DatabaseRefused("The password file " + file + " cannot be read.", e);
    }
  }

  /// An external PostgreSQL, version 16 or newer. Passwords are given as files, so that they stand
  /// in no process list and no environment dump.
  ///
  /// @param url its JDBC address
  /// @param ownerUser the role that owns the tables and runs migrations
  /// @param ownerPasswordFile the file that holds its password
  /// @param user the application's role; must own nothing and must not bypass row-level security
  /// @param passwordFile the file that holds its password
  /// @param poolSize how many connections the application may hold
  public record External(
      @DefaultValue("") String url,
      @DefaultValue("clew_owner") String ownerUser,
      @Nullable Path ownerPasswordFile,
      @DefaultValue("clew_app") String user,
      @Nullable Path passwordFile,
      @DefaultValue("10") int poolSize) {

    public External {
      if (poolSize < 1) {
        throw new DatabaseRefused("The setting CLEW_DATABASE_POOL_SIZE needs to be 1 or more.");
      }
    }
  }
}
