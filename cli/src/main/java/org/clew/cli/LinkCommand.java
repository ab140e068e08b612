package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.linkage.Batch;
import org.clew.linkage.Contradiction;
import org.clew.linkage.Entities;
import org.clew.linkage.Evidence;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkModel;
import org.clew.linkage.Match;
import org.clew.linkage.ModelRefused;
import org.clew.linkage.Progress;
import org.clew.linkage.report.LinkReport;

/// `clew link`: which rows are the same, and why.
final class LinkCommand {

  static final String USAGE =
      """
      Usage: ./clew link dedupe FILE… --out OUT.csv [OPTION…]
             ./clew link between A B --out OUT.csv [OPTION…]
             ./clew link explain A_ID B_ID FILE… [OPTION…]
             ./clew link texts FILE --text COLUMN --out OUT.csv [OPTION…]
             ./clew link search FILE --text COLUMN --for "WORDS" --out OUT.csv [OPTION…]

        dedupe            which rows of the files are the same
        between           which row of A is which row of B; each row is linked once at most
        explain           why two rows are, or are not, taken to be the same
        texts             which texts were made from one another, and the phones in them: all rows and
                          columns, text_cluster (rows with the same one are one text) and phones
        search            which texts mean the like of WORDS, in English only, nearest first: meaning_rank,
                          meaning_similarity (1: the same), meaning_passage. An order to read in, no finding.
                          Takes 3 to 25 milliseconds a text, more for long ones; nothing leaves the machine

        --out FILE        every row and column of the input, in its order, with entity_id (rows with the
                          same one are the same), match_weight in bits (the strongest link that holds the
                          row there) and match_probability; between adds source, the file's name
        --pairs FILE      every linked pair: left_id, right_id, match_weight, match_probability, prior,
                          and the bits of each kind compared (weight = prior + bits)
        --id COLUMN       identifies a row; unique across the files, never compared. Default: the row's number
        --column C=KIND   what column C holds, where the guess is not right; C=ignore leaves it out
        --threshold BITS  the weight from which two rows are linked, or auto (the default): where most is
                          right on balance
        --judgements FILE CSV with left_id, right_id, verdict (SAME, DIFFERENT, UNSURE, or empty: not yet),
                          and by, when, why: they bind; may be given several times
        --previous FILE   what --out wrote before: an entity keeps the entity_id under which most of its
                          rows were known; needs --id
        --events FILE     what became of the entities of --previous: event, kind (new, same, merged, split,
                          gone), from_id, to_id, rows; one line for all rows that went the same way
        --review FILE     those judgements, and below them the pairs most worth a judgement, in the same
                          shape: fill in the verdicts and give it back with --judgements
        --model FILE      what is learned: written where there is no such file, else read, and nothing is
                          learned; --relearn: learn it anew and write it over
        --report FILE     what there is to see of it, as one HTML page: thresholds, pairs and why, entities,
                          what was compared, who is found less; --report-without-values: no cell and no id
        --phones FILE     texts: every phone found, where it stands in the text and what was done to read it
        --clusters FILE   texts: each cluster of two or more, with what its texts have in common, where they
                          differ, and, with --day COLUMN and --place COLUMN, where they were seen when
        --slots FILE      texts: what each text has where its cluster's texts differ
        --language        texts: adds the language of each text, en, es, zh, …; takes a millisecond a text
        --most N          search: how many rows are written (50)
        --region CC       country whose national phone numbers and dates are meant (ISO 3166: GB, US, …)
        --threads N       how many processors to use (all); --seed N: what is drawn by lot. The result
                          depends on the seed, not on the threads
        --rename          rename columns of the input that are called like ours to input_…
        --delimiter C     what stands between cells; --encoding NAME: how the text is written. Default: found out

      Exit codes: 0 done, 2 usage, 3 bad input, 4 stopped.""";

  private static final String WITHOUT_VALUES = "--report-without-values";

  private static final String EVENTS = "--events";

  private static final Set<String> VALUED =
      Stream.concat(
              InputOptions.VALUED.stream(),
              Stream.of(
                  "--out",
                  "--pairs",
                  "--threshold",
                  "--judgements",
                  PreviousRun.OPTION,
                  EVENTS,
                  "--review",
                  "--report",
                  "--seed",
                  "--threads",
                  KeptModel.MODEL))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> FLAGS =
      Set.of(InputOptions.RENAME, KeptModel.RELEARN, WITHOUT_VALUES);

  /// Options that name a file to write.
  private static final List<String> WRITTEN =
      List.of("--out", "--pairs", EVENTS, "--review", "--report", KeptModel.MODEL);

  private enum Job {
    DEDUPE,
    BETWEEN
  }

  private final Arguments arguments;
  private final Terminal terminal;
  private final KeptModel model;
  private JudgementSheet judged = new JudgementSheet();

  private LinkCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
    this.model = KeptModel.of(arguments);
  }

  /// @param words what stands after `link`, one at least
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    List<String> rest = words.subList(1, words.size());
    switch (words.getFirst()) {
      case "dedupe" -> of(rest, terminal).dedupe();
      case "between" -> of(rest, terminal).between();
      case "explain" -> of(rest, terminal).explain();
      case "texts" -> TextsCommand.run(rest, terminal);
      case "search" -> SearchCommand.run(rest, terminal);
      default ->
          throw Ending.usage(
              "link knows dedupe, between, explain, texts and search, not %s."
                  .formatted(words.getFirst()));
    }
  }

  private static LinkCommand of(List<String> words, Terminal terminal) {
    return new LinkCommand(Arguments.read(words, VALUED, FLAGS), terminal);
  }

  private void dedupe() {
    demandOut();
    LinkInput input = input(arguments.rest(), LinkOutput.Sources.NOT_SAID);
    write(input, Job.DEDUPE, LinkOutput.Sources.NOT_SAID);
  }

  private Entities link(LinkInput input, Job job) {
    judged = judgements(input);
    Progress progress = terminal.progress("Rules followed");
    Entities entities;
    try {
      entities =
          switch (job) {
            case DEDUPE -> Batch.dedupe(input.table(), settings(), judged.binding(), progress);
            case BETWEEN ->
                Batch.between(
                    input.table(), input.second(), settings(), judged.binding(), progress);
          };
    } catch (ModelRefused e) {
      if (model.read().isEmpty()) {
        throw e;
      }
      throw Ending.badInput(
          "%s does not fit. %s"
              .formatted(arguments.one(KeptModel.MODEL).orElse(""), e.getMessage()));
    }
    terminal.demandGoingOn();
    tell(entities);
    entities.contradictions().forEach(contradiction -> tell(input, contradiction));
    return entities;
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
    write(input, Job.BETWEEN, LinkOutput.Sources.SAID);
  }

  private void explain() {
    List<String> rest = arguments.rest();
    if (rest.size() < 3) {
      throw Ending.usage("explain takes two ids and the files they are in.");
    }
    LinkInput input = input(rest.subList(2, rest.size()), LinkOutput.Sources.NOT_SAID);
    int left = input.row(rest.get(0));
    int right = input.row(rest.get(1));
    Entities entities = link(input, Job.DEDUPE);
    model.keep(entities, terminal);
    Match match = entities.explain(left, right);
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
            match.weight() >= entities.threshold() ? "linked" : "not linked",
            entities.threshold()));
  }

  private void write(LinkInput input, Job job, LinkOutput.Sources sources) {
    Optional<PreviousRun> previous = previous(input, sources);
    Entities entities = link(input, job);
    EntityIds ids =
        previous
            .map(run -> EntityIds.after(run, input, entities))
            .orElseGet(() -> EntityIds.first(input, entities));
    var output = new LinkOutput(input, entities, ids, sources);
    output.writeRows(arguments.out());
    arguments.file(EVENTS).ifPresent(file -> terminal.say(ids.writeEvents(file)));
    arguments.file("--pairs").ifPresent(output::writePairs);
    arguments.file("--review").ifPresent(file -> review(output, file));
    arguments.file("--report").ifPresent(file -> output.writeReport(file, values()));
    model.keep(output.entities(), terminal);
    terminal.say(output.summary());
  }

  private void review(LinkOutput output, Path file) {
    int asked = new ReviewOutput(output.input(), output.entities(), judged).write(file);
    terminal.say("%,d pairs are worth a judgement; they are in %s.".formatted(asked, file));
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

  /// What was chosen for this list, and what could not be learned from it.
  private void tell(Entities entities) {
    terminal.say(
        String.format(
            Locale.ROOT,
            "Linked from %.2f bits%s.",
            entities.threshold(),
            model.read().isPresent()
                ? ", with what was learned before"
                : arguments.one("--threshold").orElse("auto").equals("auto")
                    ? ", where most is right on balance"
                    : ""));
    if (model.read().isEmpty() && !entities.believed().isEmpty()) {
      terminal.say(
          "Too few pairs are one to learn how often these agree; what holds in general was taken: %s."
              .formatted(
                  entities.believed().stream().map(Kind::name).collect(Collectors.joining(", "))));
    }
  }

  private void tell(LinkInput input, Contradiction contradiction) {
    terminal.say(
        String.format(
            Locale.ROOT,
            "%s and %s are judged DIFFERENT, but other judgements join them. Theirs are kept.",
            input.id(Integer.parseInt(contradiction.different().left())),
            input.id(Integer.parseInt(contradiction.different().right()))));
  }

  private LinkInput input(List<String> files, LinkOutput.Sources sources) {
    if (files.isEmpty()) {
      throw Ending.usage("Name the file to read.");
    }
    List<Path> paths = files.stream().map(Arguments::path).toList();
    List<Path> read = new ArrayList<>(paths);
    read.addAll(judgementFiles());
    arguments.file(PreviousRun.OPTION).ifPresent(read::add);
    arguments.demandPlacesOfTheirOwn(read, OutFile.Over.ORDINARY_FILE, WRITTEN);
    LinkInput input =
        new InputOptions(arguments, model.read())
            .read(paths, LinkOutput.headings(sources), terminal);
    input
        .withoutRows()
        .forEach(file -> terminal.say("%s has nothing below its headings.".formatted(file)));
    return input;
  }

  private JudgementSheet judgements(LinkInput input) {
    List<Path> files = judgementFiles();
    if (files.isEmpty()) {
      return new JudgementSheet();
    }
    var sheet = JudgementSheet.read(files, input);
    terminal.say(sheet.said());
    return sheet;
  }

  private List<Path> judgementFiles() {
    return arguments.all("--judgements").stream().map(Arguments::path).toList();
  }

  private Optional<PreviousRun> previous(LinkInput input, LinkOutput.Sources sources) {
    return arguments
        .file(PreviousRun.OPTION)
        .map(
            file -> {
              String heading = arguments.one("--id").orElseThrow();
              List<String> ours = LinkOutput.headings(sources);
              return PreviousRun.read(
                  file, InputOptions.headings(List.of(heading), ours).getFirst(), input);
            });
  }

  private LinkReport.Values values() {
    return arguments.has(WITHOUT_VALUES) ? LinkReport.Values.HIDDEN : LinkReport.Values.SHOWN;
  }

  private void demandOut() {
    if (arguments.has(WITHOUT_VALUES) && !arguments.has("--report")) {
      throw Ending.usage(
          "--report-without-values is about a report. Say where: --report OUT.html.");
    }
    if (arguments.has(PreviousRun.OPTION) && !arguments.has("--id")) {
      throw Ending.usage(
          "--previous needs to know the rows again. Say which column identifies them: --id COLUMN.");
    }
    if (arguments.has(EVENTS) && !arguments.has(PreviousRun.OPTION)) {
      throw Ending.usage(
          "--events is about what changed. Say since which output: --previous OLD_OUT.csv.");
    }
    arguments.out();
  }

  private Batch.Settings settings() {
    var options = new InputOptions(arguments, model.read());
    var settings =
        new Batch.Settings(
            options.region(), threshold(), arguments.number("--seed", 1), options.threads());
    return model.read().map(settings::with).orElse(settings);
  }

  private OptionalDouble threshold() {
    String said = arguments.one("--threshold").orElse("auto");
    if (said.equals("auto")) {
      return OptionalDouble.empty();
    }
    try {
      double bits = Double.parseDouble(said);
      if (Math.abs(bits) <= LinkModel.MOST_BITS) {
        return OptionalDouble.of(bits);
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw Ending.usage("--threshold takes a number of bits from -1000 to 1000, or auto.");
  }
}
