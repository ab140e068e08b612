package org.clew.platform.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `password`, `authenticator` and `recovery_code`, inside the organisation the work is
/// bound to.
@Component
final class CredentialStore {

  private final JdbcClient sql;
  private final InstantSource clock;

  CredentialStore(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// The hash of the password of somebody who is not kept out.
  Optional<String> passwordHash(PersonId person) {
    return sql.sql(
            """
            select hash from password
            where person_id = :person
              and exists (select from person where id = :person and not blocked)
            """)
        .param("person", person.value())
        .query(String.class)
        .optional();
  }

  Optional<Instant> passwordChangedAt(PersonId person) {
    return sql.sql("select changed_at from password where person_id = :person")
        .param("person", person.value())
        .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  void setPassword(PersonId person, String hash) {
    sql.sql(
            """
            insert into password (person_id, organisation_id, hash, changed_at)
            values (:person, :organisation, :hash, :now)
            on conflict (person_id) do update set hash = :hash, changed_at = :now
            """)
        .param("person", person.value())
        .param("organisation", organisation().value())
        .param("hash", hash)
        .param("now", now())
        .update();
  }

  Optional<byte[]> sealedAuthenticator(PersonId person) {
    return sql.sql("select sealed_secret from authenticator where person_id = :person")
        .param("person", person.value())
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  void setAuthenticator(PersonId person, byte[] sealedSecret, long lastStep) {
    sql.sql(
            """
            insert into authenticator
              (person_id, organisation_id, sealed_secret, last_step, added_at)
            values (:person, :organisation, :sealed, :step, :now)
            on conflict (person_id) do update
              set sealed_secret = :sealed, last_step = :step, added_at = :now
            """)
        .param("person", person.value())
        .param("organisation", organisation().value())
        .param("sealed", sealedSecret)
        .param("step", lastStep)
        .param("now", now())
        .update();
  }

  /// Uses up a time step; false when it, or a later one, was used before.
  boolean useStep(PersonId person, long step) {
    return sql.sql(
                """
                update authenticator set last_step = :step
                where person_id = :person and last_step < :step
                """)
            .param("person", person.value())
            .param("step", step)
            .update()
        == 1;
  }

  void replaceRecoveryCodes(PersonId person, Collection<byte[]> hashes) {
    sql.sql("delete from recovery_code where person_id = :person")
        .param("person", person.value())
        .update();
    for (byte[] hash : hashes) {
      sql.sql(
              """
              insert into recovery_code (person_id, organisation_id, hash)
              values (:person, :organisation, :hash)
              """)
          .param("person", person.value())
          .param("organisation", organisation().value())
          .param("hash", hash)
          .update();
    }
  }

  /// Uses up a recovery code; false when there is none such.
  boolean useRecoveryCode(PersonId person, byte[] hash) {
    return sql.sql("delete from recovery_code where person_id = :person and hash = :hash")
            .param("person", person.value())
            .param("hash", hash)
            .update()
        == 1;
  }

  int recoveryCodesLeft(PersonId person) {
    return sql.sql("select count(*) from recovery_code where person_id = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /// Takes away everything somebody could sign in with.
  void removeAll(PersonId person) {
    sql.sql("delete from password where person_id = :person")
        .param("person", person.value())
        .update();
    sql.sql("delete from authenticator where person_id = :person")
        .param("person", person.value())
        .update();
    sql.sql("delete from passkey where person_id = :person")
        .param("person", person.value())
        .update();
    sql.sql("delete from recovery_code where person_id = :person")
        .param("person", person.value())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static OrganisationId organisation() {
    return Tenancy.current().orElseThrow();
  }
}
