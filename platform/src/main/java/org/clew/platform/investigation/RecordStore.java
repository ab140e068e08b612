package org.clew.platform.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// SQL over `record`, inside the organisation the work is bound to.
@Component
final class RecordStore {

  private static final int FETCH_ROWS = 2_000;

  private final JdbcClient sql;
  private final JsonMapper json;

  RecordStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void put(StoredRecord record) {
    sql.sql(
            """
            insert into record
              (id, organisation_id, source_kind, source_id, source_name, line, said)
            values (:id, :organisation, :kind, :source, :name, :line, :said::jsonb)
            on conflict (organisation_id, id) do update
              set source_name = excluded.source_name, said = excluded.said
            """)
        .param("id", record.id().value())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("kind", record.source().kind().name())
        .param("source", record.source().id())
        .param("name", record.source().name())
        .param("line", record.line())
        .param("said", written(record.values()))
        .update();
  }

  /// Adds many records of one source, with the cells they came with.
  void addAll(RecordSource source, List<StoredRecord> records, List<List<String>> cells) {
    sql.sql(
            """
            insert into record
              (id, organisation_id, source_kind, source_id, source_name, line, said, cells)
            select id, :organisation, :kind, :source, :name, line, said::jsonb, cells::jsonb
            from unnest(:ids::uuid[], :lines::bigint[], :said::text[], :cells::text[])
              as new (id, line, said, cells)
            """)
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("kind", source.kind().name())
        .param("source", source.id())
        .param("name", source.name())
        .param("ids", records.stream().map(record -> record.id().value()).toArray(UUID[]::new))
        .param("lines", records.stream().map(StoredRecord::line).toArray(Long[]::new))
        .param("said", records.stream().map(r -> written(r.values())).toArray(String[]::new))
        .param("cells", cells.stream().map(json::writeValueAsString).toArray(String[]::new))
        .update();
  }

  /// The cells a record came with, none for what came from no list.
  List<String> cells(RecordId id) {
    var cells = new ArrayList<String>();
    sql.sql("select cells::text from record where id = :id and cells is not null")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .ifPresent(written -> json.readTree(written).forEach(cell -> cells.add(cell.asString())));
    return cells;
  }

  /// Those of the records that are there.
  Set<RecordId> existing(Collection<RecordId> ids) {
    return new LinkedHashSet<>(
        sql.sql(
                """
                select id from unnest(:ids::uuid[]) as wanted (id)
                where exists (select 1 from record where record.id = wanted.id)
                """)
            .param("ids", ids.stream().map(RecordId::value).toArray(UUID[]::new))
            .query((row, _) -> new RecordId(row.getObject("id", UUID.class)))
            .list());
  }

  boolean remove(RecordId id) {
    return sql.sql("delete from record where id = :id").param("id", id.value()).update() > 0;
  }

  List<RecordId> removeAll(RecordSource.Kind kind, UUID source) {
    return sql.sql(
            """
            delete from record where source_kind = :kind and source_id = :source returning id
            """)
        .param("kind", kind.name())
        .param("source", source)
        .query((row, _) -> new RecordId(row.getObject("id", UUID.class)))
        .list();
  }

  /// Every record that can be found, one at a time. Needs a transaction around it, so that rows
  /// come in portions.
  void each(Consumer<StoredRecord> taker) {
    sql.sql(
            """
            select id, source_kind, source_id, source_name, line, said::text from record
            where source_kind <> 'ASKED'
            """)
        .withFetchSize(FETCH_ROWS)
        .query((ResultSet row) -> taker.accept(record(row)));
  }

  /// Every record of one source.
  void eachOf(RecordSource.Kind kind, UUID source, Consumer<StoredRecord> taker) {
    sql.sql(
            """
            select id, source_kind, source_id, source_name, line, said::text from record
            where source_kind = :kind and source_id = :source order by line, id
            """)
        .param("kind", kind.name())
        .param("source", source)
        .withFetchSize(FETCH_ROWS)
        .query((ResultSet row) -> taker.accept(record(row)));
  }

  Optional<StoredRecord> find(RecordId id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /// One page of the records, of one import or of all sources.
  List<StoredRecord> page(@Nullable UUID source, int offset, int rows) {
    return sql.sql(
            """
            select id, source_kind, source_id, source_name, line, said::text from record
            where (:source::uuid is null or source_id = :source) and source_kind <> 'ASKED'
            order by source_kind, source_id, line, id limit :rows offset :offset
            """)
        .param("source", source, Types.OTHER)
        .param("rows", rows)
        .param("offset", offset)
        .query((row, _) -> record(row))
        .list();
  }

  long count(@Nullable UUID source) {
    return sql.sql(
            """
            select count(*) from record
            where (:source::uuid is null or source_id = :source) and source_kind <> 'ASKED'
            """)
        .param("source", source, Types.OTHER)
        .query(Long.class)
        .single();
  }

  /// What was asked before in just these words and judged.
  Optional<RecordId> asked(String words) {
    return sql.sql(
            """
            select id from record
            where source_kind = 'ASKED' and source_id = :words order by id limit 1
            """)
        .param("words", AskedWords.id(words))
        .query((row, _) -> new RecordId(row.getObject("id", UUID.class)))
        .optional();
  }

  /// Those of the records that exist. Asked one by one within PostgreSQL: of a list of ids it may
  /// think that reading the whole organisation's records is cheaper.
  Map<RecordId, StoredRecord> find(Collection<RecordId> ids) {
    var found = new LinkedHashMap<RecordId, StoredRecord>();
    if (ids.isEmpty()) {
      return found;
    }
    sql.sql(
            """
            select found.* from unnest(:ids::uuid[]) as wanted (id)
            cross join lateral (
              select id, source_kind, source_id, source_name, line, said::text from record
              where id = wanted.id limit 1) found
            """)
        .param("ids", ids.stream().map(RecordId::value).toArray(UUID[]::new))
        .query(
            (ResultSet row) -> {
              StoredRecord record = record(row);
              found.put(record.id(), record);
            });
    return found;
  }

  String written(List<Value> values) {
    ArrayNode array = json.createArrayNode();
    for (Value value : values) {
      array.addArray().add(value.kind().name()).add(value.text());
    }
    return array.toString();
  }

  private StoredRecord record(ResultSet row) throws SQLException {
    return new StoredRecord(
        new RecordId(row.getObject("id", UUID.class)),
        new RecordSource(
            RecordSource.Kind.valueOf(row.getString("source_kind")),
            row.getObject("source_id", UUID.class),
            row.getString("source_name")),
        row.getLong("line"),
        read(row.getString("said")));
  }

  private List<Value> read(String said) {
    var values = new ArrayList<Value>();
    for (JsonNode pair : json.readTree(said)) {
      values.add(new Value(Kind.valueOf(pair.get(0).asString()), pair.get(1).asString()));
    }
    return values;
  }
}
