package org.clew.platform.database;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `key_check`.
@Component
final class KeyCheckStore {

  private final JdbcClient sql;

  KeyCheckStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<byte[]> fingerprint(String name) {
    return sql.sql("select fingerprint from key_check where name = :name")
        .param("name", name)
        .query(byte[].class)
        .optional();
  }

  /// The fingerprint that counts: the first one ever given.
  byte[] agree(String name, byte[] fingerprint) {
    sql.sql(
            """
            insert into key_check (name, fingerprint) values (:name, :fingerprint)
            on conflict (name) do nothing
            """)
        .param("name", name)
        .param("fingerprint", fingerprint)
        .update();
    return fingerprint(name).orElseThrow();
  }
}
