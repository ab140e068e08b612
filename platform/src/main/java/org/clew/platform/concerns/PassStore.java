package org.clew.platform.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `concern_pass`, inside the organisation the work is bound to.
@Component
final class PassStore {

  /// A concern that may go on.
  ///
  /// @param there the place it will have; kept from the question on, so that passing on twice
  ///   passes on once
  record Asked(Pointer there, PassAsked.Consent consent) {}

  /// A concern that went.
  record Gone(LocalDate on, OrganisationId recipient, PersonId by) {}

  private final JdbcClient sql;

  PassStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Asks, or asks anew: what was answered before counts no more.
  void ask(ConcernId concern, Pointer there, LocalDate expiresOn) {
    sql.sql(
            """
            insert into concern_pass (concern_id, organisation_id, recipient, there, expires_on)
            values (:concern, :organisation, :recipient, :there, :expiresOn)
            on conflict (concern_id) do update
            set recipient = :recipient, there = :there, consent = 'ASKED'
            """)
        .param("concern", concern.value())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("recipient", there.organisation().value())
        .param("there", there.concern().value())
        .param("expiresOn", expiresOn)
        .update();
  }

  Optional<Asked> find(ConcernId concern) {
    return sql.sql(
            """
            select recipient, there, consent from concern_pass
            where concern_id = :concern and there is not null
            """)
        .param("concern", concern.value())
        .query((row, _) -> asked(row))
        .optional();
  }

  void answer(ConcernId concern, PassAsked.Consent consent) {
    sql.sql("update concern_pass set consent = :consent where concern_id = :concern")
        .param("consent", consent.name())
        .param("concern", concern.value())
        .update();
  }

  void gone(ConcernId concern, Octets wayOn, LocalDate on, PersonId by) {
    sql.sql(
            """
            update concern_pass
            set there = null, way_on = :wayOn, passed_on = :on, passed_by = :by
            where concern_id = :concern
            """)
        .param("wayOn", wayOn.bytes())
        .param("on", on)
        .param("by", by.value())
        .param("concern", concern.value())
        .update();
  }

  /// The way to where a concern went, sealed to its reporter.
  Optional<Octets> wayOn(ConcernId concern) {
    return sql.sql(
            "select way_on from concern_pass where concern_id = :concern and way_on is not null")
        .param("concern", concern.value())
        .query(byte[].class)
        .optional()
        .map(Octets::of);
  }

  /// The latest that went, latest first.
  List<Gone> gone(int most) {
    return sql.sql(
            """
            select passed_on, recipient, passed_by from concern_pass where way_on is not null
            order by passed_on desc, concern_id limit :most
            """)
        .param("most", most)
        .query((row, _) -> gone(row))
        .list();
  }

  void delete(ConcernId concern) {
    sql.sql("delete from concern_pass where concern_id = :concern")
        .param("concern", concern.value())
        .update();
  }

  int deleteExpired(LocalDate today) {
    return sql.sql("delete from concern_pass where expires_on < :today")
        .param("today", today)
        .update();
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        new Pointer(
            new OrganisationId(row.getObject("recipient", UUID.class)),
            new ConcernId(row.getObject("there", UUID.class))),
        PassAsked.Consent.valueOf(row.getString("consent")));
  }

  private static Gone gone(ResultSet row) throws SQLException {
    return new Gone(
        row.getObject("passed_on", LocalDate.class),
        new OrganisationId(row.getObject("recipient", UUID.class)),
        new PersonId(row.getObject("passed_by", UUID.class)));
  }
}
