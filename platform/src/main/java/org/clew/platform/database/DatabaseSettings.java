package org.clew.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data are.
///
/// @param data the folder for everything Clew keeps: database, passwords, keys
/// @param programs where PostgreSQL's own programs are unpacked; `programs` in the data folder when
///   not given
/// @param database an external PostgreSQL; without an address Clew starts its own
@ConfigurationProperties("clew")
public record DatabaseSettings(
    @DefaultValue("data") Path data, @Nullable Path programs, @DefaultValue External database) {

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
      @DefaultValue("10") int poolSize) {}
}
