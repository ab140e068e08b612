package org.clew.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over contacts, the statements made in them, and the facts these speak of.
@Component
final class StatementStore {

  private final JdbcClient sql;

  StatementStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Contact> contacts(CaseId id) {
    return sql.sql(
            """
            select id, channel, began_at, time_precision, minutes, concern_id, recorded_by,
                   recorded_at
            from contact where case_id = :case order by began_at desc, recorded_at desc, id
            """)
        .param("case", id.value())
        .query((row, _) -> contact(row))
        .list();
  }

  void insert(CaseId id, Contact contact) {
    sql.sql(
            """
            insert into contact
              (id, organisation_id, case_id, channel, began_at, time_precision, minutes, concern_id,
               recorded_by, recorded_at)
            values (:id, :organisation, :case, :channel, :began, :precision, :minutes, :concern, :by,
                    :at)
            """)
        .param("id", contact.id().value())
        .param("organisation", organisation())
        .param("case", id.value())
        .param("channel", contact.channel().name())
        .param("began", Rows.moment(contact.began()))
        .param("precision", contact.precision().name())
        .param("minutes", contact.minutes(), Types.INTEGER)
        .param("concern", contact.concern(), Types.OTHER)
        .param("by", contact.recordedBy().value())
        .param("at", Rows.moment(contact.recordedAt()))
        .update();
  }

  List<Statement> statements(CaseId id) {
    Map<PartId, List<StatementChange>> changes =
        changes(id).stream().collect(Collectors.groupingBy(StatementChange::statement));
    return sql.sql(
            """
            select s.id, s.contact_id, s.speaker, s.participant_id, s.words, s.facts, s.surety,
                   s.version, s.recorded_by,
                   array(select m.part_id from mention m where m.statement_id = s.id) as mentions
            from statement s where s.case_id = :case order by s.recorded_at, s.id
            """)
        .param("case", id.value())
        .query((row, _) -> statement(row, changes))
        .list();
  }

  void insert(CaseId id, Statement statement, java.time.Instant now) {
    sql.sql(
            """
            insert into statement
              (id, organisation_id, case_id, contact_id, speaker, participant_id, words, facts,
               surety, recorded_by, recorded_at)
            values (:id, :organisation, :case, :contact, :speaker, :participant, :words, :facts,
                    :surety, :by, :now)
            """)
        .param("id", statement.id().value())
        .param("organisation", organisation())
        .param("case", id.value())
        .param("contact", statement.contact().value())
        .param("speaker", statement.speaker().name())
        .param("participant", Rows.value(statement.participant()), Types.OTHER)
        .param("words", statement.words())
        .param("facts", Rows.names(statement.facts()), Types.ARRAY)
        .param("surety", statement.surety().name())
        .param("by", statement.recordedBy().value())
        .param("now", Rows.moment(now))
        .update();
    mention(id, statement.id(), statement.mentions());
  }

  void mention(CaseId id, PartId statement, Collection<PartId> parts) {
    for (PartId part : parts) {
      sql.sql(
              """
              insert into mention (organisation_id, case_id, statement_id, part_id)
              values (:organisation, :case, :statement, :part)
              on conflict do nothing
              """)
          .param("organisation", organisation())
          .param("case", id.value())
          .param("statement", statement.value())
          .param("part", part.value())
          .update();
    }
  }

  /// Saves words, facts and surety if nobody did since; answers whether it did.
  boolean change(CaseId id, Statement statement) {
    return sql.sql(
                """
                update statement
                set words = :words, facts = :facts, surety = :surety, version = version + 1
                where id = :id and case_id = :case and version = :version
                """)
            .param("id", statement.id().value())
            .param("case", id.value())
            .param("version", statement.version())
            .param("words", statement.words())
            .param("facts", Rows.names(statement.facts()), Types.ARRAY)
            .param("surety", statement.surety().name())
            .update()
        == 1;
  }

  void insert(CaseId id, StatementChange change) {
    sql.sql(
            """
            insert into statement_change
              (id, organisation_id, case_id, statement_id, surety_before, surety_after, words_before,
               facts_before, reason, undone, changed_by, changed_at)
            values (:id, :organisation, :case, :statement, :before, :after, :words, :facts, :reason,
                    :undone, :by, :at)
            """)
        .param("id", change.id().value())
        .param("organisation", organisation())
        .param("case", id.value())
        .param("statement", change.statement().value())
        .param("before", change.before().name())
        .param("after", change.after().name())
        .param("words", change.wordsBefore(), Types.VARCHAR)
        .param("facts", Rows.namesOrNone(change.factsBefore()), Types.ARRAY)
        .param("reason", change.reason())
        .param("undone", change.undone())
        .param("by", change.by().value())
        .param("at", Rows.moment(change.at()))
        .update();
  }

  void markUndone(PartId change) {
    sql.sql("update statement_change set undone = true where id = :id")
        .param("id", change.value())
        .update();
  }

  List<StandingFact> facts(CaseId id) {
    return sql
        .sql("select fact, statements, corroborated from case_fact where case_id = :case")
        .param("case", id.value())
        .query(
            (row, _) ->
                new StandingFact(
                    Fact.valueOf(row.getString("fact")),
                    row.getInt("statements"),
                    row.getInt("corroborated")))
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(StandingFact::fact))
        .toList();
  }

  private List<StatementChange> changes(CaseId id) {
    return sql.sql(
            """
            select id, statement_id, surety_before, surety_after, words_before, facts_before, reason,
                   undone, changed_by, changed_at
            from statement_change where case_id = :case order by changed_at, id
            """)
        .param("case", id.value())
        .query((row, _) -> change(row))
        .list();
  }

  private static UUID organisation() {
    return Tenancy.current().orElseThrow().value();
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        Rows.part(row, "id"),
        Channel.valueOf(row.getString("channel")),
        Rows.at(row, "began_at"),
        Precision.valueOf(row.getString("time_precision")),
        row.getObject("minutes", Integer.class),
        row.getObject("concern_id", UUID.class),
        new PersonId(row.getObject("recorded_by", UUID.class)),
        Rows.at(row, "recorded_at"));
  }

  private static Statement statement(ResultSet row, Map<PartId, List<StatementChange>> changes)
      throws SQLException {
    PartId id = Rows.part(row, "id");
    return new Statement(
        id,
        Rows.part(row, "contact_id"),
        Speaker.valueOf(row.getString("speaker")),
        Rows.partOrNone(row, "participant_id"),
        row.getString("words"),
        Rows.codes(row, "facts", Fact::valueOf),
        Surety.valueOf(row.getString("surety")),
        Rows.parts(row, "mentions"),
        changes.getOrDefault(id, List.of()),
        new PersonId(row.getObject("recorded_by", UUID.class)),
        row.getInt("version"));
  }

  private static StatementChange change(ResultSet row) throws SQLException {
    return new StatementChange(
        Rows.part(row, "id"),
        Rows.part(row, "statement_id"),
        Surety.valueOf(row.getString("surety_before")),
        Surety.valueOf(row.getString("surety_after")),
        row.getString("words_before"),
        row.getArray("facts_before") == null
            ? null
            : Rows.codes(row, "facts_before", Fact::valueOf),
        row.getString("reason"),
        row.getBoolean("undone"),
        new PersonId(row.getObject("changed_by", UUID.class)),
        Rows.at(row, "changed_at"));
  }
}
