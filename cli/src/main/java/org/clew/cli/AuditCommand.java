package org.clew.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.audit.Audit;
import org.clew.disclosure.audit.Effort;
import org.clew.disclosure.release.Terms;

/// `clew release audit`: releases tried out, for whoever holds the list alone.
final class AuditCommand {

  static final String USAGE =
      """
        audit             tries out what synth would release: whether epsilon holds for somebody nobody else is like,
                          whether it can be told who is in, whose row it is and what they have, and whether intervals
                          hold. FOR WHOEVER HOLDS THE LIST ALONE: made from the people without noise, not to be published
        --codebook, --epsilon, --delta, --longest, --least as with synth
        --out DIR         a new folder: audit.html and audit.json, for nobody else on the machine to read
        --quasi A,B,C     the columns an outsider may know of somebody. Default: the worst of several sets
        --runs N          whole releases that are made. Default: 50, which takes fifty times as long as synth
        --canary-runs N   releases of a small list with a canary, and as many without. Default: 2000
        --shadow-runs N   releases of lists of a thousand people, for telling who is in. Default: 400
        --test-seed N     for tests alone: noise that can be made again
        Ends with 5 where what is demanded is not met
      """;

  private static final Set<String> VALUED =
      Set.of(
          "--codebook",
          "--epsilon",
          "--delta",
          "--longest",
          "--least",
          "--out",
          "--quasi",
          "--runs",
          "--canary-runs",
          "--shadow-runs",
          "--test-seed",
          "--delimiter",
          "--encoding");

  private final Arguments arguments;
  private final Terminal terminal;

  private AuditCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `release audit`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new AuditCommand(Arguments.read(words, VALUED, Set.of()), terminal).run();
  }

  private void run() {
    Terms terms = SynthCommand.terms(arguments);
    Effort effort = effort();
    // Nothing leaves, so that there is nothing to book.
    Accounting none =
        Accounting.asked(
            arguments, Kind.SYNTH, Promise.DifferentialPrivacy.of(terms.epsilon(), terms.delta()));
    SynthesisJob job = SynthesisJob.asked("audit", arguments, none, terminal);
    Audit audit =
        job.made(
            () ->
                Audit.of(
                    job.list().coding(),
                    job.list().people(),
                    terms,
                    effort,
                    known(),
                    job.bits(),
                    part -> terminal.heardBy(words(part))));
    terminal.demandGoingOn();
    OutFolder.write(
        job.out(),
        folder -> {
          OutFile.secret(folder.resolve("audit.html"), SynthesisJob.utf8(audit.html()));
          OutFile.secret(folder.resolve("audit.json"), SynthesisJob.utf8(audit.json()));
        });
    audit.warnings().forEach(terminal::say);
    tell(audit, job.out());
    demandMet(audit);
  }

  private void tell(Audit audit, Path out) {
    for (Audit.Finding each : audit.findings()) {
      terminal.answer(
          "%-7s  %s: %s; demanded: %s"
              .formatted(
                  each.isMet() ? "met" : "NOT MET", each.what(), each.found(), each.demanded()));
    }
    terminal.answer(
        "%d of %d attacks on rows have an excess beyond chance; about one in forty does by chance."
            .formatted(audit.attacks().beyondChance().size(), audit.attacks().attacks().size()));
    terminal.answer("The audit is in %s. Read audit.html, and give it to nobody.".formatted(out));
  }

  /// What was found is written by now.
  private static void demandMet(Audit audit) {
    long unmet = audit.findings().stream().filter(each -> !each.isMet()).count();
    if (unmet > 0) {
      throw Ending.unmet(
          "NOT MET: %d of %d demands. Find out why before you release on these terms: with few runs it may be chance."
              .formatted(unmet, audit.findings().size()));
    }
  }

  private List<String> known() {
    return arguments.all("--quasi").stream()
        .flatMap(all -> Stream.of(all.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private Effort effort() {
    try {
      return new Effort(
          number("--runs", Effort.USUAL.runs()),
          number("--canary-runs", Effort.USUAL.canaryRuns()),
          number("--shadow-runs", Effort.USUAL.shadowRuns()));
    } catch (IllegalArgumentException e) {
      throw Ending.usage(String.valueOf(e.getMessage()));
    }
  }

  private int number(String option, int otherwise) {
    return Math.clamp(arguments.number(option, otherwise), 0, Integer.MAX_VALUE);
  }

  private static String words(Audit.Part part) {
    return switch (part) {
      case CANARIES -> "Releases with and without a canary";
      case MEMBERSHIP_AT_ONE -> "Shadow releases at epsilon 1";
      case MEMBERSHIP -> "Shadow releases";
      case ATTACKS -> "Attacks on rows";
      case COVERAGE -> "Whole releases";
    };
  }
}
