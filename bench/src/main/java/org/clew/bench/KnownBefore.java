package org.clew.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.clew.linkage.FreeText;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkIndex;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.Match;
import org.clew.linkage.Value;

/// "Known before?" in-process: fills an index with fictional people and asks it what a helpline
/// worker types. Prints p50, p99 and the share of questions whose first answers hold the record
/// they were made from.
public final class KnownBefore {
  private static final long SEED = 20_260_101;
  private static final int LIMIT = 20;
  private static final int WARM_UP = 10_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private enum Question {
    PHONE,
    PHONE_ENDING,
    NAME,
    NAME_MISTYPED,
    WHOLE_RECORD
  }

  private KnownBefore() {}

  /// Runs the benchmark.
  ///
  /// @param args number of records, number of queries
  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int queries = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
    long before = heap();
    LinkIndex index = new LinkIndex("US");
    long start = System.nanoTime();
    new People(SEED).records(count).forEach(index::put);
    double seconds = (System.nanoTime() - start) / 1e9;
    long held = heap() - before;
    System.out.printf(
        "%,d records in %.1f s (with making them), %,d MB held%n", count, seconds, held >> 20);
    List<LinkRecord> people = new People(SEED).records(count);
    ask(index, people, new People(1), WARM_UP, Report.QUIET);
    ask(index, people, new People(2), queries, Report.PRINTED);
    System.out.printf(
        "machine: %d processors, Java %s, load %.1f%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private enum Report {
    QUIET,
    PRINTED
  }

  /// What one kind of question took.
  private static final class Times {
    final String name;
    final long[] wall;
    final long[] cpu;
    int hits;

    Times(String name, int count) {
      this.name = name;
      wall = new long[count];
      cpu = new long[count];
    }

    void print() {
      Arrays.sort(wall);
      Arrays.sort(cpu);
      System.out.printf(
          "%-14s p50 %.3f ms  p99 %.3f ms  (CPU p50 %.3f  p99 %.3f)  among the first %d: %.1f %%%n",
          name,
          at(wall, 0.5),
          at(wall, 0.99),
          at(cpu, 0.5),
          at(cpu, 0.99),
          LIMIT,
          100.0 * hits / wall.length);
    }

    private static double at(long[] sorted, double share) {
      return sorted[(int) (sorted.length * share)] / 1e6;
    }
  }

  private static void ask(
      LinkIndex index, List<LinkRecord> people, People source, int queries, Report report) {
    int each = queries / Question.values().length;
    Times all = new Times("ALL", each * Question.values().length);
    int done = 0;
    for (Question question : Question.values()) {
      Times times = new Times(question.name(), each);
      for (int i = 0; i < each; i++) {
        LinkRecord person = withPhone(people, source);
        List<Value> typed = typed(question, person, source);
        long startCpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        List<Match> matches = answer(index, question, typed);
        all.wall[done] = times.wall[i] = System.nanoTime() - start;
        all.cpu[done++] = times.cpu[i] = THREADS.getCurrentThreadCpuTime() - startCpu;
        if (matches.stream().anyMatch(match -> match.id().equals(person.id()))) {
          times.hits++;
          all.hits++;
        }
      }
      if (report == Report.PRINTED) {
        times.print();
      }
    }
    if (report == Report.PRINTED) {
      all.print();
    }
  }

  private static List<Match> answer(LinkIndex index, Question question, List<Value> typed) {
    return question == Question.WHOLE_RECORD
        ? index.query(typed, LIMIT)
        : index.queryAny(FreeText.read(typed.getFirst().text(), "US"), LIMIT);
  }

  private static LinkRecord withPhone(List<LinkRecord> people, People source) {
    while (true) {
      LinkRecord person = people.get(source.below(people.size()));
      if (person.values().stream().anyMatch(value -> value.kind() == Kind.PHONE)) {
        return person;
      }
    }
  }

  private static List<Value> typed(Question question, LinkRecord person, People source) {
    String name = person.values().getFirst().text();
    String phone = person.values().get(1).text();
    return switch (question) {
      case PHONE -> List.of(new Value(Kind.PHONE, phone));
      case PHONE_ENDING -> List.of(new Value(Kind.PHONE, phone.substring(phone.length() - 7)));
      case NAME -> List.of(new Value(Kind.NAME, name));
      case NAME_MISTYPED -> List.of(new Value(Kind.NAME, source.mistyped(name)));
      case WHOLE_RECORD ->
          person.values().stream()
              .map(
                  value ->
                      source.below(3) == 0
                          ? new Value(value.kind(), source.mistyped(value.text()))
                          : value)
              .toList();
    };
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
