package org.clew.linkage.spark;

import static org.apache.spark.sql.functions.col;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.clew.linkage.Census;
import org.clew.linkage.LinkModel;
import org.clew.linkage.ModelRefused;

/// Links the rows of a list on Apache Spark: the same model, keys, weights and joining as in one
/// process, and so the same links. `spark-submit --class org.clew.linkage.spark.LinkJob …`; what it
/// can do stands in its usage.
public final class LinkJob {

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private final SparkSession spark;
  private final JobOptions options;
  private final PrintStream err;
  private final int partitions;

  private LinkJob(SparkSession spark, JobOptions options, PrintStream err) {
    this.spark = spark;
    this.options = options;
    this.err = err;
    options.partitions().ifPresent(said -> spark.conf().set(PARTITIONS, said.toString()));
    partitions = Integer.parseInt(spark.conf().get(PARTITIONS));
  }

  /// Runs a job and ends with its exit code.
  public static void main(String[] words) {
    int exit =
        run(
            Arrays.asList(words),
            () -> SparkSession.builder().appName("clew-linkage").getOrCreate(),
            System.err);
    SparkSession.getActiveSession().foreach(session -> stopped(session));
    if (exit != 0) {
      System.exit(exit);
    }
  }

  private static Object stopped(SparkSession session) {
    session.stop();
    return session;
  }

  /// Runs a job; the answer is its exit code.
  ///
  /// @param spark asked for once it is known what to do
  static int run(List<String> words, Supplier<SparkSession> spark, PrintStream err) {
    try {
      if (words.isEmpty() || words.contains("--help")) {
        throw JobEnding.usage(JobOptions.USAGE);
      }
      JobOptions options = JobOptions.read(words);
      new LinkJob(spark.get(), options, err).run();
      return 0;
    } catch (Exception e) {
      // Scala declares nothing: what a task threw may come as a checked exception.
      Optional<JobEnding> ending = JobEnding.in(e);
      if (ending.isEmpty()) {
        throw e;
      }
      err.println(ending.get().said());
      return ending.get().exit();
    }
  }

  private void say(String line) {
    err.println(line);
  }

  private void run() {
    var kept = new KeptModel(spark, options.model());
    Optional<LinkModel> known = kept.read();
    Result result = Result.at(spark, options.out());
    Source source = Source.find(spark, options);
    List<String> headings = Result.headings(source.headings(), options.rename());
    Intake.Layout layout = Intake.Layout.of(source, options, known);
    say("Compared: %s.".formatted(layout.slots().said()));
    Intake rows = new Intake(source, layout, partitions);
    say("%,d rows were read.".formatted(rows.count()));
    var counting = new Counting(rows.forms(), layout.slots());
    Census census = counting.census(rows.count());
    say("What they say was counted.");
    Sample sample = new Sample(census, options.seed());
    LinkModel learned = known.orElseGet(() -> sample.learn(rows, layout, options.sample()));
    Dataset<Row> records = counting.records().persist(StorageLevel.MEMORY_AND_DISK());
    Broadcast<SharedPlan> shared = shared(sample, learned, records);
    if (known.isEmpty()) {
      keep(kept, learned);
    }
    var linking = new Linking(records, shared, partitions);
    say("%,d pairs are linked.".formatted(linking.links().count()));
    result.write(rows.numbered(), linking.entities(), headings, layout.idColumn(), partitions);
    say("%,d rows are %,d entities.".formatted(rows.count(), entities(rows, linking)));
    linking.forget();
    records.unpersist();
    counting.forget();
    rows.forget();
    shared.destroy();
  }

  private void keep(KeptModel kept, LinkModel learned) {
    if (learned.from().pairs() == 0) {
      say("There are no two rows to compare: nothing was learned, and no model is written.");
    } else {
      kept.keep(learned);
      say("A model was learned from %,d rows.".formatted(learned.from().rows()));
    }
  }

  private Broadcast<SharedPlan> shared(Sample sample, LinkModel learned, Dataset<Row> records) {
    try {
      LinkModel model = sample.withRules(learned, records);
      double threshold = options.threshold().orElse(Double.NaN);
      return JavaSparkContext.fromSparkContext(spark.sparkContext())
          .broadcast(new SharedPlan(model, sample.census(), threshold));
    } catch (ModelRefused e) {
      throw JobEnding.badInput(
          "%s does not fit. %s".formatted(options.model().orElse("The model"), e.getMessage()));
    }
  }

  private static long entities(Intake rows, Linking linking) {
    long joined = linking.entities().where(col("row").notEqual(col("first"))).count();
    return rows.count() - joined;
  }
}
