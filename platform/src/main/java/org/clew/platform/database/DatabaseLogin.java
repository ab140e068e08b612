package org.clew.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// How one role reaches a database.
///
/// @param url a JDBC address
/// @param user the role
/// @param password its password; never printed
public record DatabaseLogin(String url, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /// The address without what may follow a question mark, where people put passwords.
  String address() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  @Override
  public String toString() {
    return user + " at " + address();
  }
}
