package org.clew.disclosure.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.disclosure.EpsilonDelta;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.codebook.Codebook;
import org.clew.tables.Unseen;

/// What was told of whom, within a limit for each person over life.
///
/// **With noise**, what releases tell of a person adds up in ρ over those releases that the person
/// is in (Bun and Steinke 2016, also where later releases are chosen by what earlier ones told:
/// Feldman and Zrnic 2021). People are divided by one column into slices; a person is in one, so
/// that for disjoint slices the largest counts, and not the sum (parallel composition, McSherry
/// 2009). That holds as far as it is so: of whoever has rows in several slices, as much may be told
/// as of all of these together.
///
/// **Without noise** nothing adds up: of two such releases of some of the same people, one can be
/// subtracted from the other, and what is left may be of one person. So there is one, and a second
/// one only where somebody says that they know of the first. No ρ is booked for them, and no limit
/// holds for what they tell.
///
/// Entries are chained: each is known by a digest of itself and of the one before. Whoever can
/// write the file can also make it up anew, and an older copy is whole in itself: the [Witness]
/// that stands in the report of each release finds both.
public final class Account {

  /// What stands at the beginning.
  ///
  /// @param id of this account and no other
  /// @param person the column that says whose row a row is; empty where each row is a person
  /// @param by the column by which people are divided; empty where they are not
  public record Opening(
      UUID id, Instant opened, Limit limit, Optional<String> person, Optional<String> by) {
    /// Keeps seconds.
    ///
    /// @throws AccountRefused when people are divided by what tells them apart
    public Opening {
      opened = opened.truncatedTo(ChronoUnit.SECONDS);
      if (Stream.concat(person.stream(), by.stream())
          .anyMatch(name -> name.isBlank() || Unseen.isIn(name))) {
        throw new AccountRefused("A column has a name of visible characters.");
      }
      if (by.isPresent() && by.equals(person)) {
        throw new AccountRefused(
            "\"%s\" cannot say who is who and divide people into slices, both."
                .formatted(by.get()));
      }
    }
  }

  /// An entry in its place.
  ///
  /// @param number from 1
  /// @param digest of it and all before it
  public record Numbered(int number, Entry entry, String digest) {}

  private final Opening opening;
  private final String first;
  private final List<Numbered> entries;

  private Account(Opening opening, String first, List<Numbered> entries) {
    this.opening = opening;
    this.first = first;
    this.entries = List.copyOf(entries);
  }

  /// An account of nothing told so far.
  public static Account open(Opening opening) {
    return new Account(opening, AccountText.digest(opening), List.of());
  }

  /// What stands at the beginning.
  public Opening opening() {
    return opening;
  }

  /// All entries, in the order in which they were booked.
  public List<Numbered> entries() {
    return entries;
  }

  /// The digest of all there is.
  public String digest() {
    return entries.isEmpty() ? first : entries.getLast().digest();
  }

  /// The same with one more entry, whatever it says.
  Account with(Entry entry) {
    int number = entries.size() + 1;
    List<Numbered> more = new ArrayList<>(entries);
    more.add(new Numbered(number, entry, AccountText.digest(number, entry, digest())));
    return new Account(opening, first, more);
  }

  /// Books what is about to be told.
  ///
  /// @throws AccountRefused when it must not be told
  public Account book(Entry.Told told) {
    demandSamePerson(told);
    if (opening.by().isEmpty() && !told.slice().isEverybody()) {
      throw new AccountRefused(
          "This account does not divide people: leave out --slice. One that does is opened with --by COLUMN.");
    }
    switch (told.promise()) {
      case Promise.DifferentialPrivacy noise -> {
        demandCounted(told);
        demandLeft(told.slice(), noise);
      }
      case Promise.WithoutNoise _ -> demandNothingToSubtract(told);
    }
    return with(told);
  }

  /// Demands that ρ bounds what is told: not so where which values there are was read off the list,
  /// since two drafts tell who came in between by a value that nobody else has.
  private static void demandCounted(Entry.Told told) {
    if (told.source().filter(source -> source.domains() == Codebook.Domains.READ_OFF).isPresent()) {
      throw new AccountRefused(
          "Refused: which values there are was READ OFF the list, and tells of whoever has a rare one; no noise hides that, so that it"
              + " would tell more than is booked. Correct the codebook until all in it is public knowledge, and write \"domains\": \"PUBLIC\".");
    }
    if (!told.despite().isEmpty()) {
      throw new AccountRefused(
          "A release with noise is subtracted from nothing: leave out --despite, which is for releases without.");
    }
  }

  private void demandSamePerson(Entry.Told told) {
    if (!told.person().equals(opening.person())) {
      throw new AccountRefused(
          "In this account a person is %s; in this release, %s. What is told of one cannot be added to what is told of the other."
              .formatted(unit(opening.person()), unit(told.person())));
    }
  }

  /// What one person is.
  static String unit(Optional<String> person) {
    return person.map("all rows with the same \"%s\""::formatted).orElse("one row of a list");
  }

  /// What one person is here.
  public String unit() {
    return unit(opening.person());
  }

  private void demandLeft(Slice slice, Promise.DifferentialPrivacy noise) {
    if (noise.rho() <= left(slice)) {
      return;
    }
    throw new AccountRefused(
        "Refused: it would tell more of %s than this account allows of a person. Told so far: rho %.4g of %.4g. Left: rho %.4g. %s"
            .formatted(
                whom(slice), told(slice), opening.limit().rho(), left(slice), fit(slice, noise)));
  }

  private String fit(Slice slice, Promise.DifferentialPrivacy noise) {
    OptionalDouble fitting = fitting(slice, noise.delta());
    return fitting.isPresent()
        ? "With delta %s, epsilon %s would still fit."
            .formatted(Limit.plain(noise.delta()), Limit.plain(fitting.getAsDouble()))
        : "Nothing more fits: no release of these people can be made within it.";
  }

  private static String whom(Slice slice) {
    return slice.isEverybody() ? "somebody" : "people with \"%s\"".formatted(slice.said());
  }

  private void demandNothingToSubtract(Entry.Told told) {
    Set<Integer> earlier = earlierWithoutNoise(told.slice());
    for (int number : told.despite()) {
      if (!earlier.contains(number)) {
        throw new AccountRefused(
            "Entry %d is no release without noise of any of these people; leave it out of --despite."
                .formatted(number));
      }
    }
    Set<Integer> unsaid = new TreeSet<>(earlier);
    unsaid.removeAll(told.despite());
    if (!unsaid.isEmpty()) {
      throw new AccountRefused(
          ("Refused: %s was told without noise already (entries %s). Whoever holds both subtracts one from the other: if the lists"
                  + " differ by one person, what is left is that person. Release with noise (release synth), or people of whom"
                  + " nothing was told without. If you have made sure that the two cannot be subtracted, say so: --despite %s.")
              .formatted(told.slice().said(), numbers(unsaid), numbers(earlier)));
    }
  }

  private static String numbers(Set<Integer> all) {
    return all.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /// Numbers of releases without noise of some of the same people.
  public Set<Integer> earlierWithoutNoise(Slice slice) {
    Set<Integer> numbers = new TreeSet<>();
    for (Numbered each : entries) {
      if (each.entry() instanceof Entry.Told told
          && told.isWithoutNoise()
          && told.slice().overlaps(slice)) {
        numbers.add(each.number());
      }
    }
    return numbers;
  }

  /// Notes that what was booked has been written.
  ///
  /// @throws AccountRefused when no such thing was booked, or it was noted before
  public Account written(Entry.Written written) {
    boolean booked =
        written.of() >= 1
            && written.of() <= entries.size()
            && entries.get(written.of() - 1).entry() instanceof Entry.Told;
    if (!booked || writing(written.of()).isPresent()) {
      throw new AccountRefused(
          "Entry %d is nothing that waits to be written.".formatted(written.of()));
    }
    return with(written);
  }

  /// What is known to have been written of what was booked; empty where a run broke off in between.
  public Optional<Entry.Written> writing(int number) {
    return entries.stream()
        .map(Numbered::entry)
        .filter(Entry.Written.class::isInstance)
        .map(Entry.Written.class::cast)
        .filter(each -> each.of() == number)
        .findFirst();
  }

  /// Whether it holds what a release said it was booked as.
  public boolean has(Witness witness) {
    return opening.id().equals(witness.account())
        && witness.entry() >= 1
        && witness.entry() <= entries.size()
        && entries.get(witness.entry() - 1).digest().equals(witness.digest());
  }

  /// The values that any slice has, each by itself.
  public Set<String> values() {
    return releases()
        .flatMap(told -> told.slice().values().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Entry.Told> releases() {
    return entries.stream()
        .map(Numbered::entry)
        .filter(Entry.Told.class::isInstance)
        .map(Entry.Told.class::cast);
  }

  /// The ρ that was told of whoever of a slice was told most of.
  public double told(Slice slice) {
    Map<String, Double> sums = new HashMap<>();
    double ofEverybody = 0;
    for (Entry.Told told : releases().toList()) {
      if (told.slice().isEverybody()) {
        ofEverybody += told.rho();
      } else {
        told.slice().values().forEach(value -> sums.merge(value, told.rho(), Double::sum));
      }
    }
    double most = 0;
    for (String value : slice.isEverybody() ? sums.keySet() : slice.values()) {
      most = Math.max(most, sums.getOrDefault(value, 0.0));
    }
    return ofEverybody + most;
  }

  /// The ρ that may still be told of everybody in a slice.
  public double left(Slice slice) {
    return Math.max(0, opening.limit().rho() - told(slice));
  }

  /// What was told of whoever of a slice was told most of, as ε with the account's δ; 0 for
  /// nothing.
  public double epsilonTold(Slice slice) {
    double rho = told(slice);
    return rho == 0 ? 0 : Zcdp.epsilon(rho, opening.limit().delta());
  }

  /// The largest ε, in hundredths, of a release that still fits.
  ///
  /// @param delta of that release
  /// @return nothing where none fits
  public OptionalDouble fitting(Slice slice, double delta) {
    double left = left(slice);
    if (left == 0 || Zcdp.rho(EpsilonDelta.LEAST_EPSILON, delta) > left) {
      return OptionalDouble.empty();
    }
    double most = Math.min(EpsilonDelta.MOST_EPSILON, Zcdp.epsilon(left, delta));
    long hundredths = (long) Math.floor(most * 100 + 1e-6);
    while (hundredths > 1 && Zcdp.rho(hundredths / 100.0, delta) > left) {
      hundredths--;
    }
    return OptionalDouble.of(hundredths / 100.0);
  }
}
