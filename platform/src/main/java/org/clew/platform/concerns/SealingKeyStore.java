package org.clew.platform.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.database.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `sealing_key`, inside the organisation the work is bound to.
@Component
final class SealingKeyStore {

  /// One key pair of the organisation; its private half is wrapped.
  record Row(UUID id, Octets publicKey, Octets wrappedPrivateKey, LocalDate madeOn) {}

  private final JdbcClient sql;

  SealingKeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Row> current() {
    return sql.sql(
            "select id, public_key, wrapped_private_key, made_on from sealing_key where not retired")
        .query((row, _) -> row(row))
        .optional();
  }

  Optional<Row> find(UUID id) {
    return sql.sql(
            "select id, public_key, wrapped_private_key, made_on from sealing_key where id = :id")
        .param("id", id)
        .query((row, _) -> row(row))
        .optional();
  }

  /// Adds a key unless another server has just added the organisation's first.
  void insert(OrganisationId organisation, Row key) {
    sql.sql(
            """
            insert into sealing_key
              (id, organisation_id, public_key, wrapped_private_key, made_on)
            values (:id, :organisation, :publicKey, :wrapped, :madeOn)
            on conflict (organisation_id) where not retired do nothing
            """)
        .param("id", key.id())
        .param("organisation", organisation.value())
        .param("publicKey", key.publicKey().bytes())
        .param("wrapped", key.wrappedPrivateKey().bytes())
        .param("madeOn", key.madeOn())
        .update();
  }

  void retireCurrent() {
    sql.sql("update sealing_key set retired = true where not retired").update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        Octets.of(row.getBytes("public_key")),
        Octets.of(row.getBytes("wrapped_private_key")),
        row.getObject("made_on", LocalDate.class));
  }
}
