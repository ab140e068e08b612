package org.clew.platform.concerns;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `server_key_check`.
@Component
final class ServerKeyStore {

  private final JdbcClient sql;

  ServerKeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Octets> fingerprint() {
    return sql.sql("select fingerprint from server_key_check")
        .query(byte[].class)
        .optional()
        .map(Octets::of);
  }

  /// The fingerprint that counts: the first one ever given.
  Octets agree(Octets fingerprint) {
    sql.sql(
            """
            insert into server_key_check (fingerprint) values (:fingerprint)
            on conflict (only_one) do nothing
            """)
        .param("fingerprint", fingerprint.bytes())
        .update();
    return fingerprint().orElseThrow();
  }
}
