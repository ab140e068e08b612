package org.clew.platform.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `mail_wanted`, `mail_round` and `mail_due`, inside the organisation the work is bound
/// to.
@Component
final class MailStore {

  /// A mail to somebody, and how often it was tried.
  record Due(PersonId person, int tries) {}

  private final JdbcClient sql;

  MailStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean isWanted() {
    return sql.sql("select wanted from mail_wanted").query(Boolean.class).optional().orElse(true);
  }

  void want(boolean wanted) {
    sql.sql(
            """
            insert into mail_wanted (organisation_id, wanted) values (:organisation, :wanted)
            on conflict (organisation_id) do update set wanted = :wanted
            """)
        .param("organisation", organisation().value())
        .param("wanted", wanted)
        .update();
  }

  /// Begins a round unless one is under way; that one is held until the transaction ends, so that
  /// no mail goes before what it is about can be seen.
  void beginRound(Instant dueAt) {
    sql.sql(
            """
            with held as (select organisation_id from mail_round for key share)
            insert into mail_round (organisation_id, due_at)
            select :organisation, :dueAt where not exists (select from held)
            on conflict (organisation_id) do nothing
            """)
        .param("organisation", organisation().value())
        .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Ends a round that is due; false when none is.
  boolean takeRound(Instant now) {
    return sql.sql("delete from mail_round where due_at <= :now")
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// Adds a mail for somebody, unless one waits already.
  void add(PersonId person, Instant dueAt) {
    sql.sql(
            """
            insert into mail_due (person_id, organisation_id, due_at)
            values (:person, :organisation, :dueAt)
            on conflict (person_id) do nothing
            """)
        .param("person", person.value())
        .param("organisation", organisation().value())
        .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Due> due(Instant now) {
    return sql.sql(
            """
            select person_id, tries from mail_due where due_at <= :now order by due_at, person_id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Due(new PersonId(row.getObject("person_id", UUID.class)), row.getInt("tries")))
        .list();
  }

  /// Counts a try and puts the next one off; false when somebody else was quicker.
  boolean claim(Due due, Instant nextTry) {
    return sql.sql(
                """
                update mail_due set tries = tries + 1, due_at = :nextTry
                where person_id = :person and tries = :tries
                """)
            .param("nextTry", nextTry.atOffset(ZoneOffset.UTC))
            .param("person", due.person().value())
            .param("tries", due.tries())
            .update()
        == 1;
  }

  void remove(PersonId person) {
    sql.sql("delete from mail_due where person_id = :person")
        .param("person", person.value())
        .update();
  }

  void removeAll() {
    sql.sql("delete from mail_round").update();
    sql.sql("delete from mail_due").update();
  }

  /// Mails that were tried and are not handed over.
  long failing() {
    return sql.sql("select count(*) from mail_due where tries > 0").query(Long.class).single();
  }

  private static OrganisationId organisation() {
    return Tenancy.current().orElseThrow();
  }
}
