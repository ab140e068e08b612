package org.clew.platform.concerns;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `concern_receipt`. It belongs to no organisation: what a row points to can be read with
/// its receipt alone.
@Component
final class ReceiptStore {

  private final JdbcClient sql;

  ReceiptStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Octets tag, Octets pointer, LocalDate expiresOn) {
    sql.sql(
            """
            insert into concern_receipt (tag, pointer, expires_on)
            values (:tag, :pointer, :expiresOn)
            """)
        .param("tag", tag.bytes())
        .param("pointer", pointer.bytes())
        .param("expiresOn", expiresOn)
        .update();
  }

  Optional<Octets> pointer(Octets tag, LocalDate today) {
    return sql.sql("select pointer from concern_receipt where tag = :tag and expires_on >= :today")
        .param("tag", tag.bytes())
        .param("today", today)
        .query(byte[].class)
        .optional()
        .map(Octets::of);
  }

  void delete(Octets tag) {
    sql.sql("delete from concern_receipt where tag = :tag").param("tag", tag.bytes()).update();
  }

  int deleteExpired(LocalDate today) {
    return sql.sql("delete from concern_receipt where expires_on < :today")
        .param("today", today)
        .update();
  }
}
