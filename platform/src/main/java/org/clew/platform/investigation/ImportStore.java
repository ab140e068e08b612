package org.clew.platform.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clew.platform.access.PersonId;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// SQL over `import_list`, inside the organisation the work is bound to.
@Component
final class ImportStore {

  private static final String SELECT =
      """
      select id, name, basis, purpose, keep_until, file_name, file_bytes, file_hash, shape,
             columns::text, odd, state, trouble, rows_all, rows_rejected, links_inside,
             links_outside, done, total, created_by, created_at
      from import_list
      """;

  private final JdbcClient sql;
  private final JsonMapper json;

  ImportStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void insert(ImportList list) {
    sql.sql(
            """
            insert into import_list
              (id, organisation_id, name, basis, purpose, keep_until, file_name, file_bytes,
               file_hash, shape, columns, odd, state, created_by, created_at)
            values (:id, :organisation, :name, :basis, :purpose, :keepUntil, :fileName, :bytes,
               :hash, :shape, :columns::jsonb, :odd, :state, :by, :at)
            """)
        .param("id", list.id().value())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("name", list.about().name())
        .param("basis", list.about().basis().name())
        .param("purpose", list.about().purpose())
        .param("keepUntil", list.about().keepUntil())
        .param("fileName", list.file().name())
        .param("bytes", list.file().bytes())
        .param("hash", list.file().hash())
        .param("shape", list.file().shape())
        .param("columns", written(list.columns()))
        .param("odd", list.odd().name())
        .param("state", list.state().name())
        .param("by", list.createdBy().value())
        .param("at", list.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<ImportList> find(ImportId id) {
    return sql.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query((row, _) -> list(row))
        .optional();
  }

  /// The same, and nobody else changes it until the transaction ends.
  Optional<ImportList> hold(ImportId id) {
    return sql.sql(SELECT + " where id = :id for update")
        .param("id", id.value())
        .query((row, _) -> list(row))
        .optional();
  }

  List<ImportList> page(int offset, int rows) {
    return sql.sql(SELECT + " order by created_at desc, id desc limit :rows offset :offset")
        .param("rows", rows)
        .param("offset", offset)
        .query((row, _) -> list(row))
        .list();
  }

  long count() {
    return sql.sql("select count(*) from import_list").query(Long.class).single();
  }

  /// Imports of the same file whose records are there or on their way.
  List<ImportList> alike(String hash, ImportId but) {
    return sql.sql(
            SELECT
                + """
                where file_hash = :hash and id <> :but
                  and state in ('QUEUED', 'WRITING', 'LINKING', 'DONE')
                order by created_at desc limit 5
                """)
        .param("hash", hash)
        .param("but", but.value())
        .query((row, _) -> list(row))
        .list();
  }

  List<ImportList> dueToForget(LocalDate today) {
    return sql.sql(SELECT + " where keep_until < :today and state <> 'UNDONE' limit 100")
        .param("today", today)
        .query((row, _) -> list(row))
        .list();
  }

  void keepUntil(ImportId id, LocalDate day) {
    sql.sql("update import_list set keep_until = :day where id = :id")
        .param("day", day)
        .param("id", id.value())
        .update();
  }

  void columns(ImportId id, List<ListColumn> columns, ImportList.OddCells odd) {
    sql.sql("update import_list set columns = :columns::jsonb, odd = :odd where id = :id")
        .param("columns", written(columns))
        .param("odd", odd.name())
        .param("id", id.value())
        .update();
  }

  void checked(ImportId id, long rows, long rejected) {
    sql.sql(
            """
            update import_list
            set state = 'CHECKED', rows_all = :rows, rows_rejected = :rejected where id = :id
            """)
        .param("rows", rows)
        .param("rejected", rejected)
        .param("id", id.value())
        .update();
  }

  void state(ImportId id, ImportState state, @Nullable String trouble, @Nullable Instant finished) {
    sql.sql(
            """
            update import_list set state = :state, trouble = :trouble::text,
              finished_at = :finished::timestamptz where id = :id
            """)
        .param("state", state.name())
        .param("trouble", trouble)
        .param("finished", finished == null ? null : finished.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  void begin(ImportId id, long total) {
    sql.sql(
            """
            update import_list set done = 0, total = :total, stop_asked = false where id = :id
            """)
        .param("total", total)
        .param("id", id.value())
        .update();
  }

  /// Notes how far the import is, and answers whether somebody asked it to stop.
  boolean progress(ImportId id, long done) {
    return sql.sql("update import_list set done = :done where id = :id returning stop_asked")
        .param("done", done)
        .param("id", id.value())
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  void askToStop(ImportId id) {
    sql.sql("update import_list set stop_asked = true where id = :id")
        .param("id", id.value())
        .update();
  }

  void linked(ImportId id, long inside, long outside) {
    sql.sql(
            """
            update import_list set links_inside = :inside, links_outside = :outside, done = total
            where id = :id
            """)
        .param("inside", inside)
        .param("outside", outside)
        .param("id", id.value())
        .update();
  }

  void delete(ImportId id) {
    sql.sql("delete from import_list where id = :id").param("id", id.value()).update();
  }

  private String written(List<ListColumn> columns) {
    ArrayNode array = json.createArrayNode();
    columns.forEach(column -> array.addArray().add(column.header()).add(column.use()));
    return array.toString();
  }

  private List<ListColumn> columns(String written) {
    var columns = new ArrayList<ListColumn>();
    for (JsonNode pair : json.readTree(written)) {
      columns.add(new ListColumn(pair.get(0).asString(), pair.get(1).asString()));
    }
    return columns;
  }

  private ImportList list(ResultSet row) throws SQLException {
    return new ImportList(
        new ImportId(row.getObject("id", UUID.class)),
        new ImportList.About(
            row.getString("name"),
            LawfulBasis.valueOf(row.getString("basis")),
            row.getString("purpose"),
            row.getObject("keep_until", LocalDate.class)),
        new ImportList.File(
            row.getString("file_name"),
            row.getLong("file_bytes"),
            row.getString("file_hash"),
            row.getString("shape")),
        columns(row.getString("columns")),
        ImportList.OddCells.valueOf(row.getString("odd")),
        ImportState.valueOf(row.getString("state")),
        new ImportList.Counts(
            row.getLong("rows_all"),
            row.getLong("rows_rejected"),
            row.getLong("links_inside"),
            row.getLong("links_outside")),
        new ImportList.Far(row.getLong("done"), row.getLong("total")),
        new PersonId(row.getObject("created_by", UUID.class)),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("trouble"));
  }
}
