package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.linkage.Contradiction;
import org.clew.linkage.Evidence;
import org.clew.linkage.Judgement;
import org.clew.linkage.Link;
import org.clew.linkage.LinkIndex;
import org.clew.linkage.LinkRecord;
import org.clew.linkage.Linkage;
import org.clew.linkage.Linked;
import org.clew.linkage.Match;
import org.clew.linkage.Verdict;
import org.clew.tables.Row;

/// `clew link`: which rows are the same, and why.
final class LinkCommand {

  static final String USAGE =
      """
      Usage: ./clew link dedupe FILE… --out OUT.csv [OPTION…]
             ./clew link between A B --out OUT.csv [OPTION…]
             ./clew link explain A_ID B_ID FILE… [OPTION…]

        dedupe            which rows of the files are the same
        between           which row of A is which row of B; each row is linked once at most
        explain           why two rows are, or are not, taken to be the same

        --out FILE        every row and column of the input, in its order, with entity_id (rows with the
                          same one are the same), match_weight in bits (the strongest link that holds the
                          row there) and match_probability; between adds source, the file's name
        --pairs FILE      every linked pair: left_id, right_id, match_weight, match_probability, prior,
                          and the bits of each kind compared (weight = prior + bits)
        --id COLUMN       identifies a row; unique across the files, never compared. Default: the row's number
        --column C=KIND   what column C holds, where the guess is not right; C=ignore leaves it out
        --threshold BITS  the weight from which two rows are linked, or auto (the default)
        --judgements FILE CSV with left_id, right_id, verdict (SAME, DIFFERENT, UNSURE): they bind
        --region CC       country whose national phone numbers and dates are meant (ISO 3166: GB, US, …)
        --rename          rename columns of the input that are called like ours to input_…
        --delimiter C     what stands between cells; --encoding NAME: how the text is written. Default: found out

      Exit codes: 0 done, 2 usage, 3 bad input, 4 stopped.""";

  private static final Set<String> VALUED =
      Stream.concat(
              InputOptions.VALUED.stream(),
              Stream.of("--out", "--pairs", "--threshold", "--judgements"))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> FLAGS = Set.of(InputOptions.RENAME);

  private static final int LINKS_PER_ROW = 10;

  private final Arguments arguments;
  private final Terminal terminal;

  private LinkCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `link`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    if (words.isEmpty()) {
      throw Ending.usage(USAGE);
    }
    if (words.contains("--help") || words.getFirst().equals("help")) {
      terminal.answer(USAGE);
      return;
    }
    var command =
        new LinkCommand(Arguments.read(words.subList(1, words.size()), VALUED, FLAGS), terminal);
    switch (words.getFirst()) {
      case "dedupe" -> command.dedupe();
      case "between" -> command.between();
      case "explain" -> command.explain();
      default ->
          throw Ending.usage(
              "link knows dedupe, between and explain, not %s.".formatted(words.getFirst()));
    }
  }

  private void dedupe() {
    demandOut();
    LinkInput input = input(arguments.rest(), LinkOutput.Sources.NOT_SAID);
    Linked linked =
        Linkage.dedupe(
            input.records(),
            judgements(input),
            threshold(),
            region(),
            terminal.progress("Rows compared"));
    terminal.demandGoingOn();
    linked.contradictions().forEach(contradiction -> tell(input, contradiction));
    var entities = new LinkEntities(input.size());
    linked.clusters().stream().flatMap(cluster -> cluster.links().stream()).forEach(entities::join);
    write(input, entities, linked.links(), LinkOutput.Sources.NOT_SAID);
  }

  private void between() {
    demandOut();
    if (arguments.rest().size() != 2) {
      throw Ending.usage("between takes two files.");
    }
    if (Arguments.same(
        Arguments.path(arguments.rest().get(0)), Arguments.path(arguments.rest().get(1)))) {
      throw Ending.usage("between takes two different files.");
    }
    LinkInput input = input(arguments.rest(), LinkOutput.Sources.SAID);
    Path first = Arguments.path(arguments.rest().getFirst());
    var index = new LinkIndex(region());
    var asked = new ArrayList<LinkRecord>();
    for (int row = 0; row < input.size(); row++) {
      if (input.source(row).equals(first)) {
        asked.add(input.record(row));
      } else {
        index.put(input.record(row));
      }
    }
    List<Link> links =
        Linkage.between(
            asked, index, threshold(), LINKS_PER_ROW, terminal.progress("Rows compared"));
    terminal.demandGoingOn();
    List<Link> chosen = LinkEntities.oneToOne(links, judgements(input));
    var entities = new LinkEntities(input.size());
    chosen.forEach(entities::join);
    write(input, entities, chosen, LinkOutput.Sources.SAID);
  }

  private void explain() {
    List<String> rest = arguments.rest();
    if (rest.size() < 3) {
      throw Ending.usage("explain takes two ids and the files they are in.");
    }
    LinkInput input = input(rest.subList(2, rest.size()), LinkOutput.Sources.NOT_SAID);
    int left = input.row(rest.get(0));
    int right = input.row(rest.get(1));
    var index = new LinkIndex(region());
    input.records().forEach(index::put);
    Match match = index.compare(input.record(left), LinkInput.key(right)).orElseThrow();
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%+9.2f bits  before any evidence: of %,d rows, one is meant",
            match.prior(),
            input.size()));
    for (Evidence evidence : match.evidence()) {
      terminal.answer(
          String.format(Locale.ROOT, "%+9.2f bits  %s", evidence.bits(), words(evidence)));
    }
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%+9.2f bits  in all, a probability of %.4f: %s (linked from %.2f bits)",
            match.weight(),
            match.probability(),
            match.weight() >= threshold() ? "linked" : "not linked",
            threshold()));
  }

  private static String words(Evidence evidence) {
    String what = evidence.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String how = evidence.agreement().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String rare =
        evidence.frequency() > 0
            ? String.format(Locale.ROOT, ", held by %,d rows", evidence.frequency())
            : "";
    return "%s: \"%s\" and \"%s\", %s%s"
        .formatted(what, evidence.asked(), evidence.found(), how, rare);
  }

  private void write(
      LinkInput input, LinkEntities entities, List<Link> links, LinkOutput.Sources sources) {
    var output = new LinkOutput(input, sources);
    output.rows(entities, arguments.file("--out").orElseThrow());
    arguments.file("--pairs").ifPresent(file -> output.pairs(links, file));
    terminal.say(
        String.format(
            Locale.ROOT,
            "%,d rows are %,d entities; %,d pairs are linked.",
            input.size(),
            entities.count(),
            links.size()));
  }

  private void tell(LinkInput input, Contradiction contradiction) {
    terminal.say(
        String.format(
            Locale.ROOT,
            "%s and %s are judged DIFFERENT, but other judgements join them. Theirs are kept.",
            input.id(LinkInput.number(contradiction.different().left())),
            input.id(LinkInput.number(contradiction.different().right()))));
  }

  private LinkInput input(List<String> files, LinkOutput.Sources sources) {
    if (files.isEmpty()) {
      throw Ending.usage("Name the file to read.");
    }
    List<Path> paths = files.stream().map(Arguments::path).toList();
    for (String option : List.of("--out", "--pairs")) {
      arguments
          .file(option)
          .filter(file -> paths.stream().anyMatch(path -> Arguments.same(path, file)))
          .ifPresent(
              file -> {
                throw Ending.usage("%s is read; write %s elsewhere.".formatted(file, option));
              });
    }
    return new InputOptions(arguments).read(paths, LinkOutput.headings(sources), terminal);
  }

  private List<Judgement> judgements(LinkInput input) {
    Optional<Path> file = arguments.file("--judgements");
    if (file.isEmpty()) {
      return List.of();
    }
    Sheet sheet = Sheet.read(file.get(), new Sheet.Written(Optional.empty(), Optional.empty()));
    for (String heading : List.of("left_id", "right_id", "verdict")) {
      if (!sheet.headings().contains(heading)) {
        throw Ending.badInput("%s has no column %s.".formatted(sheet.file(), heading));
      }
    }
    var judgements = new ArrayList<Judgement>();
    for (Row row : sheet.rows()) {
      String left = sheet.cell(row, "left_id").strip();
      String right = sheet.cell(row, "right_id").strip();
      String verdict = sheet.cell(row, "verdict").strip().toUpperCase(Locale.ROOT);
      if (!Set.of("SAME", "DIFFERENT", "UNSURE").contains(verdict)) {
        throw Ending.badInput(
            "%s, line %d: a verdict is SAME, DIFFERENT or UNSURE."
                .formatted(sheet.file(), row.line()));
      }
      if (input.has(left) && input.has(right)) {
        judgements.add(
            new Judgement(
                LinkInput.key(input.row(left)),
                LinkInput.key(input.row(right)),
                Verdict.valueOf(verdict)));
      }
    }
    return judgements;
  }

  private void demandOut() {
    if (!arguments.has("--out")) {
      throw Ending.usage("Say where to write: --out OUT.csv.");
    }
  }

  private double threshold() {
    String said = arguments.one("--threshold").orElse("auto");
    if (said.equals("auto")) {
      return Linkage.DEFAULT_THRESHOLD_BITS;
    }
    try {
      double bits = Double.parseDouble(said);
      if (Double.isFinite(bits)) {
        return bits;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw Ending.usage("--threshold takes a number of bits, or auto.");
  }

  private String region() {
    return new InputOptions(arguments).region();
  }
}
