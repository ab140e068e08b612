package org.clew.platform.investigation;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clew.platform.database.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// SQL over `import_link`, inside the organisation the work is bound to.
@Component
final class ImportLinkStore {

  /// Where the other record of a link is.
  enum Place {
    INSIDE,
    OUTSIDE
  }

  /// Two records that may be one.
  record Pair(RecordId left, RecordId right, double weight) {}

  private final JdbcClient sql;

  ImportLinkStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(ImportId id, Place place, List<Pair> strongestFirst) {
    if (strongestFirst.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into import_link
              (import_id, organisation_id, position, place, left_id, right_id, weight)
            select :id, :organisation, position, :place, l, r, weight
            from unnest(:positions::int[], :lefts::uuid[], :rights::uuid[], :weights::float8[])
              as pair (position, l, r, weight)
            """)
        .param("id", id.value())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("place", place.name())
        .param(
            "positions", IntStream.range(0, strongestFirst.size()).boxed().toArray(Integer[]::new))
        .param(
            "lefts", strongestFirst.stream().map(pair -> pair.left().value()).toArray(UUID[]::new))
        .param(
            "rights",
            strongestFirst.stream().map(pair -> pair.right().value()).toArray(UUID[]::new))
        .param("weights", strongestFirst.stream().map(Pair::weight).toArray(Double[]::new))
        .update();
  }

  void clear(ImportId id) {
    sql.sql("delete from import_link where import_id = :id").param("id", id.value()).update();
  }

  List<Pair> page(ImportId id, Place place, int offset, int rows) {
    return sql.sql(
            """
            select left_id, right_id, weight from import_link
            where import_id = :id and place = :place
            order by position limit :rows offset :offset
            """)
        .param("id", id.value())
        .param("place", place.name())
        .param("rows", rows)
        .param("offset", offset)
        .query(
            (row, _) ->
                new Pair(
                    new RecordId(row.getObject("left_id", UUID.class)),
                    new RecordId(row.getObject("right_id", UUID.class)),
                    row.getDouble("weight")))
        .list();
  }
}
