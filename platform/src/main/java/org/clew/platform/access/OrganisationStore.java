package org.clew.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clew.platform.database.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `organisation`.
@Component
final class OrganisationStore {

  private final JdbcClient sql;
  private final InstantSource clock;

  OrganisationStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(Organisation organisation) {
    sql.sql(
            """
            insert into organisation (id, name, countries, receives_concerns, on_duty, created_at)
            values (:id, :name, :countries, :receivesConcerns, :onDuty, :createdAt)
            """)
        .param("id", organisation.id().value())
        .param("name", organisation.name())
        .param("countries", organisation.countries().toArray(String[]::new))
        .param("receivesConcerns", organisation.receivesConcerns())
        .param("onDuty", organisation.onDuty())
        .param("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(Organisation organisation) {
    sql.sql(
            """
            update organisation
            set name = :name, countries = :countries, receives_concerns = :receivesConcerns,
                on_duty = :onDuty
            where id = :id
            """)
        .param("id", organisation.id().value())
        .param("name", organisation.name())
        .param("countries", organisation.countries().toArray(String[]::new))
        .param("receivesConcerns", organisation.receivesConcerns())
        .param("onDuty", organisation.onDuty())
        .update();
  }

  List<Organisation> all() {
    return sql.sql(
            """
            select id, name, countries, receives_concerns, on_duty from organisation order by name
            """)
        .query((row, _) -> organisation(row))
        .list();
  }

  Optional<Organisation> find(OrganisationId id) {
    return sql.sql(
            """
            select id, name, countries, receives_concerns, on_duty from organisation where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> organisation(row))
        .optional();
  }

  private static Organisation organisation(ResultSet row) throws SQLException {
    return new Organisation(
        new OrganisationId(row.getObject("id", java.util.UUID.class)),
        row.getString("name"),
        Arrays.asList((String[]) row.getArray("countries").getArray()),
        row.getBoolean("receives_concerns"),
        row.getBoolean("on_duty"));
  }
}
