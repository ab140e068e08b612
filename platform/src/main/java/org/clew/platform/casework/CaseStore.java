package org.clew.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.access.PersonId;
import org.clew.platform.access.Reach;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over cases, their numbers and turns, inside the organisation the work is bound to and within
/// the reach of who asks.
@Component
final class CaseStore {

  private static final String HEAD =
      """
      select f.id, f.reference, f.title, f.status, f.closure_reason, f.next_action, f.next_due_at,
             f.opened_by, f.opened_at, f.changed_at, f.version,
             array(select a.person_id from case_assignment a where a.case_id = f.id) as assigned
      from case_file f
      """;

  private static final String FILTER =
      """
      where clew.case_within_reach(f.id, :reach, :me)
        and (:status::text is null or f.status = :status)
        and (:open::boolean is null or (f.status in ('ACTIVE', 'FOLLOW_UP')) = :open)
        and (:mine::boolean is null or f.opened_by = :me or exists (
              select from case_assignment a where a.case_id = f.id and a.person_id = :me))
      """;

  private final JdbcClient sql;

  CaseStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The next number of a year, counted in the organisation.
  int nextNumber(int year) {
    return sql.sql(
            """
            insert into case_number (organisation_id, year, last) values (:organisation, :year, 1)
            on conflict (organisation_id, year) do update set last = case_number.last + 1
            returning last
            """)
        .param("organisation", organisation())
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  void insert(CaseHead head) {
    sql.sql(
            """
            insert into case_file
              (id, organisation_id, reference, title, status, next_action, next_due_at, opened_by,
               opened_at, changed_at)
            values (:id, :organisation, :reference, :title, :status, :nextAction, :nextDue, :openedBy,
                    :openedAt, :openedAt)
            """)
        .param("id", head.id().value())
        .param("organisation", organisation())
        .param("reference", head.reference())
        .param("title", head.title())
        .param("status", head.status().name())
        .param("nextAction", head.nextAction())
        .param("nextDue", Rows.moment(head.nextDue()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("openedBy", head.openedBy().value())
        .param("openedAt", Rows.moment(head.openedAt()))
        .update();
  }

  /// What came of this sending, if somebody sent it before. The same sending waits here until the
  /// first one has ended.
  Optional<CaseId> madeOf(String sending, PersonId me) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:sending, 0))")
        .param("sending", sending)
        .query((_, _) -> sending)
        .single();
    return sql.sql("select case_id from case_sending where person_id = :me and sending = :sending")
        .param("me", me.value())
        .param("sending", sending)
        .query(UUID.class)
        .optional()
        .map(CaseId::new);
  }

  /// Remembers for a day what came of a sending.
  void made(String sending, PersonId me, CaseId id, Instant now) {
    sql.sql("delete from case_sending where sent_at < :yesterday")
        .param("yesterday", Rows.moment(now.minus(1, ChronoUnit.DAYS)))
        .update();
    sql.sql(
            """
            insert into case_sending (organisation_id, person_id, sending, case_id, sent_at)
            values (:organisation, :me, :sending, :id, :now)
            """)
        .param("organisation", organisation())
        .param("me", me.value())
        .param("sending", sending)
        .param("id", id.value())
        .param("now", Rows.moment(now))
        .update();
  }

  Optional<CaseHead> find(CaseId id, PersonId me, Reach reach) {
    return sql.sql(HEAD + " where f.id = :id and clew.case_within_reach(f.id, :reach, :me)")
        .param("id", id.value())
        .param("reach", reach.name())
        .param("me", me.value())
        .query((row, _) -> head(row))
        .optional();
  }

  Optional<CaseHead> findByReference(String reference, PersonId me, Reach reach) {
    return sql.sql(
            HEAD + " where f.reference = :reference and clew.case_within_reach(f.id, :reach, :me)")
        .param("reference", reference)
        .param("reach", reach.name())
        .param("me", me.value())
        .query((row, _) -> head(row))
        .optional();
  }

  /// Takes the case in hand until the transaction ends and notes that it changes.
  boolean touch(CaseId id, PersonId me, Reach reach, Instant now) {
    return sql.sql(
                """
                update case_file f set changed_at = :now
                where f.id = :id and clew.case_within_reach(f.id, :reach, :me)
                """)
            .param("id", id.value())
            .param("reach", reach.name())
            .param("me", me.value())
            .param("now", Rows.moment(now))
            .update()
        == 1;
  }

  List<CaseHead> list(PersonId me, Reach reach, CaseFilter filter) {
    return filtered(
            HEAD + FILTER + " order by " + order(filter.sort()) + " limit :rows offset :from",
            me,
            reach,
            filter)
        .param("rows", filter.rows())
        .param("from", filter.offset())
        .query((row, _) -> head(row))
        .list();
  }

  long count(PersonId me, Reach reach, CaseFilter filter) {
    return filtered("select count(*) from case_file f " + FILTER, me, reach, filter)
        .query(Long.class)
        .single();
  }

  /// Saves title and next action if nobody did since; answers whether it did.
  boolean rename(CaseId id, int version, CasePlan plan) {
    return sql.sql(
                """
                update case_file
                set title = :title, next_action = :nextAction, next_due_at = :nextDue,
                    version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("title", plan.title())
            .param("nextAction", plan.nextAction())
            .param("nextDue", Rows.moment(plan.nextDue()), Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  boolean status(CaseId id, int version, CaseStatus status, String reason) {
    return sql.sql(
                """
                update case_file
                set status = :status, closure_reason = :reason, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("status", status.name())
            .param("reason", reason)
            .update()
        == 1;
  }

  boolean assign(CaseId id, PersonId person, PersonId by, Instant now) {
    return sql.sql(
                """
                insert into case_assignment
                  (organisation_id, case_id, person_id, assigned_by, assigned_at)
                values (:organisation, :id, :person, :by, :now)
                on conflict do nothing
                """)
            .param("organisation", organisation())
            .param("id", id.value())
            .param("person", person.value())
            .param("by", by.value())
            .param("now", Rows.moment(now))
            .update()
        == 1;
  }

  boolean unassign(CaseId id, PersonId person) {
    return sql.sql("delete from case_assignment where case_id = :id and person_id = :person")
            .param("id", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  void insert(UUID id, CaseId caseId, CaseChange change) {
    CaseStatus status = change.status();
    PersonId person = change.person();
    sql.sql(
            """
            insert into case_change
              (id, organisation_id, case_id, kind, detail, concern_id, person_id, changed_by,
               changed_at)
            values (:id, :organisation, :case, :kind, :detail, :concern, :person, :by, :at)
            on conflict (case_id, concern_id) where concern_id is not null do nothing
            """)
        .param("id", id)
        .param("organisation", organisation())
        .param("case", caseId.value())
        .param("kind", change.kind().name())
        .param("detail", status == null ? "" : status.name())
        .param("concern", change.concern(), Types.OTHER)
        .param("person", person == null ? null : person.value(), Types.OTHER)
        .param("by", change.by().value())
        .param("at", Rows.moment(change.at()))
        .update();
  }

  List<CaseChange> changes(CaseId id) {
    return sql.sql(
            """
            select kind, detail, concern_id, person_id, changed_by, changed_at
            from case_change where case_id = :id order by changed_at desc, id desc
            """)
        .param("id", id.value())
        .query((row, _) -> change(row))
        .list();
  }

  /// The cases a concern was put into, within reach.
  List<CaseHead> ofConcern(UUID concern, PersonId me, Reach reach) {
    return sql.sql(
            HEAD
                + """
                where clew.case_within_reach(f.id, :reach, :me)
                  and exists (select from case_change c
                              where c.case_id = f.id and c.concern_id = :concern)
                order by f.reference
                """)
        .param("concern", concern)
        .param("reach", reach.name())
        .param("me", me.value())
        .query((row, _) -> head(row))
        .list();
  }

  /// The references of cases, by id.
  Map<UUID, String> references(Set<UUID> cases) {
    return sql
        .sql("select id, reference from case_file where id = any(:cases)")
        .param("cases", cases.toArray(UUID[]::new), Types.ARRAY)
        .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("reference")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Those of the cases that lie within reach.
  Set<UUID> within(Set<UUID> cases, PersonId me, Reach reach) {
    return sql.sql(
            """
            select f.id from case_file f
            where f.id = any(:cases) and clew.case_within_reach(f.id, :reach, :me)
            """)
        .param("cases", cases.toArray(UUID[]::new), Types.ARRAY)
        .param("reach", reach.name())
        .param("me", me.value())
        .query((row, _) -> row.getObject("id", UUID.class))
        .set();
  }

  private JdbcClient.StatementSpec filtered(
      String statement, PersonId me, Reach reach, CaseFilter filter) {
    CaseStatus status = filter.status();
    return sql.sql(statement)
        .param("reach", reach.name())
        .param("me", me.value())
        .param("status", status == null ? null : status.name(), Types.VARCHAR)
        .param("open", filter.open(), Types.BOOLEAN)
        .param("mine", filter.mine() ? Boolean.TRUE : null, Types.BOOLEAN);
  }

  private static String order(String sort) {
    return switch (sort) {
      case "reference" -> "f.reference";
      case "-reference" -> "f.reference desc";
      case "title" -> "lower(f.title), f.reference";
      case "-title" -> "lower(f.title) desc, f.reference";
      case "status" -> "f.status, f.reference";
      case "-status" -> "f.status desc, f.reference";
      case "due" -> "f.next_due_at nulls last, f.reference";
      case "-due" -> "f.next_due_at desc nulls last, f.reference";
      case "changed" -> "f.changed_at";
      default -> "f.changed_at desc";
    };
  }

  private static UUID organisation() {
    return Tenancy.current().orElseThrow().value();
  }

  private static CaseHead head(ResultSet row) throws SQLException {
    return new CaseHead(
        new CaseId(row.getObject("id", UUID.class)),
        row.getString("reference"),
        row.getString("title"),
        CaseStatus.valueOf(row.getString("status")),
        row.getString("closure_reason"),
        row.getString("next_action"),
        Rows.moment(row, "next_due_at"),
        new PersonId(row.getObject("opened_by", UUID.class)),
        Rows.at(row, "opened_at"),
        Rows.at(row, "changed_at"),
        row.getInt("version"),
        people((UUID[]) row.getArray("assigned").getArray()));
  }

  private static Set<PersonId> people(UUID[] ids) {
    return Arrays.stream(ids).map(PersonId::new).collect(Collectors.toSet());
  }

  private static CaseChange change(ResultSet row) throws SQLException {
    String detail = row.getString("detail");
    @Nullable UUID person = row.getObject("person_id", UUID.class);
    return new CaseChange(
        CaseChange.Kind.valueOf(row.getString("kind")),
        detail.isEmpty() ? null : CaseStatus.valueOf(detail),
        row.getObject("concern_id", UUID.class),
        person == null ? null : new PersonId(person),
        new PersonId(row.getObject("changed_by", UUID.class)),
        Rows.at(row, "changed_at"));
  }
}
