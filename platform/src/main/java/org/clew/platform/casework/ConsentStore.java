package org.clew.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over what people agreed to, how they may be reached, and what was decided about them.
@Component
final class ConsentStore {

  private final JdbcClient sql;

  ConsentStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Consent> consents(CaseId id) {
    return sql.sql(
            """
            select id, participant_id, purpose, recipient, kinds, how_given, given_on, until_day,
                   withdrawn_at, recorded_by, recorded_at
            from consent where case_id = :case order by recorded_at desc, id desc
            """)
        .param("case", id.value())
        .query((row, _) -> consent(row))
        .list();
  }

  void insert(CaseId id, Consent consent) {
    Consent.Details details = consent.details();
    sql.sql(
            """
            insert into consent
              (id, organisation_id, case_id, participant_id, purpose, recipient, kinds, how_given,
               given_on, until_day, recorded_by, recorded_at)
            values (:id, :organisation, :case, :participant, :purpose, :recipient, :kinds, :howGiven,
                    :givenOn, :until, :by, :at)
            """)
        .param("id", consent.id().value())
        .param("organisation", organisation())
        .param("case", id.value())
        .param("participant", consent.participant().value())
        .param("purpose", details.purpose().name())
        .param("recipient", details.recipient())
        .param("kinds", Rows.names(details.kinds()), Types.ARRAY)
        .param("howGiven", details.howGiven().name())
        .param("givenOn", details.givenOn())
        .param("until", details.until(), Types.DATE)
        .param("by", consent.recordedBy().value())
        .param("at", Rows.moment(consent.recordedAt()))
        .update();
  }

  boolean withdraw(CaseId id, PartId consent, PersonId by, Instant now) {
    return sql.sql(
                """
                update consent set withdrawn_at = :now, withdrawn_by = :by
                where id = :id and case_id = :case and withdrawn_at is null
                """)
            .param("id", consent.value())
            .param("case", id.value())
            .param("by", by.value())
            .param("now", Rows.moment(now))
            .update()
        == 1;
  }

  List<Determination> determinations(CaseId id) {
    return sql.sql(
            """
            select id, participant_id, status, decider_kind, decided_by, decided_on, basis,
                   recorded_by, recorded_at
            from determination where case_id = :case
            order by decided_on desc, recorded_at desc, id desc
            """)
        .param("case", id.value())
        .query((row, _) -> determination(row))
        .list();
  }

  void insert(CaseId id, Determination determination) {
    Determination.Details details = determination.details();
    sql.sql(
            """
            insert into determination
              (id, organisation_id, case_id, participant_id, status, decider_kind, decided_by,
               decided_on, basis, recorded_by, recorded_at)
            values (:id, :organisation, :case, :participant, :status, :deciderKind, :decidedBy,
                    :decidedOn, :basis, :by, :at)
            """)
        .param("id", determination.id().value())
        .param("organisation", organisation())
        .param("case", id.value())
        .param("participant", determination.participant().value())
        .param("status", details.status().name())
        .param("deciderKind", details.deciderKind().name())
        .param("decidedBy", details.decidedBy())
        .param("decidedOn", details.decidedOn())
        .param("basis", details.basis())
        .param("by", determination.recordedBy().value())
        .param("at", Rows.moment(determination.recordedAt()))
        .update();
  }

  List<SafeContactPlan> plans(CaseId id) {
    return sql.sql(
            """
            select participant_id, contact, times, voicemail, shared_device, code_word, cover_story,
                   version, changed_by, changed_at
            from safe_contact_plan where case_id = :case
            """)
        .param("case", id.value())
        .query((row, _) -> plan(row))
        .list();
  }

  /// Saves a plan: a first one has version 0. Answers whether nobody else did since.
  boolean save(CaseId id, SafeContactPlan plan) {
    SafeContactPlan.Details details = plan.details();
    return sql.sql(
                """
                insert into safe_contact_plan as p
                  (participant_id, organisation_id, case_id, contact, times, voicemail,
                   shared_device, code_word, cover_story, version, changed_by, changed_at)
                values (:participant, :organisation, :case, :contact, :times, :voicemail, :shared,
                        :codeWord, :coverStory, 1, :by, :at)
                on conflict (participant_id) do update
                set contact = excluded.contact, times = excluded.times,
                    voicemail = excluded.voicemail, shared_device = excluded.shared_device,
                    code_word = excluded.code_word, cover_story = excluded.cover_story,
                    version = p.version + 1, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at
                where p.version = :version and p.case_id = :case
                """)
            .param("participant", plan.participant().value())
            .param("organisation", organisation())
            .param("case", id.value())
            .param("contact", details.way().name())
            .param("times", details.times())
            .param("voicemail", details.voicemail().name())
            .param("shared", details.sharedDevice())
            .param("codeWord", details.codeWord())
            .param("coverStory", details.coverStory())
            .param("version", plan.version())
            .param("by", plan.changedBy().value())
            .param("at", Rows.moment(plan.changedAt()))
            .update()
        == 1;
  }

  private static UUID organisation() {
    return Tenancy.current().orElseThrow().value();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    var details =
        new Consent.Details(
            ConsentPurpose.valueOf(row.getString("purpose")),
            row.getString("recipient"),
            Rows.codes(row, "kinds", DataKind::valueOf),
            ConsentForm.valueOf(row.getString("how_given")),
            row.getObject("given_on", LocalDate.class),
            row.getObject("until_day", LocalDate.class));
    return new Consent(
        Rows.part(row, "id"),
        Rows.part(row, "participant_id"),
        details,
        Rows.moment(row, "withdrawn_at"),
        new PersonId(row.getObject("recorded_by", UUID.class)),
        Rows.at(row, "recorded_at"));
  }

  private static Determination determination(ResultSet row) throws SQLException {
    var details =
        new Determination.Details(
            DeterminationStatus.valueOf(row.getString("status")),
            DeciderKind.valueOf(row.getString("decider_kind")),
            row.getString("decided_by"),
            row.getObject("decided_on", LocalDate.class),
            row.getString("basis"));
    return new Determination(
        Rows.part(row, "id"),
        Rows.part(row, "participant_id"),
        details,
        new PersonId(row.getObject("recorded_by", UUID.class)),
        Rows.at(row, "recorded_at"));
  }

  private static SafeContactPlan plan(ResultSet row) throws SQLException {
    var details =
        new SafeContactPlan.Details(
            ContactWay.valueOf(row.getString("contact")),
            row.getString("times"),
            Voicemail.valueOf(row.getString("voicemail")),
            row.getBoolean("shared_device"),
            row.getString("code_word"),
            row.getString("cover_story"));
    return new SafeContactPlan(
        Rows.part(row, "participant_id"),
        details,
        row.getInt("version"),
        new PersonId(row.getObject("changed_by", UUID.class)),
        Rows.at(row, "changed_at"));
  }
}
