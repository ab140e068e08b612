package org.clew.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/// Brings rows together in blocks, compares them, and makes entities of what is linked.
final class Linking {

  private final Dataset<Row> links;
  private final Dataset<Row> components;
  private final Dataset<Row> entities;

  /// @param records [SaidBytes#RECORDS]
  Linking(Dataset<Row> records, Broadcast<SharedPlan> shared, int partitions) {
    links =
        records
            .mapPartitions(new Keying(shared), Encoders.row(Keying.MEETING))
            .repartition(partitions, col("key"))
            .sortWithinPartitions("key", "cuts", "row")
            .mapPartitions(new Comparing(shared), Encoders.row(Comparing.LINKS))
            .dropDuplicates("first", "second")
            .persist(StorageLevel.MEMORY_AND_DISK());
    components = Components.of(links).persist(StorageLevel.MEMORY_AND_DISK());
    entities =
        members(records)
            .union(held())
            .repartition(partitions, col("component"))
            .sortWithinPartitions("component", "isLink", "row", "other")
            .mapPartitions(new Joining(shared), Encoders.row(Joining.ENTITIES))
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private Dataset<Row> members(Dataset<Row> records) {
    return components
        .join(records, "row")
        .select(
            col("component"),
            lit(false).as("isLink"),
            col("row"),
            lit(-1L).as("other"),
            lit(0f).as("weight"),
            col("id"),
            col("said"));
  }

  private Dataset<Row> held() {
    return links
        .join(components, links.col("first").equalTo(components.col("row")))
        .select(
            col("component"),
            lit(true).as("isLink"),
            col("first").as("row"),
            col("second").as("other"),
            col("weight"),
            lit("").as("id"),
            lit(new byte[0]).as("said"));
  }

  /// The pairs that reach the threshold, each once: [Comparing#LINKS].
  Dataset<Row> links() {
    return links;
  }

  /// The entities of the rows that are in links: [Joining#ENTITIES].
  Dataset<Row> entities() {
    return entities;
  }

  /// Gives back what was kept.
  void forget() {
    entities.unpersist();
    components.unpersist();
    links.unpersist();
  }
}
