package org.clew.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.federated.Plan;
import org.clew.disclosure.federated.Round;
import org.clew.disclosure.federated.SecretKeys;
import org.clew.disclosure.federated.Total;
import org.clew.disclosure.noise.Bits;

/// What a round itself costs, all organisations in one process from its start: `bench/federated`.
public final class FederatedRound {

  private FederatedRound() {}

  /// `FOLDER ORGANISATIONS`, the folder having what `bench/federated` puts there.
  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    int organisations = Integer.parseInt(words[1]);
    Codebook codebook = CodebookText.read(Files.readString(folder.resolve("codebook.json")));
    Round round = Round.of(Files.readAllBytes(folder.resolve("plan.json")), codebook);
    List<Microdata> lists = new ArrayList<>();
    List<SecretKeys> keys = new ArrayList<>();
    for (int i = 1; i <= organisations; i++) {
      lists.add(people(folder.resolve("list%d.csv".formatted(i)), round.coding()));
      keys.add(SecretKeys.decode(Files.readAllBytes(folder.resolve("state%d/keys".formatted(i)))));
    }
    double start = cpuSeconds();
    List<byte[]> contributions = new ArrayList<>();
    for (int i = 0; i < organisations; i++) {
      contributions.add(
          Total.contribution(round, keys.get(i), lists.get(i), Bits.secret(), Progress.NONE));
    }
    double contributed = cpuSeconds();
    var total = new Total(round);
    contributions.forEach(total::add);
    int people = total.measurements().people();
    System.out.printf(
        Locale.ROOT,
        "one process: %d organisations, %d tables, %,d cells: %.2f CPU-s to count, mask and sign, %.2f CPU-s to add up; about %,d people%n",
        organisations,
        round.plan().groups().stream().map(Plan.Group::tables).mapToInt(List::size).sum(),
        round.cells(),
        contributed - start,
        cpuSeconds() - contributed,
        people);
  }

  private static Microdata people(Path list, Coding coding) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(list)) {
      Coding.Reader reader = coding.reader(List.of(in.readLine().split(",", -1)));
      long line = 1;
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        line++;
        reader.add(line, List.of(row.split(",", -1)));
      }
      return reader.microdata();
    }
  }

  private static double cpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
