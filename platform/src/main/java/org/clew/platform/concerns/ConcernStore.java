package org.clew.platform.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.clew.platform.web.Language;
import org.clew.platform.web.ListAsk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `concern` and `concern_message`, inside the organisation the work is bound to.
@Component
final class ConcernStore {

  private static final String SHELF =
      """
      case when status = 'NEW' or unread_reply then 'WAITING'
           when status = 'CLOSED' then 'CLOSED'
           else 'IN_HAND' end
      """;

  private static final String ENDS =
      "greatest((received_hour at time zone 'UTC')::date + :days::int, :lastDay::date)";

  private static final String SHORTENED = "expires_on > " + ENDS;

  private static final String COLUMNS =
      """
      id, way, language, danger, child, still_there, status, unread_reply, received_hour, case_id
      """;

  /// What of a concern does not change, beside its summary.
  ///
  /// @param from where it was before, if anywhere
  record Filed(Octets reporterKey, LocalDate expiresOn, @Nullable From from) {}

  /// The organisation that passed it on, and when.
  record From(OrganisationId organisation, LocalDate on) {}

  private final JdbcClient sql;

  ConcernStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(ConcernSummary concern, Filed filed) {
    From from = filed.from();
    sql.sql(
            """
            insert into concern
              (id, organisation_id, way, language, danger, child, still_there, urgency_rank, status,
               received_hour, expires_on, reporter_key, passed_from, passed_on)
            values
              (:id, :organisation, :way, :language, :danger, :child, :stillThere, :rank, :status,
               :receivedHour, :expiresOn, :reporterKey, :passedFrom, :passedOn)
            """)
        .param("id", concern.id().value())
        .param("organisation", organisation().value())
        .param("way", concern.way().name())
        .param("language", concern.language().tag())
        .param("danger", concern.answers().danger().name())
        .param("child", concern.answers().child().name())
        .param("stillThere", concern.answers().stillThere().name())
        .param("rank", Urgency.rank(concern.answers()))
        .param("status", concern.status().name())
        .param("receivedHour", concern.receivedHour().atOffset(ZoneOffset.UTC))
        .param("expiresOn", filed.expiresOn())
        .param("reporterKey", filed.reporterKey().bytes())
        .param("passedFrom", from == null ? null : from.organisation().value(), Types.OTHER)
        .param("passedOn", from == null ? null : from.on(), Types.DATE)
        .update();
  }

  long count() {
    return sql.sql("select count(*) from concern").query(Long.class).single();
  }

  /// How many would end sooner if none were kept for longer than `days`, nor ended before
  /// `lastDay`.
  long countShortened(int days, LocalDate lastDay) {
    return shortened("select count(*) from concern where " + SHORTENED, days, lastDay)
        .query(Long.class)
        .single();
  }

  /// How many of those would end on `lastDay`.
  long countEnding(int days, LocalDate lastDay) {
    return shortened(
            "select count(*) from concern where " + SHORTENED + " and " + ENDS + " = :lastDay",
            days,
            lastDay)
        .query(Long.class)
        .single();
  }

  void shorten(int days, LocalDate lastDay) {
    shortened("update concern set expires_on = " + ENDS + " where " + SHORTENED, days, lastDay)
        .update();
  }

  private JdbcClient.StatementSpec shortened(String statement, int days, LocalDate lastDay) {
    return sql.sql(statement).param("days", days).param("lastDay", lastDay);
  }

  List<ConcernSummary> list(Concerns.Shelf shelf, long offset) {
    String order =
        switch (shelf) {
          case WAITING, IN_HAND -> "urgency_rank, received_hour, id";
          case CLOSED -> "received_hour desc, id";
        };
    return sql.sql(
            "select "
                + COLUMNS
                + " from concern where "
                + SHELF
                + " = :shelf order by "
                + order
                + " limit :size offset :offset")
        .param("shelf", shelf.name())
        .param("size", ListAsk.PAGE_ROWS)
        .param("offset", offset)
        .query((row, _) -> summary(row))
        .list();
  }

  long count(Concerns.Shelf shelf) {
    return sql.sql("select count(*) from concern where " + SHELF + " = :shelf")
        .param("shelf", shelf.name())
        .query(Long.class)
        .single();
  }

  Optional<ConcernSummary> find(ConcernId id) {
    return sql.sql("select " + COLUMNS + " from concern where id = :id")
        .param("id", id.value())
        .query((row, _) -> summary(row))
        .optional();
  }

  /// Until the transaction ends nobody else says anything in this talk.
  Optional<Filed> lock(ConcernId id) {
    return sql.sql(
            """
            select reporter_key, expires_on, passed_from, passed_on from concern
            where id = :id for update
            """)
        .param("id", id.value())
        .query((row, _) -> filed(row))
        .optional();
  }

  void setStatus(ConcernId id, ConcernStatus status) {
    sql.sql("update concern set status = :status where id = :id")
        .param("status", status.name())
        .param("id", id.value())
        .update();
  }

  void markRead(ConcernId id) {
    sql.sql(
            """
            update concern
            set unread_reply = false, status = case status when 'NEW' then 'OPENED' else status end
            where id = :id
            """)
        .param("id", id.value())
        .update();
  }

  void markUnread(ConcernId id) {
    sql.sql("update concern set unread_reply = true where id = :id")
        .param("id", id.value())
        .update();
  }

  void setCase(ConcernId id, UUID caseId) {
    sql.sql("update concern set case_id = :case where id = :id")
        .param("case", caseId)
        .param("id", id.value())
        .update();
  }

  int delete(ConcernId id) {
    return sql.sql("delete from concern where id = :id").param("id", id.value()).update();
  }

  int deleteExpired(LocalDate today) {
    return sql.sql("delete from concern where expires_on < :today").param("today", today).update();
  }

  void insert(ConcernId concern, SealedMessage message) {
    sql.sql(
            """
            insert into concern_message
              (id, organisation_id, concern_id, position, side, said_hour, said_by, key_id,
               for_organisation, for_reporter)
            values
              (:id, :organisation, :concern, :position, :side, :hour, :saidBy, :key,
               :forOrganisation, :forReporter)
            """)
        .param("id", message.id())
        .param("organisation", organisation().value())
        .param("concern", concern.value())
        .param("position", message.position())
        .param("side", message.side().name())
        .param("hour", message.hour().atOffset(ZoneOffset.UTC))
        .param("saidBy", message.saidBy(), Types.OTHER)
        .param("key", message.keyId())
        .param("forOrganisation", message.forOrganisation().bytes())
        .param("forReporter", message.forReporter().bytes())
        .update();
  }

  int countMessages(ConcernId concern) {
    return sql.sql("select count(*) from concern_message where concern_id = :concern")
        .param("concern", concern.value())
        .query(Integer.class)
        .single();
  }

  List<SealedMessage> messages(ConcernId concern) {
    return sql.sql(
            """
            select id, position, side, said_hour, said_by, key_id, for_organisation, for_reporter
            from concern_message where concern_id = :concern order by position
            """)
        .param("concern", concern.value())
        .query((row, _) -> message(row))
        .list();
  }

  private static OrganisationId organisation() {
    return Tenancy.current().orElseThrow();
  }

  private static ConcernSummary summary(ResultSet row) throws SQLException {
    return new ConcernSummary(
        new ConcernId(row.getObject("id", UUID.class)),
        Way.valueOf(row.getString("way")),
        new Answers(
            Answer.valueOf(row.getString("danger")),
            Answer.valueOf(row.getString("child")),
            Answer.valueOf(row.getString("still_there"))),
        ConcernStatus.valueOf(row.getString("status")),
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        instant(row, "received_hour"),
        row.getBoolean("unread_reply"),
        row.getObject("case_id", UUID.class));
  }

  private static Filed filed(ResultSet row) throws SQLException {
    @Nullable UUID from = row.getObject("passed_from", UUID.class);
    return new Filed(
        Octets.of(row.getBytes("reporter_key")),
        row.getObject("expires_on", LocalDate.class),
        from == null
            ? null
            : new From(new OrganisationId(from), row.getObject("passed_on", LocalDate.class)));
  }

  private static SealedMessage message(ResultSet row) throws SQLException {
    return new SealedMessage(
        row.getObject("id", UUID.class),
        row.getInt("position"),
        Message.Side.valueOf(row.getString("side")),
        instant(row, "said_hour"),
        row.getObject("said_by", UUID.class),
        row.getObject("key_id", UUID.class),
        Octets.of(row.getBytes("for_organisation")),
        Octets.of(row.getBytes("for_reporter")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
