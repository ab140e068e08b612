package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.combinations.CombinationCounts;
import org.clew.tables.SheetCells;

/// `clew release aggregate`: how many people have which values together, rounded down.
final class AggregateCommand {

  static final String USAGE =
      """
        aggregate         how many people have which values together, exactly or rounded down to multiples of K;
                          no noise: two of them, or one and something known, can give somebody away
        --codebook C.json what the columns hold. Default: as drafted
        --k K             counts are multiples of K, and none below K is told. Default: 10; 1: exact counts
        --longest N       so many values together at most, 1 to 4. Default: 3
        --out FILE.tsv    selections, a tab, protected_count
      """;

  private static final Set<String> VALUED =
      Accounting.with("--codebook", "--k", "--longest", "--out", "--delimiter", "--encoding");
  private static final int K = 10;
  private static final int LONGEST = 3;

  private AggregateCommand() {}

  private record Line(String selections, int length, int count) {
    static final Comparator<Line> ORDER =
        Comparator.comparingInt(Line::length)
            .thenComparing(Comparator.comparingInt(Line::count).reversed())
            .thenComparing(Line::selections);
  }

  /// @param words what stands after `release aggregate`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    Arguments arguments = Arguments.read(words, VALUED, Set.of());
    if (arguments.rest().size() != 1) {
      throw Ending.usage("aggregate takes one file.");
    }
    Path out =
        arguments.file("--out").orElseThrow(() -> Ending.usage("Say where to: --out FILE.tsv."));
    long k = arguments.number("--k", K);
    long longest = arguments.number("--longest", LONGEST);
    if (k < 1 || k > Integer.MAX_VALUE) {
      throw Ending.usage("--k takes a number from 1.");
    }
    if (longest < 1 || longest > CombinationCounts.LONGEST) {
      throw Ending.usage("--longest takes a number from 1 to 4.");
    }
    Path in = Arguments.path(arguments.rest().getFirst());
    Accounting accounting =
        Accounting.asked(arguments, Kind.AGGREGATE, new Promise.WithoutNoise((int) k));
    List<Path> read = new ArrayList<>(List.of(in));
    read.addAll(accounting.read());
    arguments.file("--codebook").ifPresent(read::add);
    arguments.demandPlacesOfTheirOwn(read, List.of("--out"));
    Sheet sheet = new InputOptions(arguments).sheet(in);
    Codebook codebook =
        arguments
            .file("--codebook")
            .map(DescribedList::codebook)
            .orElseGet(() -> DescribedList.draft(sheet));
    if (!arguments.has("--codebook")) {
      CodebookCommand.tellLeftOut(codebook, terminal);
    }
    Booking booking = accounting.of(sheet, Optional.of(codebook));
    DescribedList list = DescribedList.read(sheet, codebook, terminal);
    List<Line> lines = lines(list, (int) k, (int) longest, terminal.heardBy("Rows counted"));
    terminal.demandGoingOn();
    byte[] written = written(lines).getBytes(StandardCharsets.UTF_8);
    booking.around(
        out,
        terminal,
        _ -> {
          if (k == 1) {
            OutFile.secret(out, written);
          } else {
            OutFile.bytes(out, written);
          }
        });
    terminal.say(
        k == 1
            ? "These are EXACT counts of people. Keep them where you keep the list."
            : "Counts are rounded down to multiples of %,d. Do not give away two of them of the same people."
                .formatted(k));
    terminal.answer("%,d counts are in %s.".formatted(lines.size() - 1, out));
  }

  private static List<Line> lines(DescribedList list, int k, int longest, Progress progress) {
    List<Line> lines = new ArrayList<>();
    int people = CombinationCounts.roundedDown(list.people().rows(), k);
    lines.add(new Line("record_count", 0, people));
    try {
      CombinationCounts.of(list.people(), longest, progress)
          .each(
              (columns, codes, count) -> {
                int told = CombinationCounts.roundedDown(count, k);
                if (told > 0) {
                  lines.add(
                      new Line(list.coding().selections(columns, codes), columns.length, told));
                }
              });
    } catch (Stopped _) {
      throw Ending.stopped();
    } catch (IllegalArgumentException e) {
      throw Ending.badInput(String.valueOf(e.getMessage()));
    }
    lines.sort(Line.ORDER);
    return lines;
  }

  private static String written(List<Line> lines) {
    var out = new StringBuilder("selections\tprotected_count\n");
    for (Line line : lines) {
      out.append(SheetCells.harmless(line.selections()))
          .append('\t')
          .append(line.count())
          .append('\n');
    }
    return out.toString();
  }
}
