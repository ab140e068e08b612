package org.clew.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells each connection, as it is taken from the pool, for which organisation: whom the pool lent
/// it to before is forgotten. Without a binding it is told "nobody".
final class TenantDataSource extends DelegatingDataSource implements AutoCloseable {

  private final HikariDataSource pool;

  TenantDataSource(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try (PreparedStatement tell =
        connection.prepareStatement("select set_config('clew.organisation', ?, false)")) {
      tell.setString(1, Tenancy.current().map(OrganisationId::toString).orElse(""));
      tell.execute();
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLException("the application has one login");
  }
}
