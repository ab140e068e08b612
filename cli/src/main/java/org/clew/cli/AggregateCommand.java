package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clew.disclosure.Plural;
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
        --codebook C.json what the columns hold, and whose row a row is. Default: as drafted
        --person COLUMN   without --codebook: says whose row a row is, where people have several. Default:
                          each row is a person
        --k K             counts are multiples of K, and none below K is told. Default: 10; 1: exact counts
        --longest N       so many values together at most, 1 to 4. Default: 3. More than 5,000,000 counts are refused
        --out FILE.tsv    selections, a tab, protected_count
      """;

  private static final Set<String> VALUED =
      Accounting.with(
          "--codebook", Persons.OPTION, "--k", "--longest", "--out", "--delimiter", "--encoding");
  private static final int K = 10;
  private static final int LONGEST = 3;

  /// More than so many counts are said before they are counted.
  private static final int MANY = 1_000_000;

  /// More than so many are no table that anybody reads, and may not fit into memory.
  private static final int MOST = 5_000_000;

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
    arguments.demandPlacesOfTheirOwn(read, OutFile.Over.NOTHING, List.of("--out"));
    Sheet sheet = new InputOptions(arguments).sheet(in);
    Codebook codebook =
        arguments
            .file("--codebook")
            .map(DescribedList::codebook)
            .orElseGet(() -> DescribedList.draft(sheet, terminal));
    Optional<String> person = arguments.one(Persons.OPTION).map(String::strip);
    if (person.isPresent()) {
      codebook = withPerson(codebook, person.get(), sheet, !arguments.has("--codebook"));
    }
    if (!arguments.has("--codebook")) {
      CodebookCommand.tellLeftOut(codebook, terminal);
    }
    Booking booking = accounting.of(sheet, codebook);
    DescribedList list = DescribedList.read(sheet, codebook, terminal);
    warnOfMany(list, (int) k, (int) longest, terminal);
    List<Line> lines = lines(list, (int) k, (int) longest, terminal);
    byte[] written = written(lines, terminal).getBytes(StandardCharsets.UTF_8);
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
    if (codebook.person().isEmpty()) {
      terminal.say(Persons.EACH_ROW);
    }
    terminal.answer(
        "%s in %s.".formatted(Plural.of(lines.size() - 1L, "count is", "counts are"), out));
  }

  private static Codebook withPerson(
      Codebook codebook, String person, Sheet sheet, boolean drafted) {
    sheet.demand(person);
    if (!drafted && !codebook.person().equals(Optional.of(person))) {
      throw Ending.usage(
          "With a codebook, whose row a row is stands there: \"person\": \"%s\", beside its columns."
              .formatted(person));
    }
    return drafted ? DescribedList.ofPersons(codebook, person) : codebook;
  }

  private static void warnOfMany(DescribedList list, int k, int longest, Terminal terminal) {
    double most = most(list, k, longest);
    if (most > MANY && longest > 1) {
      terminal.say(
          String.format(
              Locale.ROOT,
              "There may be as many as %,.0f counts of up to %d values together; of up to %d (--longest %d) %,.0f.",
              most,
              longest,
              longest - 1,
              longest - 1,
              most(list, k, longest - 1)));
    }
  }

  /// How many counts there can be at most.
  private static double most(DescribedList list, int k, int longest) {
    return IntStream.rangeClosed(1, longest)
        .mapToDouble(length -> CombinationCounts.most(list.people(), length, k))
        .sum();
  }

  private static List<Line> lines(DescribedList list, int k, int longest, Terminal terminal) {
    List<Line> lines = new ArrayList<>();
    int people = CombinationCounts.roundedDown(list.people().rows(), k);
    lines.add(new Line("record_count", 0, people));
    try {
      CombinationCounts counts =
          CombinationCounts.of(list.people(), longest, terminal.heardBy("Rows counted"));
      demandFew(counts, k, longest, terminal);
      counts.each(
          (columns, codes, count) -> {
            terminal.demandGoingOn();
            int told = CombinationCounts.roundedDown(count, k);
            if (told > 0) {
              lines.add(new Line(list.coding().selections(columns, codes), columns.length, told));
            }
          });
    } catch (Stopped _) {
      throw Ending.stopped();
    } catch (IllegalArgumentException e) {
      throw Ending.badInput(String.valueOf(e.getMessage()));
    }
    lines.sort(
        (one, other) -> {
          terminal.demandGoingOn();
          return Line.ORDER.compare(one, other);
        });
    return lines;
  }

  private static void demandFew(CombinationCounts counts, int k, int longest, Terminal terminal) {
    long[] told = new long[longest + 1];
    counts.each(
        (columns, _, count) -> {
          terminal.demandGoingOn();
          told[columns.length] += count >= k ? 1 : 0;
        });
    long all = Arrays.stream(told).sum();
    if (all > MOST) {
      throw Ending.badInput(
          String.format(
              Locale.ROOT,
              "There are %,d counts, and %,d are the most that are written. Take --longest %d, which has %,d, or a"
                  + " larger --k, or leave columns out in the codebook.",
              all,
              MOST,
              Math.max(1, longest - 1),
              longest == 1 ? all : all - told[longest]));
    }
  }

  private static String written(List<Line> lines, Terminal terminal) {
    var out = new StringBuilder("selections\tprotected_count\n");
    for (Line line : lines) {
      terminal.demandGoingOn();
      out.append(SheetCells.harmless(line.selections()))
          .append('\t')
          .append(line.count())
          .append('\n');
    }
    return out.toString();
  }
}
