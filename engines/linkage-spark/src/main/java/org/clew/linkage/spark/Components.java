package org.clew.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/// Which rows a chain of links leads to: large-star and small-star in turn, until every row hangs
/// on the first one of its component (Kiveris, Lattanzi, Mirrokni, Rastogi & Vassilvitskii 2014,
/// "Connected Components in MapReduce and Beyond"). Takes about log² of the longest chain steps.
final class Components {

  private static final String ROW = "row";
  private static final String OTHER = "other";

  private Components() {}

  /// Every linked row (`row`) with the first row of its component (`component`).
  ///
  /// @param links `first` and `second`, the lower row first
  static Dataset<Row> of(Dataset<Row> links) {
    Dataset<Row> edges =
        links.select(col("second").as(ROW), col("first").as(OTHER)).distinct().localCheckpoint();
    Row before = print(edges);
    while (true) {
      edges = smallStar(largeStar(edges)).localCheckpoint();
      Row after = print(edges);
      if (after.equals(before)) {
        break;
      }
      before = after;
    }
    Dataset<Row> hanging = edges.select(col(ROW), col(OTHER).as("component"));
    Dataset<Row> firsts = edges.select(col(OTHER).as(ROW), col(OTHER).as("component"));
    return hanging.union(firsts).distinct();
  }

  /// A number of edges that says whether they are the same.
  private static Row print(Dataset<Row> edges) {
    return edges.agg(count(lit(1)), expr("bit_xor(xxhash64(row, other))")).head();
  }

  /// Of each row the neighbours that come after it hang on the first of it and its neighbours.
  private static Dataset<Row> largeStar(Dataset<Row> edges) {
    Dataset<Row> both = edges.union(edges.select(col(OTHER).as(ROW), col(ROW).as(OTHER)));
    Column first = least(col(ROW), min(OTHER).over(Window.partitionBy(ROW)));
    return both.withColumn("first", first)
        .where(col(OTHER).gt(col(ROW)))
        .select(col(OTHER).as(ROW), col("first").as(OTHER))
        .distinct();
  }

  /// Each row and the neighbours that come before it hang on the first of these.
  private static Dataset<Row> smallStar(Dataset<Row> edges) {
    Dataset<Row> known = edges.withColumn("first", min(OTHER).over(Window.partitionBy(ROW)));
    Dataset<Row> neighbours =
        known
            .where(col(OTHER).notEqual(col("first")))
            .select(col(OTHER).as(ROW), col("first").as(OTHER));
    return neighbours.union(known.select(col(ROW), col("first").as(OTHER))).distinct();
  }
}
