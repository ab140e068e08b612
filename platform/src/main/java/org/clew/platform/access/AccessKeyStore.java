package org.clew.platform.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `access_key_check`.
@Component
final class AccessKeyStore {

  private final JdbcClient sql;

  AccessKeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<byte[]> fingerprint() {
    return sql.sql("select fingerprint from access_key_check").query(byte[].class).optional();
  }

  /// The fingerprint that counts: the first one ever given.
  byte[] agree(byte[] fingerprint) {
    sql.sql(
            """
            insert into access_key_check (fingerprint) values (:fingerprint)
            on conflict (only_one) do nothing
            """)
        .param("fingerprint", fingerprint)
        .update();
    return fingerprint().orElseThrow();
  }
}
