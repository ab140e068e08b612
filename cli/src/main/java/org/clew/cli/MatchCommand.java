package org.clew.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.clew.linkage.ExactKey;
import org.clew.linkage.psi.Bytes;
import org.clew.linkage.psi.Cardinality;
import org.clew.linkage.psi.MatchedRow;
import org.clew.linkage.psi.MessageRefused;
import org.clew.linkage.psi.PrivateMatching;
import org.clew.linkage.psi.PrivateMatching.Revealing;
import org.clew.linkage.psi.PrivateMatching.Step;
import org.clew.linkage.psi.PrivateSet;
import org.clew.linkage.psi.Randomness;
import org.clew.linkage.psi.Run;
import org.clew.tables.CellWriter;

/// `clew match`: how many people two organisations both know, without showing each other a list.
final class MatchCommand {

  static final String USAGE =
      """
      Usage: ./clew match offer MINE.csv --out offer.clew --state DIR [OPTION…]
             ./clew match respond MINE.csv offer.clew --out response.clew --state DIR [OPTION…]
             ./clew match finish response.clew --out result.clew --state DIR
             ./clew match finish result.clew --state DIR
             ./clew match reveal --out consent.clew --state DIR
             ./clew match reveal consent.clew --out opening.clew --state DIR
             ./clew match reveal opening.clew --rows MATCHED.csv [--out opening.clew] --state DIR
             ./clew match status --state DIR
             ./clew match abandon --state DIR

        offer, respond    one side offers, the other responds; the lists stay where they are
        finish            how many match: first the one who offered, then, with its result, the other
        reveal            which of your own rows match, once both sides have agreed: without a file it
                          says that you agree; with the other side's consent it agrees, too
        status            where the run stands, and what is awaited
        abandon           gives the run up and deletes what was kept of it

        --state DIR       a folder of your own for this one partner; secret: only you may open it
        --out FILE        the message for the other side; how it gets there is up to you
        --rows FILE       your own rows that match, with what they match by (matched_by) and a name
                          for each match that the other side has, too (match_reference)
        --quota N         runs with this partner within 30 days (4, if nothing is said)
        --changed-list    go on although the partner's list is not the one of the last run
        --id COLUMN       identifies a row; unique, never compared
        --column C=KIND   what column C holds, where the guess is not right; C=ignore leaves it out
        --region CC       country whose national phone numbers and dates are meant (ISO 3166: GB, US, …)
        --rename          rename columns of the input that are called like ours to input_…
        --delimiter C     what stands between cells; --encoding NAME: how the text is written. Default: found out

      Exit codes: 0 done, 2 usage, 3 bad input, 4 stopped.""";

  private static final int QUOTA = 4;

  private final Arguments arguments;
  private final Terminal terminal;

  private MatchCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `match`, one at least
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    var command =
        new MatchCommand(
            Arguments.read(words.subList(1, words.size()), MatchList.VALUED, MatchList.FLAGS),
            terminal);
    try {
      switch (words.getFirst()) {
        case "offer" -> command.offer();
        case "respond" -> command.respond();
        case "finish" -> command.finish();
        case "reveal" -> command.reveal();
        case "status" -> command.status();
        case "abandon" -> command.abandon();
        default ->
            throw Ending.usage(
                "match knows offer, respond, finish, reveal, status and abandon, not %s."
                    .formatted(words.getFirst()));
      }
    } catch (MessageRefused refused) {
      throw Ending.badInput(String.valueOf(refused.getMessage()));
    } catch (CancellationException _) {
      throw Ending.stopped();
    }
  }

  private void offer() {
    Path list = files(1, "offer takes your list.").getFirst();
    demandOut();
    MatchFolder folder = MatchFolder.make(state());
    folder.demandNone();
    MatchPartner partner = folder.partner();
    partner.demandQuota(today(), quota());
    PrivateSet set = MatchList.set(list, arguments, terminal);
    var step =
        PrivateMatching.offer(
            set, partner.salt(), Randomness.secure(), terminal.progress("Keys masked"));
    begin(folder, partner, list, step);
    terminal.say("Send it to the other side, and await its response.");
  }

  private void respond() {
    List<Path> files = files(2, "respond takes your list and the other side's offer.");
    Path list = files.getFirst();
    demandOut();
    MatchFolder folder = MatchFolder.make(state());
    folder.demandNone();
    MatchPartner partner = folder.partner();
    partner.demandQuota(today(), quota());
    Bytes offer = message(files.get(1));
    PrivateSet set = MatchList.set(list, arguments, terminal);
    var step =
        PrivateMatching.respond(
            set, partner.salt(), offer, Randomness.secure(), terminal.progress("Keys masked"));
    partner.demandNew(step.run().id());
    demandSameList(partner, step.run());
    begin(folder, partner, list, step);
    terminal.say("Send it to the other side, and await its result.");
  }

  private void finish() {
    Path file = files(1, "finish takes the other side's message.").getFirst();
    MatchFolder folder = MatchFolder.open(state());
    MatchFolder.Kept kept = folder.demandKept();
    Bytes message = message(file);
    var step =
        switch (kept.run()) {
          case Run.Offered offered -> {
            demandOut();
            yield PrivateMatching.finish(
                offered, message, Randomness.secure(), terminal.progress("Keys masked"));
          }
          case Run.Responded responded -> PrivateMatching.finish(responded, message);
          case Run.Counted _ ->
              throw Ending.badInput(
                  "How many match is known already: match status says it. Next is reveal, or"
                      + " abandon.");
        };
    MatchPartner partner = folder.partner();
    demandSameList(partner, step.run());
    folder.keep(partner.with(today(), step.run().id(), step.run().theirCommitment()));
    go(folder, kept, kept.at(step.run()), step.message());
    tell(step.run().cardinality());
    terminal.say(
        "Which ones, neither side knows. match reveal asks the other side to agree that both learn"
            + " which of their own; match abandon ends it here.");
  }

  private void reveal() {
    MatchFolder folder = MatchFolder.open(state());
    MatchFolder.Kept kept = folder.demandKept();
    if (!(kept.run() instanceof Run.Counted counted)) {
      throw Ending.badInput("How many match comes first: match finish.");
    }
    if (arguments.rest().isEmpty()) {
      demandOut();
      Step<Run.Counted> step = PrivateMatching.consent(counted);
      go(folder, kept, kept.at(step.run()), step.message());
      terminal.say("You agree. Await the other side's opening: it agrees, or you learn nothing.");
      return;
    }
    Path file = files(1, "reveal takes the other side's message, or nothing.").getFirst();
    switch (PrivateMatching.reveal(counted, message(file))) {
      case Revealing.Opened(Run.Counted next, Bytes opening) -> {
        go(folder, kept, kept.at(next), Optional.of(opening));
        terminal.say("Both agree. Await the other side's opening.");
      }
      case Revealing.Known known -> {
        write(kept, known);
        folder.forget();
      }
    }
  }

  private void write(MatchFolder.Kept kept, Revealing.Known known) {
    Path rows =
        arguments
            .file("--rows")
            .orElseThrow(
                () -> Ending.usage("Say where to write your rows that match: --rows FILE."));
    demandElsewhere("--rows", rows, kept.list());
    known.message().ifPresent(_ -> demandOut());
    LinkInput input = MatchList.again(kept, terminal);
    known.message().ifPresent(this::write);
    Map<Integer, MatchedRow> matched = new HashMap<>();
    known.rows().forEach(row -> matched.put(row.row(), row));
    OutFile.csv(
        rows,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(InputOptions.headings(input.headings(), MatchList.OURS));
          input.write(csv, new How(matched));
        });
    terminal.answer(
        String.format(
            Locale.ROOT, "%,d of your rows match; they stand in %s.", matched.size(), rows));
    terminal.say("The run is over; what was kept of it is deleted.");
  }

  /// What a row matched by, and under which reference.
  private record How(Map<Integer, MatchedRow> matched) implements Sheet.Addition {

    @Override
    public boolean has(int row) {
      return matched.containsKey(row);
    }

    @Override
    public void add(int row, CellWriter out) {
      MatchedRow how = Objects.requireNonNull(matched.get(row));
      out.cell(
          how.by().stream().sorted().map(ExactKey.Way::words).collect(Collectors.joining(", ")));
      out.cell(String.join(" ", how.references()));
    }
  }

  private void status() {
    MatchFolder folder = MatchFolder.open(state());
    switch (folder.kept().map(MatchFolder.Kept::run).orElse(null)) {
      case null -> terminal.answer("No run is under way.");
      case Run.Offered _ -> terminal.answer("You offered. Awaited: the response, for finish.");
      case Run.Responded _ -> terminal.answer("You responded. Awaited: the result, for finish.");
      case Run.Counted counted -> {
        tell(counted.cardinality());
        terminal.answer(
            switch (counted.decided()) {
              case NONE -> "Next: reveal, if you want to know which; abandon, if not.";
              case CONSENTED -> "You agreed. Awaited: the other side's opening or consent.";
              case OPENED -> "Both agreed. Awaited: the other side's opening.";
            });
      }
    }
    terminal.answer(
        "%d runs with this partner are on record.".formatted(folder.partner().runs().size()));
  }

  private void abandon() {
    MatchFolder folder = MatchFolder.open(state());
    folder.forget();
    terminal.say("What was kept of the run is deleted.");
  }

  private void tell(Cardinality cardinality) {
    terminal.answer(
        String.format(
            Locale.ROOT,
            "%,d of your records are among theirs; %,d of theirs are among yours.",
            cardinality.own(),
            cardinality.theirs()));
  }

  private void demandSameList(MatchPartner partner, Run run) {
    if (!arguments.has("--changed-list")) {
      run.theirCommitment().ifPresent(theirs -> partner.demandSameList(today(), run.id(), theirs));
    }
  }

  /// Writes down that a run began, keeps it, and writes its message; all or nothing of it.
  private void begin(
      MatchFolder folder, MatchPartner partner, Path list, Step<? extends Run> step) {
    var kept =
        new MatchFolder.Kept(
            list.toAbsolutePath(),
            MatchList.digest(list),
            MatchList.options(arguments),
            step.run());
    folder.keep(partner.with(today(), step.run().id(), step.run().theirCommitment()));
    folder.keep(kept);
    try {
      step.message().ifPresent(this::write);
    } catch (Ending ending) {
      folder.forget();
      folder.keep(partner);
      throw ending;
    }
  }

  /// Keeps where the run stands and writes the message; if that fails, the run is where it was.
  private void go(
      MatchFolder folder, MatchFolder.Kept before, MatchFolder.Kept now, Optional<Bytes> message) {
    message.ifPresent(_ -> demandOut());
    folder.keep(now);
    try {
      message.ifPresent(this::write);
    } catch (Ending ending) {
      folder.keep(before);
      throw ending;
    }
  }

  private void write(Bytes message) {
    terminal.demandGoingOn();
    Path out = out();
    OutFile.bytes(out, OutFile.Over.ORDINARY_FILE, message.array());
    terminal.say(
        "Written: %s, fingerprint %s.".formatted(out, InFile.fingerprint(message.array())));
  }

  private Bytes message(Path file) {
    Bytes message = MatchList.message(file);
    terminal.say("Read: %s, fingerprint %s.".formatted(file, InFile.fingerprint(message.array())));
    return message;
  }

  private List<Path> files(int count, String otherwise) {
    if (arguments.rest().size() != count) {
      throw Ending.usage(otherwise);
    }
    List<Path> files = arguments.rest().stream().map(Arguments::path).toList();
    arguments
        .file("--out")
        .ifPresent(out -> files.forEach(file -> demandElsewhere("--out", out, file)));
    return files;
  }

  private static void demandElsewhere(String option, Path out, Path read) {
    if (Arguments.same(out, read)) {
      throw Ending.usage("%s is read; write %s elsewhere.".formatted(out, option));
    }
  }

  private void demandOut() {
    out();
  }

  private Path out() {
    return arguments
        .file("--out")
        .orElseThrow(
            () -> Ending.usage("Say where to write the message for the other side: --out FILE."));
  }

  private Path state() {
    return arguments
        .file("--state")
        .orElseThrow(() -> Ending.usage("Say which folder is for this partner: --state DIR."));
  }

  private int quota() {
    String said = arguments.one("--quota").orElse(Integer.toString(QUOTA));
    try {
      int quota = Integer.parseInt(said);
      if (quota > 0) {
        return quota;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw Ending.usage("--quota takes a number of runs.");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
