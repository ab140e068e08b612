package org.clew.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.OnlineEntities;
import org.clew.linkage.Value;

/// Puts the rows of a list of people together as they come, one after the other, and prints how
/// long a row took and how many events it made: `bench/online-entities`.
public final class OnlinePeople {

  private static final List<Kind> KINDS =
      List.of(
          Kind.GIVEN_NAME,
          Kind.FAMILY_NAME,
          Kind.BIRTH_DATE,
          Kind.PLACE,
          Kind.POSTCODE,
          Kind.EMAIL,
          Kind.PHONE);

  /// Times are taken of the last part of the list, when most records are there.
  private static final double TIMED = 0.2;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private OnlinePeople() {}

  /// `IN OUT`: a list as [LinkPeople] writes it, and where to write what [LinkPeople] scores.
  public static void main(String[] words) throws IOException {
    List<LinkRecord> records = new ArrayList<>();
    List<String> truth = new ArrayList<>();
    read(Path.of(words[0]), records, truth);
    long before = heap();
    var known = new OnlineEntities("US", Long::toString);
    Instant now = Instant.EPOCH;
    int timed = (int) (records.size() * TIMED);
    long[] nanos = new long[timed];
    long events = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int row = 0; row < records.size(); row++) {
      long began = THREADS.getCurrentThreadCpuTime();
      events += known.put(records.get(row), now).size();
      int at = row - (records.size() - timed);
      if (at >= 0) {
        nanos[at] = THREADS.getCurrentThreadCpuTime() - began;
      }
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%,d records in %.1f CPU-s, %,d MB held, %,d entities, %,d events; of the last %,d: CPU p50 %.3f ms,"
            + " p99 %.3f ms, at most %.1f ms; load %.1f%n",
        records.size(),
        seconds,
        (heap() - before) >> 20,
        known.size(),
        events,
        timed,
        nanos[timed / 2] / 1e6,
        nanos[(int) (timed * 0.99)] / 1e6,
        nanos[timed - 1] / 1e6,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(words[1]))) {
      out.write("entity,entity_id\n");
      for (int row = 0; row < records.size(); row++) {
        out.write(truth.get(row) + "," + known.of(records.get(row).id()).orElseThrow() + "\n");
      }
    }
  }

  private static void read(Path file, List<LinkRecord> records, List<String> truth)
      throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        List<Value> values = new ArrayList<>();
        for (int kind = 0; kind < KINDS.size(); kind++) {
          if (!cells[kind + 1].isEmpty()) {
            values.add(new Value(KINDS.get(kind), cells[kind + 1]));
          }
        }
        records.add(new LinkRecord(cells[0], values));
        truth.add(cells[KINDS.size() + 1]);
      }
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
