package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clew.disclosure.Plural;
import org.clew.disclosure.Stopped;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Limit;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.federated.Member;
import org.clew.disclosure.federated.Plan;
import org.clew.disclosure.federated.Planning;
import org.clew.disclosure.federated.Round;
import org.clew.disclosure.federated.RoundRefused;
import org.clew.disclosure.federated.SecretKeys;
import org.clew.disclosure.federated.Total;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.noise.DiscreteGaussian;
import org.clew.disclosure.release.Release;
import org.clew.disclosure.release.Terms;
import org.clew.disclosure.synthesis.Measurements;
import org.clew.disclosure.synthesis.Spent;

/// `clew release federated`: a release from the lists of several organisations, none of which shows
/// its list, or its counts, to anybody.
final class FederatedCommand {

  static final String USAGE =
      """
        federated         the same as synth, from the lists of three organisations or more, which stay where they
                          are: only the sum of their counts, with the noise of all, is ever known
        federated join --name "WHO" --out WHO.json --state DIR
                          makes your keys, and the file that says who you are
        federated plan A.json B.json C.json… --codebook C.json --epsilon E --most-organisations N --out plan.json
                          what all are to count; for the others to check
        federated check plan.json --codebook C.json --state DIR
                          what a plan says, and its fingerprint: read it out to the others, by voice
        federated contribute IN.csv --plan plan.json --codebook C.json --fingerprint "F" --state DIR --out MY.clew
                          your own counts, which nobody can read but in the sum of all
        federated total A.clew B.clew C.clew… --plan plan.json --codebook C.json --out DIR
                          the sum, and the release made from it
        --state DIR       a folder of your own; secret: only you may open it
        --fingerprint F   the plan's, as the others told it to you
        --most-organisations N   in how many of the lists one person may be
        --honest N        so many organisations, at least, add their noise as they should. Default: more than half
        --tables FILE     tables to count instead of all pairs: the columns of one in each line, with ; between
      """;

  private static final int MOST_BYTES = 4 << 20;

  private final Arguments arguments;
  private final Terminal terminal;

  private FederatedCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `release federated`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    Arguments arguments = FederatedOptions.read(words);
    var command = new FederatedCommand(arguments, terminal);
    try {
      switch (words.getFirst()) {
        case "join" -> command.join();
        case "plan" -> command.plan();
        case "check" -> command.check();
        case "contribute" -> command.contribute();
        default -> command.total();
      }
    } catch (RoundRefused e) {
      throw Ending.badInput(e.sentence());
    } catch (CodebookRefused e) {
      throw Ending.badInput(e.sentence());
    } catch (Stopped _) {
      throw Ending.stopped();
    }
  }

  private void join() {
    rest(0, 0, "join takes no file.");
    String name =
        arguments
            .one("--name")
            .orElseThrow(() -> Ending.usage("Say who you are, as the others know you: --name."));
    Path out = out("for the others, such as harbour.json");
    SecretKeys.fresh().member(name);
    SecretKeys keys = FederatedFolder.make(state()).keys();
    write(out, SynthesisJob.utf8(keys.member(name).written()));
    terminal.say("Give it to whoever plans. What is in %s stays with you.".formatted(state()));
  }

  private void plan() {
    List<Path> files = rest(1, Plan.MOST_MEMBERS, "plan takes the members' files.");
    Path out = out("for all members");
    Codebook codebook = codebook();
    Terms terms = SynthCommand.terms(arguments);
    if (!arguments.has("--most-organisations")) {
      throw Ending.usage(
          "Say in how many of the lists one person may be: --most-organisations. 1 promises nothing"
              + " to whoever is in two; match says how many two organisations both know.");
    }
    List<Member> members = files.stream().map(this::member).toList();
    var agreed =
        new Planning.Agreement(
            terms.epsilon(),
            terms.delta(),
            number("--honest", members.size() / 2 + 1),
            number("--most-organisations", 1));
    Plan plan = Planning.of(codebook, members, agreed, tables(), Bits.secret());
    byte[] bytes = SynthesisJob.utf8(plan.written());
    tell(Round.of(bytes, codebook));
    write(out, bytes);
    terminal.say("Send it to all members, with the codebook. Each of them checks it.");
  }

  private Member member(Path file) {
    try {
      return Member.read(text(file, "any member's file"));
    } catch (RoundRefused e) {
      throw Ending.badInput("%s: %s".formatted(file, e.sentence()));
    }
  }

  private static String text(Path file, String what) {
    return new String(InFile.bytes(file, MOST_BYTES, what), StandardCharsets.UTF_8);
  }

  private List<List<String>> tables() {
    Optional<Path> file = arguments.file("--tables");
    if (file.isEmpty()) {
      return List.of();
    }
    List<List<String>> tables = new ArrayList<>();
    for (String line : text(file.get(), "any list of tables").lines().toList()) {
      if (!line.isBlank()) {
        tables.add(List.of(line.split(";", -1)).stream().map(String::strip).toList());
      }
    }
    if (tables.isEmpty()) {
      throw Ending.badInput("%s has no table in it.".formatted(file.get()));
    }
    return tables;
  }

  private int number(String option, int otherwise) {
    return Math.clamp(arguments.number(option, otherwise), -1, Integer.MAX_VALUE);
  }

  private void check() {
    Path file = rest(1, 1, "check takes a plan.").getFirst();
    SecretKeys keys = FederatedFolder.open(state()).keys();
    Round round = round(file);
    Member own = round.own(keys);
    if (arguments.has("--fingerprint")) {
      demandFingerprint(round);
    }
    tell(round);
    terminal.answer(
        "You are in it as %s. Fingerprint: %s. Read it out to each of the others, by voice, and hear theirs. If you do not know each of them, do not answer."
            .formatted(own.name(), fingerprint(round)));
  }

  private void contribute() {
    Path list = rest(1, 1, "contribute takes your list.").getFirst();
    Path out = out("your contribution");
    Path file = required("--plan", "the plan that all members checked");
    FederatedFolder folder = FederatedFolder.open(state());
    SecretKeys keys = folder.keys();
    Round round = round(file);
    round.own(keys);
    demandFingerprint(round);
    folder.demandNew(round);
    Codebook codebook = codebook();
    Sheet sheet = new InputOptions(arguments).sheet(list);
    Booking booking = accounting(round).of(sheet, codebook);
    DescribedList described = DescribedList.read(sheet, codebook, terminal);
    if (described.people().rows() < Release.FEWEST) {
      terminal.say(
          "There is a release if there are %d people on all lists together, and none with fewer."
              .formatted(Release.FEWEST));
    }
    byte[] contribution =
        Total.contribution(
            round, keys, described.people(), Bits.secret(), terminal.heardBy("Tables and masks"));
    OutFile.demandRoom(out);
    terminal.demandGoingOn();
    booking.around(
        out,
        terminal,
        _ -> {
          folder.answer(round);
          answer(out, contribution);
        });
    terminal.say("Send it to whoever adds up. It counts as told, whether or not there is a total.");
  }

  /// The round counts as answered from here on, whatever becomes of the file.
  private void answer(Path out, byte[] contribution) {
    try {
      OutFile.bytes(out, contribution);
    } catch (Ending ending) {
      terminal.say("The round counts as answered all the same: have it planned anew.");
      throw ending;
    }
    sayWritten(out, contribution);
  }

  private Accounting accounting(Round round) {
    Plan plan = round.plan();
    return Accounting.asked(
        arguments,
        Kind.FEDERATED,
        new Promise.DifferentialPrivacy(plan.epsilon(), plan.delta(), round.rho()));
  }

  private void demandFingerprint(Round round) {
    String told =
        arguments
            .one("--fingerprint")
            .orElseThrow(
                () ->
                    Ending.usage(
                        "Say which fingerprint the others have told you, by voice: --fingerprint. If"
                            + " keys in a plan were exchanged, whoever did it reads your counts."));
    String digits = told.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    if (!digits.equals(fingerprint(round).replace(" ", ""))) {
      throw Ending.badInput(
          "This plan is not the one that the others have: its fingerprint is another one than you"
              + " were told. Do not answer it; have the others read theirs out to you once more.");
    }
  }

  private void total() {
    List<Path> files = rest(1, Plan.MOST_MEMBERS, "total takes the members' contributions.");
    Path out = required("--out", "a new folder");
    OutFolder.demandNew(out);
    Round round = round(required("--plan", "the plan of the round"));
    Terms terms = SynthCommand.terms(round.plan().epsilon(), round.plan().delta(), arguments);
    var total = new Total(round);
    for (Path file : files) {
      terminal.demandGoingOn();
      try {
        total.add(InFile.bytes(file, Total.bytes(round), "any contribution to this round"));
      } catch (RoundRefused e) {
        throw Ending.badInput("%s: %s".formatted(file, e.sentence()));
      }
    }
    Measurements measured = total.measurements();
    Release release =
        Release.from(
            codebook(),
            round.coding(),
            measured,
            terms,
            round.lists(),
            Bits.secret(),
            terminal.heardBy("Steps taken"));
    terminal.demandGoingOn();
    var part = new SynthesisJob.Part("", release, SynthCommand.counts(release));
    SynthesisJob.write(List.of(part), out, Booking.NONE, terminal);
    SynthCommand.tell(release, out, terminal);
  }

  private Round round(Path file) {
    Codebook codebook = codebook();
    byte[] bytes = InFile.bytes(file, MOST_BYTES, "any plan");
    try {
      return Round.of(bytes, codebook);
    } catch (RoundRefused e) {
      throw Ending.badInput("%s: %s".formatted(file, e.sentence()));
    }
  }

  private void tell(Round round) {
    Plan plan = round.plan();
    terminal.answer(
        String.format(
            Locale.ROOT,
            "Epsilon %s, delta 1 in %,d, for anybody in %d of the %d lists at most, as long as %d members add"
                + " their noise as they should and tell nobody what they added.",
            Limit.plain(plan.epsilon()),
            Math.round(1 / plan.delta()),
            plan.mostOrganisations(),
            plan.members().size(),
            plan.honest()));
    terminal.answer(
        String.format(
            Locale.ROOT,
            "The noise keeps epsilon %.3g. If all others told one another what they added, they would see one member's counts behind its own noise alone: epsilon %.3g.",
            Zcdp.epsilon(round.rho(), plan.delta()),
            Zcdp.epsilon(round.rhoOfOne(), plan.delta())));
    SynthCommand.forHowMany(plan.delta()).ifPresent(terminal::answer);
    plan.members().forEach(each -> terminal.answer("Member: %s".formatted(each.name())));
    for (Plan.Group group : plan.groups()) {
      double variance = (double) group.variance() / DiscreteGaussian.PARTS * plan.members().size();
      terminal.answer(
          String.format(
              Locale.ROOT,
              "Counted: %s, each cell of the sum with noise of about %.3g.",
              counted(group.step(), group.tables().size()),
              Math.sqrt(variance)));
    }
  }

  private static String counted(Spent.Step step, int tables) {
    return switch (step) {
      case COLUMNS -> Plural.of(tables, "column by itself", "columns by themselves");
      case PAIRS -> Plural.of(tables, "pair of columns", "pairs of columns");
      case TRIPLES -> Plural.of(tables, "triple of columns", "triples of columns");
      default -> Plural.of(tables, "table by lot, to check by", "tables by lot, to check by");
    };
  }

  private static String fingerprint(Round round) {
    return InFile.shown(round.digest());
  }

  private void write(Path out, byte[] bytes) {
    terminal.demandGoingOn();
    OutFile.bytes(out, bytes);
    sayWritten(out, bytes);
  }

  private void sayWritten(Path out, byte[] bytes) {
    terminal.say("Written: %s, fingerprint %s.".formatted(out, InFile.fingerprint(bytes)));
  }

  private List<Path> rest(int least, int most, String otherwise) {
    int count = arguments.rest().size();
    if (count < least || count > most) {
      throw Ending.usage(otherwise);
    }
    return arguments.rest().stream().map(Arguments::path).toList();
  }

  /// Where to write, where nothing is yet.
  private Path out(String what) {
    Path out = required("--out", what);
    if (Files.exists(out)) {
      throw Ending.badInput("%s is there already. Name another file.".formatted(out));
    }
    return out;
  }

  private Codebook codebook() {
    return DescribedList.codebook(required("--codebook", "the one that was agreed on"));
  }

  private Path state() {
    return required("--state", "a folder of your own");
  }

  private Path required(String option, String what) {
    return arguments
        .file(option)
        .orElseThrow(() -> Ending.usage("%s is missing: %s.".formatted(option, what)));
  }
}
