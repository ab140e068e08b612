package org.clew.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `invitation`, inside the organisation the work is bound to.
@Component
final class InvitationStore {

  private final JdbcClient sql;
  private final InstantSource clock;

  InvitationStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Puts an invitation in the place of any older one of the same person.
  void put(Invitation invitation, byte @Nullable [] secretHash) {
    sql.sql("delete from invitation where person_id = :person")
        .param("person", invitation.person().value())
        .update();
    sql.sql(
            """
            insert into invitation
              (id, organisation_id, person_id, kind, secret_hash, asked_by, agreed_by, expires_at)
            values
              (:id, :organisation, :person, :kind, :secret, :askedBy, null, :expiresAt)
            """)
        .param("id", invitation.id())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("person", invitation.person().value())
        .param("kind", invitation.kind().name())
        .param("secret", secretHash, Types.BINARY)
        .param("askedBy", invitation.askedBy().value())
        .param("expiresAt", invitation.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Writes down the second person's consent to a reset, and the link that follows from it; false
  /// when it is not theirs to give, or one of the two came for it.
  boolean agree(PersonId person, PersonId agreedBy, byte[] secretHash, Instant expiresAt) {
    return sql.sql(
                """
                update invitation
                set agreed_by = :agreedBy, secret_hash = :secret, expires_at = :expiresAt
                where person_id = :person and kind = 'RESET' and agreed_by is null
                  and asked_by <> :agreedBy and person_id <> :agreedBy and expires_at > :now
                  and 2 = (
                    select count(*) from person
                    where id in (asked_by, :agreedBy)
                      and created_at <= invitation.expires_at - make_interval(secs => :before))
                """)
            .param("agreedBy", agreedBy.value())
            .param("secret", secretHash)
            .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
            .param("person", person.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("before", Invitations.VALID.plus(Invitations.KNOWN).toSeconds())
            .update()
        == 1;
  }

  Optional<Invitation> bySecret(byte[] secretHash) {
    return sql.sql(
            """
            select id, person_id, kind, asked_by, secret_hash is not null as linked, expires_at
            from invitation
            where secret_hash = :secret and expires_at > :now
            """)
        .param("secret", secretHash)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) -> invitation(row))
        .optional();
  }

  List<Invitation> all() {
    return sql.sql(
            """
            select id, person_id, kind, asked_by, secret_hash is not null as linked, expires_at
            from invitation where expires_at > :now
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) -> invitation(row))
        .list();
  }

  /// Uses an invitation up; false when somebody was quicker.
  boolean remove(UUID id) {
    return sql.sql("delete from invitation where id = :id").param("id", id).update() == 1;
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person_id", UUID.class)),
        Invitation.Kind.valueOf(row.getString("kind")),
        new PersonId(row.getObject("asked_by", UUID.class)),
        row.getBoolean("linked"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
