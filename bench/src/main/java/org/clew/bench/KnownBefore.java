package org.clew.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clew.linkage.FreeText;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkIndex;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.Match;
import org.clew.linkage.Value;
import org.jspecify.annotations.Nullable;

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

  private static void ask(
      LinkIndex index, List<LinkRecord> people, People source, int queries, Report report) {
    Map<Question, long[]> times = new EnumMap<>(Question.class);
    Map<Question, long[]> cpu = new EnumMap<>(Question.class);
    Map<Question, Integer> hits = new EnumMap<>(Question.class);
    int each = queries / Question.values().length;
    for (Question question : Question.values()) {
      long[] taken = new long[each];
      long[] spent = new long[each];
      int hit = 0;
      for (int i = 0; i < each; i++) {
        LinkRecord person = withPhone(people, source);
        List<Value> typed = typed(question, person, source);
        long startCpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        List<Match> matches =
            question == Question.WHOLE_RECORD
                ? index.query(typed, LIMIT)
                : index.queryAny(FreeText.read(typed.getFirst().text(), "US"), LIMIT);
        taken[i] = System.nanoTime() - start;
        spent[i] = THREADS.getCurrentThreadCpuTime() - startCpu;
        hit += matches.stream().anyMatch(match -> match.id().equals(person.id())) ? 1 : 0;
      }
      times.put(question, taken);
      cpu.put(question, spent);
      hits.put(question, hit);
    }
    if (report == Report.PRINTED) {
      times.forEach((question, taken) -> print(question.name(), taken, cpu.get(question), hits.get(question)));
      print("ALL", all(times), all(cpu), null);
    }
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

  private static long[] all(Map<Question, long[]> times) {
    return times.values().stream().flatMapToLong(Arrays::stream).toArray();
  }

  private static void print(String name, long[] taken, long[] spent, @Nullable Integer hits) {
    long[] sorted = Arrays.stream(taken).sorted().toArray();
    long[] busy = Arrays.stream(spent).sorted().toArray();
    String found =
        hits == null ? "" : "  among the first %d: %.1f %%".formatted(LIMIT, 100.0 * hits / taken.length);
    System.out.printf(
        "%-14s p50 %.3f ms  p99 %.3f ms  max %.1f ms  (CPU p50 %.3f  p99 %.3f)%s%n",
        name,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        busy[busy.length / 2] / 1e6,
        busy[(int) (busy.length * 0.99)] / 1e6,
        found);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
