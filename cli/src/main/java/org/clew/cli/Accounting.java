package org.clew.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.disclosure.account.Account;
import org.clew.disclosure.account.AccountRefused;
import org.clew.disclosure.account.Entry;
import org.clew.disclosure.account.Kind;
import org.clew.disclosure.account.Promise;
import org.clew.disclosure.account.Slice;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookText;
import org.clew.tables.Cells;

/// What a command books before it tells anything, where it is given an account; without one,
/// nothing happens here.
final class Accounting {

  static final String USAGE =
      """
        --account FILE    books what is told of whom, before it is told, and refuses what is too much
        --slice C=V,W     the list is of people with these values of column C, by which the account divides people
        --despite N,M     entries of the account without noise of some of the same people, which you know of
      """;

  /// The options that each command has where something leaves.
  static final List<String> VALUED = List.of("--account", "--slice", "--despite");

  /// Those and others.
  static Set<String> with(String... others) {
    return Stream.concat(VALUED.stream(), Stream.of(others))
        .collect(Collectors.toUnmodifiableSet());
  }

  private final Optional<AccountFile> file;
  private final Kind kind;
  private final Promise promise;
  private final Set<Integer> despite;

  /// By column, what `--slice` says.
  private final Optional<Map.Entry<String, String>> said;

  private Accounting(
      Optional<AccountFile> file,
      Kind kind,
      Promise promise,
      Set<Integer> despite,
      Optional<Map.Entry<String, String>> said) {
    this.file = file;
    this.kind = kind;
    this.promise = promise;
    this.despite = despite;
    this.said = said;
  }

  /// Reads what is asked for.
  ///
  /// @throws Ending when it makes no sense
  static Accounting asked(Arguments arguments, Kind kind, Promise promise) {
    Optional<AccountFile> file = arguments.file("--account").map(AccountFile::new);
    if (file.isEmpty() && (arguments.has("--slice") || arguments.has("--despite"))) {
      throw Ending.usage("--slice and --despite are about an account: --account FILE.");
    }
    if (file.isPresent() && arguments.has("--test-seed")) {
      throw Ending.usage(
          "A release made from --test-seed hides nobody and is for nobody, so that there is nothing to book."
              + " Leave out --account, or --test-seed.");
    }
    return new Accounting(
        file,
        kind,
        promise,
        despite(arguments),
        arguments.one("--slice").map(Accounting::columnAndValues));
  }

  private static Set<Integer> despite(Arguments arguments) {
    Set<Integer> numbers = new TreeSet<>();
    for (String said : arguments.all("--despite")) {
      for (String each : said.split(",", -1)) {
        if (!each.strip().matches("\\d{1,9}")) {
          throw Ending.usage("--despite takes numbers of entries, such as 3 or 3,5.");
        }
        numbers.add(Integer.parseInt(each.strip()));
      }
    }
    return numbers;
  }

  private static Map.Entry<String, String> columnAndValues(String said) {
    int equals = said.indexOf('=');
    if (equals < 1) {
      throw Ending.usage("--slice takes a column and values: --slice year=2023,2024.");
    }
    return Map.entry(said.substring(0, equals).strip(), said.substring(equals + 1));
  }

  /// The account and what is locked for it, where there is one, so that nothing is written there.
  List<Path> read() {
    return file.stream().flatMap(each -> Stream.of(each.place(), each.lock())).toList();
  }

  /// What there is to book of a list. Refuses early what would be refused later, and a list that is
  /// not of the people it is said to be of.
  ///
  /// @param codebook by which the list is read
  /// @throws Ending when it is refused
  Booking of(Sheet sheet, Codebook codebook) {
    return of(sheet, Optional.of(codebook), codebook.person());
  }

  /// The same of a list that is read without a codebook.
  Booking of(Sheet sheet, Optional<Persons> persons) {
    return of(sheet, Optional.empty(), persons.map(Persons::column));
  }

  private Booking of(Sheet sheet, Optional<Codebook> codebook, Optional<String> person) {
    return file.map(account -> new Booking(account, told(account, sheet, codebook, person)))
        .orElse(Booking.NONE);
  }

  private Entry.Told told(
      AccountFile file, Sheet sheet, Optional<Codebook> codebook, Optional<String> said) {
    Account account = file.read();
    try {
      Slice slice = slice(account, codebook);
      account
          .opening()
          .by()
          .filter(_ -> !slice.isEverybody())
          .ifPresent(column -> demandWithin(sheet, sheet.demand(column), slice));
      Optional<String> person = said;
      if (codebook.isEmpty() && said.isEmpty() && account.opening().person().isPresent()) {
        demandOneRowEach(sheet, account.opening().person().get());
        person = account.opening().person();
      }
      demandOneSliceEach(sheet, account.opening(), person);
      var told =
          new Entry.Told(
              Instant.now(),
              kind,
              slice,
              promise,
              person,
              codebook.map(each -> new Entry.Source(CodebookText.digest(each), each.domains())),
              despite);
      account.book(told);
      return told;
    } catch (AccountRefused e) {
      throw file.refused(e);
    }
  }

  private Slice slice(Account account, Optional<Codebook> codebook) {
    if (said.isEmpty()) {
      return Slice.EVERYBODY;
    }
    String column = said.get().getKey();
    if (!account.opening().by().equals(Optional.of(column))) {
      throw new AccountRefused(
          account
              .opening()
              .by()
              .map(
                  "This account divides people by \"%s\". By another column, slices could have people in common."
                      ::formatted)
              .orElse("This account does not divide people: leave out --slice."));
    }
    Slice slice = Slice.of(List.of(said.get().getValue().split(",", -1)));
    codebook.ifPresent(each -> slice.demandKnown(each, column));
    return slice;
  }

  /// How many rows are of others is not told: it would tell of the list.
  private static void demandWithin(Sheet sheet, int column, Slice slice) {
    Map<String, Boolean> known = new HashMap<>();
    boolean[] all = {true};
    sheet.cells(
        row -> {
          String cell = text(row, column);
          all[0] = known.computeIfAbsent(cell, slice::has);
          return all[0];
        });
    if (!all[0]) {
      throw new AccountRefused(
          "%s has rows of people outside the slice %s. Give it the rows of the slice alone."
              .formatted(sheet.file(), slice.said()));
    }
  }

  private static void demandOneRowEach(Sheet sheet, String person) {
    int column = sheet.demand(person);
    Set<String> seen = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    sheet.cells(
        row -> {
          String cell = text(row, column).strip();
          if (cell.isEmpty()) {
            wrong.add("has a row with nothing under \"%s\", so that nobody knows whose it is");
          } else if (!seen.add(cell)) {
            wrong.add("has people with several rows, which have the same \"%s\"");
          }
          return wrong.isEmpty();
        });
    if (!wrong.isEmpty()) {
      throw new AccountRefused(
          "Without --person, each row is counted as a person, but %s %s."
              .formatted(sheet.file(), wrong.getFirst().formatted(person)));
    }
  }

  /// Where people have several rows, those of one person are all in one slice, or the largest over
  /// slices is not what was told of anybody. Not known of rows in another list.
  private static void demandOneSliceEach(
      Sheet sheet, Account.Opening opening, Optional<String> person) {
    if (opening.by().isEmpty() || person.isEmpty() || sheet.column(opening.by().get()) < 0) {
      return;
    }
    int by = sheet.demand(opening.by().get());
    int whose = sheet.demand(person.get());
    Map<String, String> slices = new HashMap<>();
    boolean[] one = {true};
    sheet.cells(
        row -> {
          String slice = Slice.inOneForm(text(row, by));
          one[0] = slices.computeIfAbsent(text(row, whose).strip(), _ -> slice).equals(slice);
          return one[0];
        });
    if (!one[0]) {
      throw new AccountRefused(
          "%s has rows of one person with different values of \"%s\", by which this account divides people: more would be told of them than is booked. Give each person one."
              .formatted(sheet.file(), opening.by().get()));
    }
  }

  private static String text(Cells row, int column) {
    return column < row.count() ? row.text(column) : "";
  }
}
