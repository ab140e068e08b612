package org.clew.platform.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.clew.platform.database.Ids;
import org.clew.platform.database.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What changed among an organisation's records, for the servers that hold an index of them.
///
/// A server that follows remembers the snapshot up to which it has seen everything, and asks for
/// the changes of transactions that this snapshot did not see. So nothing is missed whatever order
/// transactions commit in, and writers wait for nobody. Why: `docs/adr/0004-resident-indexes.md`.
@Component
final class RecordChangeStore {

  /// What changed since.
  ///
  /// @param snapshot up to which everything has been seen once these are heeded
  record Since(String snapshot, List<Change> changes) {}

  /// One change.
  sealed interface Change {}

  /// These records are there, say something else, or are gone: read them again.
  record Touched(List<RecordId> ids) implements Change {}

  /// All records of an import are there at once.
  record Arrived(UUID source) implements Change {}

  private final JdbcClient sql;
  private final Ids ids;

  RecordChangeStore(JdbcClient sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  void touched(RecordId id) {
    write("TOUCHED", null, List.of(id));
  }

  void removed(List<RecordId> records) {
    write("TOUCHED", null, records);
  }

  void arrived(UUID source) {
    write("ARRIVED", source, List.of());
  }

  /// The snapshot of this moment. Asked for before everything is read, it misses nothing; what the
  /// transaction around this wrote, and whatever is younger, will be told once more.
  String now() {
    return sql.sql(
            """
            select case when own is null then snapshot::text
                        else least(own, pg_snapshot_xmin(snapshot))::text || ':'
                          || least(own, pg_snapshot_xmin(snapshot))::text || ':' end
            from (select pg_current_xact_id_if_assigned() as own,
                         pg_current_snapshot() as snapshot) now
            """)
        .query(String.class)
        .single();
  }

  /// What committed since that snapshot. The snapshot stays where it was while the transaction
  /// around this has written something itself: it would seem seen before it is whole.
  Since since(String snapshot) {
    var changes = new ArrayList<Change>();
    var last = new ArrayList<String>();
    sql.sql(
            """
            select case when pg_current_xact_id_if_assigned() is null
                        then pg_current_snapshot()::text else :snapshot end as snapshot,
                   c.what, c.source_id, c.records
            from (select 1) one
            left join record_change c
              on c.written_by >= pg_snapshot_xmin(:snapshot::pg_snapshot)
              and c.written_by < pg_snapshot_xmax(pg_current_snapshot())
              and not pg_visible_in_snapshot(c.written_by, :snapshot::pg_snapshot)
            order by c.written_by, c.id
            """)
        .param("snapshot", snapshot)
        .query(
            (ResultSet row) -> {
              last.add(row.getString("snapshot"));
              String what = row.getString("what");
              if (what != null) {
                changes.add(change(what, row));
              }
            });
    return new Since(last.getLast(), changes);
  }

  /// Forgets what every server has heeded long ago.
  void purge() {
    sql.sql("delete from record_change where day < current_date - 2").update();
  }

  private void write(String what, @Nullable UUID source, List<RecordId> records) {
    sql.sql(
            """
            insert into record_change (id, organisation_id, what, source_id, records)
            values (:id, :organisation, :what, :source::uuid, :records)
            """)
        .param("id", ids.anonymous())
        .param("organisation", Tenancy.current().orElseThrow().value())
        .param("what", what)
        .param("source", source)
        .param("records", records.stream().map(RecordId::value).toArray(UUID[]::new))
        .update();
  }

  private static Change change(String what, ResultSet row) throws SQLException {
    if (what.equals("ARRIVED")) {
      return new Arrived(row.getObject("source_id", UUID.class));
    }
    UUID[] records = (UUID[]) row.getArray("records").getArray();
    return new Touched(Arrays.stream(records).map(RecordId::new).toList());
  }
}
