package org.clew.platform.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `entity`, its members and its former members, inside the organisation the work is bound
/// to.
@Component
final class EntityStore {

  /// An entity.
  ///
  /// @param endedAt when it ended, if it did
  /// @param became what it went into, if it ended
  record Row(EntityId id, @Nullable Instant endedAt, List<EntityId> became) {}

  private final JdbcClient sql;

  EntityStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Row> find(EntityId id) {
    return sql.sql("select id, ended_at, became from entity where id = :id")
        .param("id", id.value())
        .query((row, _) -> entity(row))
        .optional();
  }

  /// The entities that some records are in, whole, the oldest first.
  Map<EntityId, Set<RecordId>> around(Collection<RecordId> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return grouped(
        sql.sql(
                """
                select m.entity_id, m.record_id from (
                  select distinct entity_id from entity_member where record_id = any(:records)
                ) wanted
                join entity_member m on m.entity_id = wanted.entity_id
                join entity e on e.id = wanted.entity_id
                order by e.begun_at, e.id, m.record_id
                """)
            .param("records", ids(records)));
  }

  /// Entities that ended and had one of the records last, with those of their last records that are
  /// there, the last to end first.
  Map<EntityId, Set<RecordId>> endedAround(Collection<RecordId> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    return grouped(
        sql.sql(
                """
                select f.entity_id, f.record_id from (
                  select distinct entity_id from entity_former where record_id = any(:records)
                ) wanted
                join entity_former f on f.entity_id = wanted.entity_id
                join record r on r.id = f.record_id
                join entity e on e.id = wanted.entity_id
                order by e.ended_at desc, e.id, f.record_id
                """)
            .param("records", ids(records)));
  }

  /// The records of an entity, or its last ones if it ended; those that are gone too.
  List<RecordId> records(EntityId id) {
    return sql.sql(
            """
            select record_id from entity_member where entity_id = :id
            union select record_id from entity_former where entity_id = :id
            order by record_id
            """)
        .param("id", id.value())
        .query((row, _) -> new RecordId(row.getObject("record_id", UUID.class)))
        .list();
  }

  /// Those of the records that are in an entity.
  List<RecordId> members(Collection<RecordId> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    return sql.sql("select record_id from entity_member where record_id = any(:records)")
        .param("records", ids(records))
        .query((row, _) -> new RecordId(row.getObject("record_id", UUID.class)))
        .list();
  }

  /// Members that are no records any more.
  List<RecordId> lost() {
    return sql.sql(
            """
            select m.record_id from entity_member m
            where not exists (select 1 from record r where r.id = m.record_id)
            """)
        .query((row, _) -> new RecordId(row.getObject("record_id", UUID.class)))
        .list();
  }

  /// Puts records into an entity, which begins or is back if it was not there.
  void put(EntityId id, Collection<RecordId> records, Instant at) {
    UUID organisation = Tenancy.current().orElseThrow().value();
    sql.sql("delete from entity_former where entity_id = :id").param("id", id.value()).update();
    sql.sql(
            """
            insert into entity (id, organisation_id, begun_at) values (:id, :organisation, :at)
            on conflict (organisation_id, id) do update set
              begun_at = case when entity.ended_at is null then entity.begun_at else :at end,
              ended_at = null, became = '{}'
            """)
        .param("id", id.value())
        .param("organisation", organisation)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    sql.sql(
            """
            insert into entity_member (record_id, organisation_id, entity_id)
            select record_id, :organisation, :id from unnest(:records::uuid[]) as new (record_id)
            on conflict (organisation_id, record_id) do update set entity_id = excluded.entity_id
            """)
        .param("id", id.value())
        .param("organisation", organisation)
        .param("records", ids(records))
        .update();
  }

  /// Takes records out of whatever entity they are in.
  void takeOut(Collection<RecordId> records) {
    sql.sql("delete from entity_member where record_id = any(:records)")
        .param("records", ids(records))
        .update();
  }

  /// Ends an entity, and remembers its last records and what it went into.
  void end(EntityId id, Collection<RecordId> last, Collection<EntityId> became, Instant at) {
    sql.sql("update entity set ended_at = :at, became = :became where id = :id")
        .param("id", id.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("became", became.stream().map(EntityId::value).toArray(UUID[]::new))
        .update();
    sql.sql(
            """
            insert into entity_former (record_id, organisation_id, entity_id)
            select record_id, :organisation, :id from unnest(:records::uuid[]) as last (record_id)
            """)
        .param("id", id.value())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("records", ids(last))
        .update();
  }

  private static UUID[] ids(Collection<RecordId> records) {
    return records.stream().map(RecordId::value).toArray(UUID[]::new);
  }

  private static Map<EntityId, Set<RecordId>> grouped(JdbcClient.StatementSpec query) {
    var out = new LinkedHashMap<EntityId, Set<RecordId>>();
    query.query(
        (ResultSet row) -> {
          var entity = new EntityId(row.getObject("entity_id", UUID.class));
          out.computeIfAbsent(entity, _ -> new LinkedHashSet<>())
              .add(new RecordId(row.getObject("record_id", UUID.class)));
        });
    return out;
  }

  private static Row entity(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    UUID[] became = (UUID[]) row.getArray("became").getArray();
    return new Row(
        new EntityId(row.getObject("id", UUID.class)),
        ended == null ? null : ended.toInstant(),
        Arrays.stream(became).map(EntityId::new).toList());
  }
}
