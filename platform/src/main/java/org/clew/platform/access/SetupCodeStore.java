package org.clew.platform.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `setup_code`.
@Component
final class SetupCodeStore {

  private final JdbcClient sql;
  private final InstantSource clock;

  SetupCodeStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(byte[] hash, Instant expiresAt) {
    sql.sql("insert into setup_code (hash, expires_at) values (:hash, :expiresAt)")
        .param("hash", hash)
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean knows(byte[] hash) {
    return sql.sql("select count(*) from setup_code where hash = :hash and expires_at > :now")
            .param("hash", hash)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        > 0;
  }

  void remove(byte[] hash) {
    sql.sql("delete from setup_code where hash = :hash").param("hash", hash).update();
  }
}
