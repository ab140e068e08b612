package org.clew.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.disclosure.EpsilonDelta;
import org.clew.disclosure.Sha256;
import org.clew.disclosure.account.Account;
import org.clew.disclosure.account.AccountRefused;
import org.clew.disclosure.account.Entry;
import org.clew.disclosure.account.Limit;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.account.Slice;
import org.clew.disclosure.account.Witness;
import org.clew.disclosure.codebook.Codebook;

/// `clew release account`: what was told of whom over all releases, and what may still be told.
final class AccountCommand {

  static final String USAGE =
      """
        account open      a new account of what all releases together tell of one person, which refuses too much
        --epsilon E       how much may ever be told of anybody with noise, from 0.01 to 20
        --delta D         no finding's chance is more than e^E times what it is without them, plus D: 0.001 at
                          most. Default: 0.0000001
        --by C            people are divided by column C: public, one value for each person, and never changed
        --person C        the column that says whose row a row is. Default: each row is a person
        account show      what was told so far, and what is left
        --report R.json   the privacy report of a release that must be in it, as it was written: finds an older copy
                          out, and a report that was changed
      """;

  private static final Set<String> OPENING = Set.of("--epsilon", "--delta", "--by", "--person");
  private static final Set<String> SHOWING = Set.of("--report");
  private static final int MOST_BYTES = 4 << 20;
  private static final int SHOWN = 12;

  private AccountCommand() {}

  /// @param words what stands after `release account`
  /// @throws Ending when it ends other than well
  static void run(List<String> words, Terminal terminal) {
    String doing = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    switch (doing) {
      case "open" -> open(Arguments.read(rest, OPENING, Set.of()), terminal);
      case "show" -> show(Arguments.read(rest, SHOWING, Set.of()), terminal);
      default ->
          throw Ending.usage("release account knows open and show, not \"%s\".".formatted(doing));
    }
  }

  private static AccountFile file(Arguments arguments) {
    if (arguments.rest().size() != 1) {
      throw Ending.usage("account takes one file.");
    }
    return new AccountFile(Arguments.path(arguments.rest().getFirst()));
  }

  private static void open(Arguments arguments, Terminal terminal) {
    AccountFile file = file(arguments);
    if (!arguments.has("--epsilon")) {
      throw Ending.usage("Say how much may ever be told of anybody: --epsilon, from 0.01 to 20.");
    }
    Account account;
    try {
      account =
          Account.open(
              new Account.Opening(
                  UUID.randomUUID(),
                  Instant.now(),
                  Limit.of(
                      arguments.decimal("--epsilon", 1),
                      arguments.decimal("--delta", EpsilonDelta.DELTA)),
                  arguments.one("--person").map(String::strip),
                  arguments.one("--by").map(String::strip)));
    } catch (AccountRefused e) {
      throw Ending.usage(e.sentence());
    }
    file.open(account);
    terminal.answer("%s is open. %s".formatted(file.place(), limit(account)));
    terminal.say(
        """
        What was told before today is not in it. Give it to every release of these people (--account %s), keep it where
        the list is kept, and back it up with the list: an older copy has forgotten what was told since.
        %s.lock beside it keeps two commands from booking at once."""
            .formatted(file.place(), file.place()));
    SynthCommand.forHowMany(account.opening().limit().delta()).ifPresent(terminal::say);
  }

  private static String limit(Account account) {
    Account.Opening opening = account.opening();
    return String.format(
        Locale.ROOT,
        "All releases with noise that are booked in it together tell no more of anybody than epsilon %s (delta %s, rho %.4g). One person is %s. %s",
        Limit.plain(opening.limit().epsilon()),
        Limit.plain(opening.limit().delta()),
        opening.limit().rho(),
        account.unit(),
        opening
            .by()
            .map(column -> divided(column, opening.person()))
            .orElse("People are not divided: each release counts for everybody."));
  }

  private static String divided(String column, Optional<String> person) {
    String said = "People are divided by \"%s\", each of them for ever.".formatted(column);
    return person.isEmpty()
        ? said
        : ("%s A list where rows of one person differ in it is refused. TWO LISTS ARE NOT COMPARED: of whoever has rows in both, with"
                + " another \"%s\" in each, up to that much is told for each.")
            .formatted(said, column);
  }

  private static void show(Arguments arguments, Terminal terminal) {
    AccountFile file = file(arguments);
    Account account = file.read();
    arguments.file("--report").ifPresent(report -> demandHas(account, file, report, terminal));
    terminal.answer(
        "%s, opened on %s. %s"
            .formatted(file.place(), day(account.opening().opened()), limit(account)));
    if (account.entries().isEmpty()) {
      terminal.answer("Nothing was told so far.");
    }
    for (Account.Numbered each : account.entries()) {
      terminal.answer(
          switch (each.entry()) {
            case Entry.Told told -> line(account, each.number(), told);
            case Entry.Written written ->
                "%4d  %s  entry %d was written"
                    .formatted(each.number(), day(written.when()), written.of());
          });
    }
    standing(account, terminal);
    terminal.say(
        """
        Of somebody who is registered twice, or whose value was corrected between two releases, more was told than
        stands here. What was given away without the account is not in it. An older copy of this file looks just like it:
        --report with the report of the latest release finds that out.""");
  }

  private static void demandHas(Account account, AccountFile file, Path report, Terminal terminal) {
    byte[] written = InFile.bytes(report, MOST_BYTES, "any privacy-report.json");
    Witness witness;
    try {
      witness = Witness.read(new String(written, StandardCharsets.UTF_8));
    } catch (AccountRefused e) {
      throw Ending.badInput("%s: %s".formatted(report, e.sentence()));
    }
    if (!account.has(witness)) {
      throw Ending.badInput(
          "%s does not have entry %d as %s says it was booked: this is another account, an older copy, or one that"
                  .formatted(file.place(), witness.entry(), report)
              + " was made up anew. Release nothing on it.");
    }
    terminal.answer(
        account
            .writing(witness.entry())
            .map(noted -> asWritten(noted, written, report))
            .orElse(
                "%s says that it is entry %d of this account. Nothing there says what was written, so that nobody knows whether it was changed since."
                    .formatted(report, witness.entry())));
  }

  private static String asWritten(Entry.Written noted, byte[] report, Path place) {
    if (!noted.files().containsValue(Sha256.hex(report))) {
      throw Ending.badInput(
          ("%s says that it is entry %d of this account, but it was CHANGED since it was written: by hand, or by a program that saved it"
                  + " anew. Do not go by it. What was promised stands in the account (show, without --report).")
              .formatted(place, noted.of()));
    }
    return "%s is entry %d of this account, as it was written.".formatted(place, noted.of());
  }

  private static String day(Instant when) {
    return when.toString().substring(0, 10);
  }

  private static String line(Account account, int number, Entry.Told told) {
    String cost =
        switch (told.promise()) {
          case Promise.DifferentialPrivacy noise ->
              String.format(
                  Locale.ROOT,
                  "epsilon %s, delta %s (rho %.4g)",
                  Limit.plain(noise.epsilon()),
                  Limit.plain(noise.delta()),
                  noise.rho());
          case Promise.WithoutNoise without ->
              without.least() == 1
                  ? "EXACT, without noise"
                  : String.format(
                      Locale.ROOT, "without noise, of %,d people or more", without.least());
        };
    String source =
        told.source().isPresent() && told.source().get().domains() == Codebook.Domains.READ_OFF
            ? "; its lists of values were READ OFF the list, which no rho counts"
            : "";
    String despite =
        told.despite().isEmpty()
            ? ""
            : "; CAN BE SUBTRACTED, unless somebody made sure, from entries "
                + told.despite().stream().map(String::valueOf).collect(Collectors.joining(", "));
    Optional<Entry.Written> written = account.writing(number);
    return "%4d  %s  %s of %s: %s%s%s%s"
        .formatted(
            number,
            day(told.when()),
            told.kind().said(),
            told.slice().said(),
            cost,
            source,
            despite,
            written.isPresent() ? "" : "; nothing says that it was written, and it counts as told");
  }

  /// What slices have in common that can be said of in one line.
  private record Standing(double rho, Set<Integer> withoutNoise) {}

  /// By slice, what was told and what is left.
  private static void standing(Account account, Terminal terminal) {
    Set<String> values = account.values();
    Map<Standing, List<String>> alike = new LinkedHashMap<>();
    for (String value : values) {
      Slice slice = Slice.of(List.of(value));
      alike
          .computeIfAbsent(
              new Standing(account.told(slice), account.earlierWithoutNoise(slice)),
              _ -> new ArrayList<>())
          .add(value);
    }
    for (List<String> of : alike.values()) {
      terminal.answer(
          "Of %s%s: %s"
              .formatted(
                  of.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                  of.size() > SHOWN ? " and %,d more".formatted(of.size() - SHOWN) : "",
                  standing(account, Slice.of(List.of(of.getFirst())))));
    }
    if (!values.isEmpty()) {
      terminal.answer("Of all others: %s".formatted(standing(account, others(values))));
    }
    terminal.answer("Of everybody at once: %s".formatted(standing(account, Slice.EVERYBODY)));
  }

  /// People with a value of which nothing was told.
  private static Slice others(Set<String> values) {
    String other = "others";
    while (values.contains(other)) {
      other += " of them";
    }
    return Slice.of(List.of(other));
  }

  private static String standing(Account account, Slice slice) {
    double delta = account.opening().limit().delta();
    OptionalDouble fitting = account.fitting(slice, delta);
    Set<Integer> without = account.earlierWithoutNoise(slice);
    return String.format(
        Locale.ROOT,
        "epsilon %.2f was told with noise; %s.%s",
        account.epsilonTold(slice),
        fitting.isPresent()
            ? "a release of epsilon %s (delta %s) still fits"
                .formatted(Limit.plain(fitting.getAsDouble()), Limit.plain(delta))
            : "no release with noise fits any more",
        without.isEmpty()
            ? ""
            : " Told without noise, too: no limit holds for that, and nothing more of that kind is told.");
  }
}
