package org.clew.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over the participants, identifiers and places of a case.
@Component
final class PartStore {

  private final JdbcClient sql;

  PartStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Participant> participants(CaseId id) {
    return sql.sql(
            """
            select id, kind, name, aliases, roles, age_group, birth_date, gender, citizenship,
                   language, note, version, clew.part_stands(id) as stands
            from participant where case_id = :case order by created_at, id
            """)
        .param("case", id.value())
        .query((row, _) -> participant(row))
        .list();
  }

  void insert(CaseId id, PartId part, Participant.Details details, Instant now) {
    fields(
            sql.sql(
                """
                insert into participant
                  (id, organisation_id, case_id, kind, name, aliases, roles, age_group, birth_date,
                   gender, citizenship, language, note, created_at)
                values (:id, :organisation, :case, :kind, :name, :aliases, :roles, :ageGroup,
                        :birthDate, :gender, :citizenship, :language, :note, :now)
                """),
            details)
        .param("id", part.value())
        .param("organisation", organisation())
        .param("case", id.value())
        .param("now", Rows.moment(now))
        .update();
  }

  boolean change(CaseId id, PartId part, int version, Participant.Details details) {
    return fields(
                sql.sql(
                    """
                    update participant
                    set kind = :kind, name = :name, aliases = :aliases, roles = :roles,
                        age_group = :ageGroup, birth_date = :birthDate, gender = :gender,
                        citizenship = :citizenship, language = :language, note = :note,
                        version = version + 1
                    where id = :id and case_id = :case and version = :version
                    """),
                details)
            .param("id", part.value())
            .param("case", id.value())
            .param("version", version)
            .update()
        == 1;
  }

  private static JdbcClient.StatementSpec fields(
      JdbcClient.StatementSpec statement, Participant.Details details) {
    return statement
        .param("kind", details.kind().name())
        .param("name", details.name())
        .param("aliases", details.aliases().toArray(String[]::new), Types.ARRAY)
        .param("roles", Rows.names(details.roles()), Types.ARRAY)
        .param("ageGroup", details.ageGroup().name())
        .param("birthDate", details.birthDate())
        .param("gender", details.gender())
        .param("citizenship", details.citizenship())
        .param("language", details.language())
        .param("note", details.note());
  }

  List<Identifier> identifiers(CaseId id) {
    return sql.sql(
            """
            select id, participant_id, kind, written, normalised, note, version,
                   clew.part_stands(id) as stands
            from identifier where case_id = :case order by created_at, id
            """)
        .param("case", id.value())
        .query((row, _) -> identifier(row))
        .list();
  }

  void insert(CaseId id, Identifier identifier, Instant now) {
    fields(
            sql.sql(
                """
                insert into identifier
                  (id, organisation_id, case_id, participant_id, kind, written, normalised, note,
                   created_at)
                values (:id, :organisation, :case, :participant, :kind, :written, :normalised,
                        :note, :now)
                """),
            id,
            identifier)
        .param("organisation", organisation())
        .param("now", Rows.moment(now))
        .update();
  }

  boolean change(CaseId id, Identifier identifier) {
    return fields(
                sql.sql(
                    """
                    update identifier
                    set participant_id = :participant, kind = :kind, written = :written,
                        normalised = :normalised, note = :note, version = version + 1
                    where id = :id and case_id = :case and version = :version
                    """),
                id,
                identifier)
            .param("version", identifier.version())
            .update()
        == 1;
  }

  private static JdbcClient.StatementSpec fields(
      JdbcClient.StatementSpec statement, CaseId id, Identifier identifier) {
    return statement
        .param("id", identifier.id().value())
        .param("case", id.value())
        .param("participant", Rows.value(identifier.participant()), Types.OTHER)
        .param("kind", identifier.kind().name())
        .param("written", identifier.written())
        .param("normalised", identifier.normalised())
        .param("note", identifier.note());
  }

  boolean removeIdentifier(CaseId id, PartId part) {
    return remove("delete from identifier where id = :id and case_id = :case", id, part);
  }

  List<Place> places(CaseId id) {
    return sql.sql(
            """
            select id, kind, name, country, clew.part_stands(id) as stands
            from case_place where case_id = :case order by created_at, id
            """)
        .param("case", id.value())
        .query((row, _) -> place(row))
        .list();
  }

  void insert(CaseId id, Place place, Instant now) {
    sql.sql(
            """
            insert into case_place
              (id, organisation_id, case_id, kind, name, country, created_at)
            values (:id, :organisation, :case, :kind, :name, :country, :now)
            """)
        .param("id", place.id().value())
        .param("organisation", organisation())
        .param("case", id.value())
        .param("kind", place.kind().name())
        .param("name", place.name())
        .param("country", place.country())
        .param("now", Rows.moment(now))
        .update();
  }

  boolean removePlace(CaseId id, PartId part) {
    return remove("delete from case_place where id = :id and case_id = :case", id, part);
  }

  private boolean remove(String statement, CaseId id, PartId part) {
    sql.sql("delete from mention where part_id = :id and case_id = :case")
        .param("id", part.value())
        .param("case", id.value())
        .update();
    return sql.sql(statement).param("id", part.value()).param("case", id.value()).update() == 1;
  }

  private static UUID organisation() {
    return Tenancy.current().orElseThrow().value();
  }

  private static Participant participant(ResultSet row) throws SQLException {
    var details =
        new Participant.Details(
            ParticipantKind.valueOf(row.getString("kind")),
            row.getString("name"),
            Rows.texts(row, "aliases"),
            Rows.codes(row, "roles", ParticipantRole::valueOf),
            AgeGroup.valueOf(row.getString("age_group")),
            row.getString("birth_date"),
            row.getString("gender"),
            row.getString("citizenship"),
            row.getString("language"),
            row.getString("note"));
    return new Participant(
        Rows.part(row, "id"), details, row.getInt("version"), row.getBoolean("stands"));
  }

  private static Identifier identifier(ResultSet row) throws SQLException {
    return new Identifier(
        Rows.part(row, "id"),
        Rows.partOrNone(row, "participant_id"),
        IdentifierKind.valueOf(row.getString("kind")),
        row.getString("written"),
        row.getString("normalised"),
        row.getString("note"),
        row.getInt("version"),
        row.getBoolean("stands"));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        Rows.part(row, "id"),
        PlaceKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("country"),
        row.getBoolean("stands"));
  }
}
