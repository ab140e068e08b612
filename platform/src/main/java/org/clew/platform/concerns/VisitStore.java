package org.clew.platform.concerns;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `concern_visit`. Visits belong to no organisation.
@Component
final class VisitStore {

  private final JdbcClient sql;

  VisitStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Octets id, Octets sealed, Instant goneAfter) {
    sql.sql("insert into concern_visit (id, sealed, gone_after) values (:id, :sealed, :after)")
        .param("id", id.bytes())
        .param("sealed", sealed.bytes())
        .param("after", goneAfter.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Octets> find(Octets id) {
    return sql.sql("select sealed from concern_visit where id = :id")
        .param("id", id.bytes())
        .query(byte[].class)
        .optional()
        .map(Octets::of);
  }

  /// Until the transaction ends nobody else goes on with this visit.
  Optional<Octets> lock(Octets id) {
    return sql.sql("select sealed from concern_visit where id = :id for update")
        .param("id", id.bytes())
        .query(byte[].class)
        .optional()
        .map(Octets::of);
  }

  void update(Octets id, Octets sealed, Instant goneAfter) {
    sql.sql("update concern_visit set sealed = :sealed, gone_after = :after where id = :id")
        .param("id", id.bytes())
        .param("sealed", sealed.bytes())
        .param("after", goneAfter.atOffset(ZoneOffset.UTC))
        .update();
  }

  void delete(Octets id) {
    sql.sql("delete from concern_visit where id = :id").param("id", id.bytes()).update();
  }

  int deleteGone(Instant now) {
    return sql.sql("delete from concern_visit where gone_after < :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
