package org.clew.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `database_use`.
@Component
final class DatabaseUseStore {

  private final JdbcClient sql;

  DatabaseUseStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The use that counts: the first one ever asked for.
  DatabaseUse.Kind agree(DatabaseUse.Kind asked) {
    sql.sql("insert into database_use (kind) values (:kind) on conflict (one) do nothing")
        .param("kind", asked.name())
        .update();
    return sql.sql("select kind from database_use").query(DatabaseUse.Kind.class).single();
  }
}
