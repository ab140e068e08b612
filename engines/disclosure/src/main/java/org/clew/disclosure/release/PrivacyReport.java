package org.clew.disclosure.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clew.disclosure.EpsilonDelta;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.account.Booked;
import org.clew.disclosure.account.Limit;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Combination.Basis;
import org.clew.disclosure.synthesis.Spent;
import org.clew.disclosure.synthesis.Synthetic;
import org.clew.disclosure.synthesis.Withheld;
import org.clew.tables.Json;
import org.clew.tables.Json.Items;
import org.clew.tables.Json.Members;

/// What a release promises, to whom, at what cost, and what it does not promise. It tells nothing
/// of the people but what the release tells itself.
///
/// @param codebook what everybody is taken to know
/// @param lists those it tells of
/// @param source where the noise came from
/// @param people how many there are
/// @param withheld by length, what the rows have and is not told
/// @param tables all that was measured
/// @param place which of several tiers it is, where there are any
/// @param booked as what an account has it, where one does
public record PrivacyReport(
    Codebook codebook,
    Terms terms,
    Lists lists,
    Bits.Source source,
    Synthetic made,
    Aggregate people,
    List<Aggregate> aggregates,
    List<Withheld> withheld,
    List<TableError> tables,
    Optional<Tiers.Place> place,
    Optional<Booked> booked)
    implements ReleaseReport {

  /// What stands above everything else in every file, where it does.
  static final String SEEDED =
      "TEST RELEASE: the noise was made from a seed and hides nobody. Do not give this to anyone.";

  static final String READ_OFF =
      "THE LISTS OF VALUES WERE READ OFF THE DATA. That a value is there tells of somebody who has"
          + " it, whatever the noise. The promise below holds only as far as everybody knew these"
          + " values beforehand.";

  private static final List<String> OF_ANY_LIST =
      List.of(
          "It is about one person more or less in the list. What is true of a whole group can still"
              + " be learned from the release, and be held against somebody who belongs to it.",
          "Whoever has several rows counts as several people, unless the codebook says which column"
              + " tells whose row it is.",
          "It says nothing of what somebody can learn elsewhere: from another release of the same"
              + " people, a leak, or the list itself. Releases of the same people add up.",
          "That there is a release at all tells that the list has 100 people or more, and that its"
              + " rows are as the codebook says. A codebook that was changed because of what is in the"
              + " list is no longer public knowledge.",
          "The rows are of people who do not exist. A row that looks like somebody is not that"
              + " person, and says nothing of them; a search for one person in it is no finding.",
          "Small counts are missing because they cannot be told without giving somebody away, not"
              + " because nobody is there.");

  /// Copies the lists.
  public PrivacyReport {
    aggregates = List.copyOf(aggregates);
    withheld = List.copyOf(withheld);
    tables = List.copyOf(tables);
  }

  @Override
  public PrivacyReport bookedAs(Booked booked) {
    return new PrivacyReport(
        codebook,
        terms,
        lists,
        source,
        made,
        people,
        aggregates,
        withheld,
        tables,
        place,
        Optional.of(booked));
  }

  @Override
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (source == Bits.Source.SEED) {
      warnings.add(SEEDED);
    }
    if (codebook.domains() == Codebook.Domains.READ_OFF) {
      warnings.add(READ_OFF);
    }
    if (isLoose(terms.delta())) {
      warnings.add(loose("DELTA IS LARGE FOR SO MANY PEOPLE", terms.delta()));
    }
    booked
        .map(as -> as.after().opening().limit().delta())
        .filter(this::isLoose)
        .ifPresent(
            delta -> warnings.add(loose("THE ACCOUNT'S DELTA IS LARGE FOR SO MANY PEOPLE", delta)));
    return warnings;
  }

  /// By how many people are told, not by how many there are.
  private boolean isLoose(double delta) {
    return people.count() > EpsilonDelta.mostPeople(delta);
  }

  private String loose(String what, double delta) {
    return String.format(
        Locale.ROOT,
        "%s. A release that gave each of them away, name and all, with a chance of 1 in %,d, would keep that"
            + " part of the promise: of about %,d people, %.1f. That is not done here, but it is not"
            + " ruled out by what is promised. Take %s.",
        what,
        Math.round(1 / delta),
        people.count(),
        delta * people.count(),
        Limit.plain(EpsilonDelta.deltaFor(people.count())));
  }

  /// What is not promised, in words a caseworker understands.
  List<String> limits() {
    List<String> limits = new ArrayList<>();
    if (lists.isPooled()) {
      limits.add(
          ("It is made from %d lists that nobody has together. It holds while %d of the organisations,"
                  + " at least, added their noise as they should and told nobody what they added."
                  + " With fewer, less is promised.")
              .formatted(lists.count(), lists.honest()));
      limits.add(
          ("Whoever is in more than %d of the lists is told of more than is promised. How many are,"
                  + " nobody has counted.")
              .formatted(lists.mostOrganisations()));
      limits.add(
          "An organisation can put into its counts what it likes, and nobody sees it. What is told"
              + " of all together is worth as much as each of them.");
    }
    limits.addAll(OF_ANY_LIST);
    return limits;
  }

  /// How many combinations of a length are told, from measured tables or from the rows.
  long told(int length, Basis basis) {
    return aggregates.stream()
        .filter(each -> each.length() == length && each.basis() == basis)
        .count();
  }

  @Override
  public String json() {
    var all = new LinkedHashMap<String, Json>();
    all.put("clew_privacy_report", Json.of(1));
    all.put("warnings", Json.of(warnings()));
    all.put("promise", promise());
    all.put(
        "spent",
        new Items(made.measurements().spent().stream().map(PrivacyReport::spent).toList()));
    place.ifPresent(of -> all.put("tier", of.json()));
    booked.ifPresent(as -> all.put("account", as.json()));
    all.put("public_knowledge", publicKnowledge());
    all.put("told", told());
    all.put("withheld", new Items(withheld.stream().map(PrivacyReport::withheld).toList()));
    all.put("tables", new Items(tables.stream().map(this::table).toList()));
    all.put("not_promised", Json.of(limits()));
    return new Members(all).written();
  }

  @Override
  public String html() {
    return ReportPage.write(this);
  }

  @Override
  public Json promise() {
    var promise = new LinkedHashMap<String, Json>();
    promise.put("unit", Json.of(unit()));
    promise.put("neighbours", Json.of(neighbours()));
    promise.put("definition", Json.of("(epsilon, delta)-differential privacy by way of rho-zCDP"));
    promise.put("epsilon", Json.of(terms.epsilon()));
    promise.put("delta", Json.of(terms.delta()));
    promise.put("rho_allowed", Json.of(terms.rho()));
    promise.put("rho_spent", Json.of(made.measurements().rho()));
    promise.put("epsilon_spent", Json.of(epsilonSpent()));
    promise.put("noise", Json.of(source == Bits.Source.SEED ? "seed" : "secret"));
    if (lists.isPooled()) {
      promise.put("organisations", Json.of(lists.count()));
      promise.put("most_organisations", Json.of(lists.mostOrganisations()));
      promise.put("organisations_taken_to_add_noise", Json.of(lists.honest()));
    }
    return new Members(promise);
  }

  /// The epsilon that what was spent comes to.
  double epsilonSpent() {
    return Zcdp.epsilon(made.measurements().rho(), terms.delta());
  }

  /// What the promise compares.
  String neighbours() {
    return lists.isPooled()
        ? "the lists as they are, and with one person more"
        : "two lists, one of which has one person more";
  }

  /// Who is hidden.
  String unit() {
    String ofList =
        codebook
            .person()
            .map(column -> "one person: all rows with the same \"%s\"".formatted(column))
            .orElse("one person: one row of the list");
    return lists.isPooled()
        ? "%s, in %d of the %d lists at most"
            .formatted(ofList, lists.mostOrganisations(), lists.count())
        : ofList;
  }

  private static Json spent(Spent spent) {
    var step = new LinkedHashMap<String, Json>();
    step.put("step", Json.of(words(spent.step().name())));
    step.put("mechanism", Json.of(words(spent.mechanism().name())));
    step.put("tables", Json.of(spent.tables()));
    step.put("rho", Json.of(spent.rho()));
    step.put("sigma", Json.of(spent.deviation()));
    return new Members(step);
  }

  private Json publicKnowledge() {
    var known = new LinkedHashMap<String, Json>();
    known.put(
        "values_of_columns",
        Json.of(codebook.domains() == Codebook.Domains.PUBLIC ? "public" : "read off the data"));
    known.put("columns", Json.of(codebook.published().size()));
    return new Members(known);
  }

  private Json told() {
    var told = new LinkedHashMap<String, Json>();
    told.put("rows", Json.of(made.rows().rows()));
    told.put("rows_low", Json.of(people.low()));
    told.put("rows_high", Json.of(people.high()));
    told.put("interval_holds", Json.of(0.9));
    told.put("least_count", Json.of(terms.least()));
    for (int length = 1; length <= terms.longest(); length++) {
      for (Basis basis : Basis.values()) {
        told.put(
            "combinations_of_%d_%s".formatted(length, basis.name().toLowerCase(Locale.ROOT)),
            Json.of(told(length, basis)));
      }
    }
    return new Members(told);
  }

  private static Json withheld(Withheld of) {
    var withheld = new LinkedHashMap<String, Json>();
    withheld.put("values_together", Json.of(of.length()));
    withheld.put("below_least_count", Json.of(of.few()));
    withheld.put("lost_in_noise", Json.of(of.unsure()));
    return new Members(withheld);
  }

  private Json table(TableError of) {
    var table = new LinkedHashMap<String, Json>();
    table.put("columns", Json.of(of.columns()));
    table.put("rows_fitted", Json.of(of.fitted()));
    if (codebook.domains() == Codebook.Domains.PUBLIC) {
      table.put("cells", Json.of(of.cells()));
    }
    table.put("sigma", Json.of(of.sigma()));
    table.put("rows_off_in_sigma", Json.of(of.off()));
    return new Members(table);
  }

  static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
