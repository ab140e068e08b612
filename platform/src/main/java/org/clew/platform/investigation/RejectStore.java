package org.clew.platform.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// SQL over `import_reject`, inside the organisation the work is bound to.
@Component
final class RejectStore {

  private static final int FETCH_ROWS = 500;

  private final JdbcClient sql;
  private final JsonMapper json;

  RejectStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void insert(ImportId id, List<Reject> rejects) {
    if (rejects.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into import_reject (import_id, organisation_id, line, fault, heading, cells)
            select :id, :organisation, line, fault, heading, cells::jsonb
            from unnest(:lines::bigint[], :faults::text[], :headings::text[], :cells::text[])
              as rejected (line, fault, heading, cells)
            on conflict (import_id, line) do nothing
            """)
        .param("id", id.value())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("lines", rejects.stream().map(Reject::line).toArray(Long[]::new))
        .param("faults", rejects.stream().map(r -> r.fault().name()).toArray(String[]::new))
        .param("headings", rejects.stream().map(Reject::heading).toArray(String[]::new))
        .param("cells", rejects.stream().map(r -> written(r.cells())).toArray(String[]::new))
        .update();
  }

  void clear(ImportId id) {
    sql.sql("delete from import_reject where import_id = :id").param("id", id.value()).update();
  }

  List<Reject> page(ImportId id, int offset, int rows) {
    return sql.sql(
            """
            select line, fault, heading, cells::text from import_reject
            where import_id = :id order by line limit :rows offset :offset
            """)
        .param("id", id.value())
        .param("rows", rows)
        .param("offset", offset)
        .query((row, _) -> reject(row))
        .list();
  }

  /// Every one, in the order of the file. Needs a transaction around it.
  void each(ImportId id, Consumer<Reject> taker) {
    sql.sql(
            """
            select line, fault, heading, cells::text from import_reject
            where import_id = :id order by line
            """)
        .param("id", id.value())
        .withFetchSize(FETCH_ROWS)
        .query((ResultSet row) -> taker.accept(reject(row)));
  }

  private String written(List<String> cells) {
    ArrayNode array = json.createArrayNode();
    for (String cell : cells) {
      // PostgreSQL keeps no NUL; what is too long is cut where it was found too long.
      String kept = cell.replace('\0', '\uFFFD');
      array.add(kept.length() > Limits.CELL_CHARS ? kept.substring(0, Limits.CELL_CHARS) : kept);
    }
    return array.toString();
  }

  private Reject reject(ResultSet row) throws SQLException {
    var cells = new ArrayList<String>();
    for (JsonNode cell : json.readTree(row.getString("cells"))) {
      cells.add(cell.asString());
    }
    return new Reject(
        row.getLong("line"),
        RowFault.valueOf(row.getString("fault")),
        row.getString("heading"),
        cells);
  }
}
