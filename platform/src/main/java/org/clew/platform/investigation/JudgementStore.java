package org.clew.platform.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clew.linkage.Verdict;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `judgement`, inside the organisation the work is bound to.
@Component
final class JudgementStore {

  private static final String SELECT =
      """
      select id, left_id, right_id, verdict, reason, judged_by, judged_at, undone_at
      from judgement
      """;

  private final JdbcClient sql;

  JudgementStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Until the end of the transaction nobody else judges in the organisation: who judges the same
  /// two at the same moment finds what was judged.
  void lock() {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:judging, 0))")
        .param("judging", "judgement " + Tenancy.current().orElseThrow())
        .query((_, _) -> 0)
        .single();
  }

  void insert(Judged judged) {
    sql.sql(
            """
            insert into judgement
              (id, organisation_id, left_id, right_id, verdict, reason, judged_by, judged_at)
            values (:id, :organisation, :left, :right, :verdict, :reason, :by, :at)
            """)
        .param("id", judged.id().value())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("left", judged.left().value())
        .param("right", judged.right().value())
        .param("verdict", judged.verdict().name())
        .param("reason", judged.reason())
        .param("by", judged.by().value())
        .param("at", judged.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void undo(JudgementId id, PersonId by, Instant at) {
    sql.sql(
            """
            update judgement set undone_by = :by, undone_at = :at
            where id = :id and undone_at is null
            """)
        .param("id", id.value())
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Judged> find(JudgementId id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query((row, _) -> judged(row))
        .optional();
  }

  Optional<Judged> inForce(RecordId left, RecordId right) {
    return sql.sql(SELECT + " where left_id = :left and right_id = :right and undone_at is null")
        .param("left", left.value())
        .param("right", right.value())
        .query((row, _) -> judged(row))
        .optional();
  }

  /// The judgements in force about any of the records.
  List<Judged> about(Collection<RecordId> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            SELECT
                + """
                where undone_at is null
                  and (left_id = any(:records) or right_id = any(:records))
                order by judged_at, id
                """)
        .param("records", records.stream().map(RecordId::value).toArray(UUID[]::new))
        .query((row, _) -> judged(row))
        .list();
  }

  /// The judgements in force that one of the records and another are one, both of which are there:
  /// what was judged about a record that is gone binds nothing.
  List<Judged> same(Collection<RecordId> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            SELECT
                + """
                where undone_at is null and verdict = 'SAME'
                  and (left_id = any(:records) or right_id = any(:records))
                  and exists (select 1 from record where record.id = judgement.left_id)
                  and exists (select 1 from record where record.id = judgement.right_id)
                order by judged_at, id
                """)
        .param("records", records.stream().map(RecordId::value).toArray(UUID[]::new))
        .query((row, _) -> judged(row))
        .list();
  }

  /// All judgements ever made about a record, the latest first.
  List<Judged> history(RecordId record) {
    return sql.sql(
            SELECT
                + """
                where left_id = :record or right_id = :record
                order by judged_at desc, id desc limit 100
                """)
        .param("record", record.value())
        .query((row, _) -> judged(row))
        .list();
  }

  private static Judged judged(ResultSet row) throws SQLException {
    return new Judged(
        new JudgementId(row.getObject("id", UUID.class)),
        new RecordId(row.getObject("left_id", UUID.class)),
        new RecordId(row.getObject("right_id", UUID.class)),
        Verdict.valueOf(row.getString("verdict")),
        row.getString("reason"),
        new PersonId(row.getObject("judged_by", UUID.class)),
        null,
        row.getObject("judged_at", OffsetDateTime.class).toInstant(),
        moment(row.getObject("undone_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
