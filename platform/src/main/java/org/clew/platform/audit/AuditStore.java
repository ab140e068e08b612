package org.clew.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.ListAsk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `audit_event`, inside the organisation the work is bound to.
@Component
final class AuditStore {

  private static final String WHERE =
      """
      from audit_event e
      where (:person::uuid is null or person_id = :person)
        and (:deed::text is null or deed = :deed)
        and (:kind::text is null or subject_kind = :kind)
        and (:subject::uuid is null or subject_id = :subject)
        and (:day::date is null
          or at >= :day::date::timestamp at time zone 'UTC'
            and at < (:day::date + 1)::timestamp at time zone 'UTC')
      """;

  /// Things that stood in one list at one moment are one row, the last of them, unless one thing is
  /// asked about.
  private static final String FOLDED =
      WHERE
          + """
            and (deed <> 'LISTED' or :subject::uuid is not null or not exists (
              select from audit_event next
              where next.sequence = e.sequence + 1 and next.at = e.at
                and next.person_id = e.person_id and next.deed = e.deed
                and next.subject_kind = e.subject_kind))
            """;

  /// No list shows more at once.
  private static final int MOST_FOLDED = 1_000;

  private static final int FETCH_SIZE = 1_000;

  private final JdbcClient sql;

  AuditStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Until the transaction ends nobody else adds to this organisation's chain.
  void lockChain() {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:chain, 0))")
        .param("chain", "audit " + organisation())
        .query((_, _) -> true)
        .single();
  }

  Optional<AuditEvent> last() {
    return sql.sql(
            """
            select sequence, at, person_id, deed, subject_kind, subject_id, hash
            from audit_event order by sequence desc limit 1
            """)
        .query((row, _) -> event(row))
        .optional();
  }

  /// Reads the whole chain without holding it in memory; runs in a transaction.
  void chain(Consumer<AuditEvent> reader) {
    sql.sql(
            """
            select sequence, at, person_id, deed, subject_kind, subject_id, hash
            from audit_event order by sequence
            """)
        .withFetchSize(FETCH_SIZE)
        .query((RowCallbackHandler) row -> reader.accept(event(row)));
  }

  /// Adds what one person did at one moment, in one go.
  void insert(List<AuditEvent> events) {
    AuditEvent first = events.getFirst();
    sql.sql(
            """
            insert into audit_event
              (organisation_id, sequence, at, person_id, deed, subject_kind, subject_id, hash)
            select :organisation, sequence, :at, :person, deed, kind, subject, hash
            from unnest(:sequences::bigint[], :deeds::text[], :kinds::text[], :subjects::uuid[],
                        :hashes::text[]) as new (sequence, deed, kind, subject, hash)
            """)
        .param("organisation", organisation().value())
        .param("at", first.at().atOffset(ZoneOffset.UTC))
        .param("person", first.person().value())
        .param("sequences", events.stream().map(AuditEvent::sequence).toArray(Long[]::new))
        .param("deeds", events.stream().map(e -> e.deed().name()).toArray(String[]::new))
        .param("kinds", events.stream().map(e -> e.subject().kind().name()).toArray(String[]::new))
        .param("subjects", events.stream().map(e -> e.subject().id()).toArray(UUID[]::new))
        .param("hashes", events.stream().map(AuditEvent::hash).toArray(String[]::new))
        .update();
  }

  List<AuditEvent> find(AuditFilter filter) {
    return filtered(
            "select sequence, at, person_id, deed, subject_kind, subject_id, hash "
                + WHERE
                + " order by sequence desc limit :size offset :from",
            filter)
        .param("size", ListAsk.PAGE_ROWS)
        .param("from", (long) filter.page() * ListAsk.PAGE_ROWS)
        .query((row, _) -> event(row))
        .list();
  }

  /// The same without pages and without holding them in memory; runs in a transaction.
  void each(AuditFilter filter, Consumer<AuditEvent> reader) {
    filtered(
            "select sequence, at, person_id, deed, subject_kind, subject_id, hash "
                + WHERE
                + " order by sequence desc",
            filter)
        .withFetchSize(FETCH_SIZE)
        .query((RowCallbackHandler) row -> reader.accept(event(row)));
  }

  long count(AuditFilter filter) {
    return filtered("select count(*) " + WHERE, filter).query(Long.class).single();
  }

  /// Like [#find], with what stood in one list at one moment as one row.
  List<FoldedEvent> folded(AuditFilter filter) {
    return filtered(
            """
            select sequence, at, person_id, deed, subject_kind, subject_id, hash,
              case when deed <> 'LISTED' or :subject::uuid is not null then 0 else (
                select count(*) from audit_event other
                where other.sequence < e.sequence and other.sequence > e.sequence - :most
                  and other.at = e.at and other.person_id = e.person_id and other.deed = e.deed
                  and other.subject_kind = e.subject_kind) end as more
            """
                + FOLDED
                + " order by sequence desc limit :size offset :from",
            filter)
        .param("most", MOST_FOLDED)
        .param("size", ListAsk.PAGE_ROWS)
        .param("from", (long) filter.page() * ListAsk.PAGE_ROWS)
        .query((row, _) -> new FoldedEvent(event(row), row.getInt("more")))
        .list();
  }

  long countFolded(AuditFilter filter) {
    return filtered("select count(*) " + FOLDED, filter).query(Long.class).single();
  }

  private JdbcClient.StatementSpec filtered(String statement, AuditFilter filter) {
    return sql.sql(statement)
        .param("person", filter.person(), Types.OTHER)
        .param("deed", name(filter.deed()), Types.VARCHAR)
        .param("kind", name(filter.kind()), Types.VARCHAR)
        .param("subject", filter.subject(), Types.OTHER)
        .param("day", filter.day(), Types.DATE);
  }

  private static @Nullable String name(@Nullable Enum<?> code) {
    return code == null ? null : code.name();
  }

  private static OrganisationId organisation() {
    return Tenancy.current().orElseThrow();
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        row.getLong("sequence"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getObject("person_id", UUID.class)),
        Deed.valueOf(row.getString("deed")),
        new Subject(
            Subject.Kind.valueOf(row.getString("subject_kind")),
            row.getObject("subject_id", UUID.class)),
        row.getString("hash"));
  }
}
