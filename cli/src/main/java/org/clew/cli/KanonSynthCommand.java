package org.clew.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.disclosure.Plural;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.combinations.CombinationCounts;
import org.clew.disclosure.release.KAnonymousRelease;

/// `clew release kanon synth`: rows of people who do not exist that tell only what k people share.
final class KanonSynthCommand {

  static final String USAGE =
      """
        kanon synth       a list of people who do not exist, as many, in which all values that stand together are
                          those of K people or more. NO differential privacy: make one of the same people, no second
        --codebook C.json what the columns hold: draft it with release codebook, and correct it
        --k K             how many people have whatever is told, from 2
        --longest N       that is said of so many values together, 1 to 4. Default: 4
        --out DIR         a new folder: synthetic.csv and .parquet, privacy-report.html and .json, datapackage.json,
                          WARNING.txt
        --test-seed N     for tests alone: lots that can be drawn again
      """;

  private static final Set<String> VALUED =
      Stream.concat(SynthesisJob.VALUED.stream(), Stream.of("--k", "--longest"))
          .collect(Collectors.toUnmodifiableSet());

  private final Arguments arguments;
  private final Terminal terminal;

  private KanonSynthCommand(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /// @param words what stands after `release kanon synth`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    new KanonSynthCommand(Arguments.read(words, VALUED, Set.of()), terminal).run();
  }

  private void run() {
    int k = number("--k", 0, 2, Integer.MAX_VALUE, "Say how many people must have what is told:");
    int longest = number("--longest", CombinationCounts.LONGEST, 1, CombinationCounts.LONGEST, "");
    Accounting accounting =
        Accounting.asked(arguments, Kind.KANON_SYNTH, new Promise.WithoutNoise(k));
    SynthesisJob job = SynthesisJob.asked("kanon synth", arguments, accounting, terminal);
    KAnonymousRelease release =
        job.made(
            () ->
                KAnonymousRelease.of(
                    job.list().codebook(),
                    job.list().coding(),
                    job.list().people(),
                    k,
                    longest,
                    job.bits(),
                    terminal.heardBy("Rows done")));
    job.write(List.of(new SynthesisJob.Part("", release, _ -> {})));
    tell(release, job.out());
  }

  private int number(String option, int otherwise, int least, int most, String why) {
    long number = arguments.number(option, otherwise);
    if (number < least || number > most) {
      throw Ending.usage(
          "%s %s takes a number from %d%s."
              .formatted(why, option, least, most == Integer.MAX_VALUE ? "" : " to " + most)
              .strip());
    }
    return (int) number;
  }

  private void tell(KAnonymousRelease release, Path out) {
    terminal.answer(
        "%s of people who do not exist are in %s. Read privacy-report.html before you give them away."
            .formatted(Plural.of(release.size(), "row", "rows"), out));
  }
}
