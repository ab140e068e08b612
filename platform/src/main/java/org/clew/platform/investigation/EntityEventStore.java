package org.clew.platform.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clew.linkage.EntityChange;
import org.clew.linkage.Succession;
import org.clew.linkage.Verdict;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.Ids;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `entity_event`, inside the organisation the work is bound to.
@Component
final class EntityEventStore {

  private final JdbcClient sql;
  private final Ids ids;

  EntityEventStore(JdbcClient sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  void insert(
      EntityChange change, EntityMoment.Cause cause, @Nullable JudgementId judgement, Instant at) {
    UUID id = ids.next();
    UUID organisation = Tenancy.current().orElseThrow().value();
    sql.sql(
            """
            insert into entity_event (id, organisation_id, kind, cause, judgement_id, at)
            values (:id, :organisation, :kind, :cause, :judgement::uuid, :at)
            """)
        .param("id", id)
        .param("organisation", organisation)
        .param("kind", change.kind().name())
        .param("cause", cause.name())
        .param("judgement", judgement == null ? null : judgement.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    for (int position = 0; position < change.parts().size(); position++) {
      EntityChange.Part part = change.parts().get(position);
      sql.sql(
              """
              insert into entity_move
                (event_id, organisation_id, position, from_id, to_id, records)
              values (:event, :organisation, :position, :from::uuid, :to::uuid, :records)
              """)
          .param("event", id)
          .param("organisation", organisation)
          .param("position", position)
          .param("from", part.from())
          .param("to", part.to())
          .param("records", part.records().stream().map(UUID::fromString).toArray(UUID[]::new))
          .update();
    }
  }

  /// What happened to an entity, the latest first; no names yet.
  List<EntityMoment> history(EntityId id) {
    var moments = new LinkedHashMap<UUID, EntityMoment>();
    var moves = new LinkedHashMap<UUID, List<EntityMoment.Move>>();
    sql.sql(
            """
            select e.id, e.kind, e.cause, e.at, j.verdict, j.reason,
                   case e.cause when 'UNDONE' then j.undone_by else j.judged_by end as person,
                   m.from_id, m.to_id, cardinality(m.records) as records
            from (
              select distinct e.id, e.kind, e.cause, e.at, e.judgement_id from entity_event e
              join entity_move m on m.event_id = e.id
              where m.from_id = :id or m.to_id = :id
              order by e.at desc, e.id desc limit :most
            ) e
            join entity_move m on m.event_id = e.id
            left join judgement j on j.id = e.judgement_id
            order by e.at desc, e.id desc, m.position
            """)
        .param("id", id.value())
        .param("most", Limits.ENTITY_EVENTS)
        .query(
            (ResultSet row) -> {
              UUID event = row.getObject("id", UUID.class);
              moves.computeIfAbsent(event, _ -> new ArrayList<>()).add(move(row));
              if (!moments.containsKey(event)) {
                moments.put(event, moment(row));
              }
            });
    var out = new ArrayList<EntityMoment>();
    for (Map.Entry<UUID, EntityMoment> each : moments.entrySet()) {
      EntityMoment moment = each.getValue();
      out.add(
          new EntityMoment(
              moment.kind(),
              moment.cause(),
              moment.at(),
              moment.judgement(),
              moves.getOrDefault(each.getKey(), List.of())));
    }
    return out;
  }

  private static EntityMoment moment(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    UUID person = row.getObject("person", UUID.class);
    return new EntityMoment(
        Succession.Kind.valueOf(row.getString("kind")),
        EntityMoment.Cause.valueOf(row.getString("cause")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        verdict == null || person == null
            ? null
            : new EntityMoment.Said(
                Verdict.valueOf(verdict), row.getString("reason"), new PersonId(person), null),
        List.of());
  }

  private static EntityMoment.Move move(ResultSet row) throws SQLException {
    return new EntityMoment.Move(
        id(row.getObject("from_id", UUID.class)),
        id(row.getObject("to_id", UUID.class)),
        row.getInt("records"));
  }

  private static @Nullable EntityId id(@Nullable UUID id) {
    return id == null ? null : new EntityId(id);
  }
}
