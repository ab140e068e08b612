package org.clew.platform.concerns;

import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `concern_retention`, inside the organisation the work is bound to.
@Component
final class RetentionStore {

  private final JdbcClient sql;

  RetentionStore(JdbcClient sql) {
    this.sql = sql;
  }

  int days() {
    return sql.sql("select days from concern_retention")
        .query(Integer.class)
        .optional()
        .orElse(Limits.RETENTION_DAYS);
  }

  void set(int days) {
    sql.sql(
            """
            insert into concern_retention (organisation_id, days) values (:organisation, :days)
            on conflict (organisation_id) do update set days = :days
            """)
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("days", days)
        .update();
  }
}
