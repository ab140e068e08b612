package org.clew.disclosure.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clew.disclosure.account.Booked;
import org.clew.disclosure.synthesis.KAnonymous;
import org.clew.pages.Html;
import org.clew.pages.StandAlone;
import org.clew.tables.Json;
import org.clew.tables.Json.Members;

/// What rows that tell only what k people share promise, and what they do not.
///
/// @param warnings what must be said first
/// @param booked as what an account has it, where one does
public record KAnonymityReport(List<String> warnings, KAnonymous made, Optional<Booked> booked)
    implements ReleaseReport {

  static final String SEEDED =
      "TEST RELEASE: lots were drawn from a seed and can be drawn again. Do not give this to anyone.";

  static final String NO_DIFFERENTIAL_PRIVACY =
      "THIS IS K-ANONYMITY AND NO DIFFERENTIAL PRIVACY. What all of a group share is told of each of"
          + " them. Of two releases of the same people, one can be subtracted from the other: make"
          + " one, and no second.";

  static final String READ_OFF =
      "THE LISTS OF VALUES WERE READ OFF THE DATA. Values that too few people have are in no row.";

  /// Copies the list.
  public KAnonymityReport {
    warnings = List.copyOf(warnings);
  }

  @Override
  public KAnonymityReport bookedAs(Booked booked) {
    return new KAnonymityReport(warnings, made, Optional.of(booked));
  }

  /// What is promised, in words a caseworker understands.
  private List<String> promises() {
    return List.of(
        "Whatever %d values or fewer stand together in a row, %,d people of the list or more have together."
            .formatted(made.longest(), made.k()),
        ("A row as a whole is that of %,d people or more, or of nobody, whether or not its empty cells"
                + " count. A row of empty cells alone may be, and says nothing.")
            .formatted(made.k()),
        "There are as many rows as people, rounded down to a multiple of %,d.".formatted(made.k()));
  }

  /// What is not promised, in words a caseworker understands.
  private List<String> limits() {
    return List.of(
        "What a group of %,d or more share is told. If all who are known to be in it were in forced"
                .formatted(made.k())
            + " labour, whoever knows that somebody is among them knows it of them.",
        "Two releases can be subtracted. Whoever holds one of last year's list and one of this"
            + " year's sees what became common in between, and through whom.",
        "How much is learned of one person has no bound. Whoever knows all but one of %,d people who share something learns of the last one."
            .formatted(made.k()),
        ("Of parts of a row with more than %d values nothing is promised: few people, or one, may have"
                + " them.")
            .formatted(made.longest()),
        "What is not in the rows may still be: rare values and rare combinations are missing from"
            + " them, and columns in which many values are rare are empty more often than they were.",
        "A row that looks like somebody is not that person, and says nothing of them.");
  }

  @Override
  public Json promise() {
    var promise = new LinkedHashMap<String, Json>();
    promise.put("definition", Json.of("k-anonymity of all combinations of values up to a length"));
    promise.put("differential_privacy", Json.of("none"));
    promise.put("k", Json.of(made.k()));
    promise.put("longest", Json.of(made.longest()));
    return new Members(promise);
  }

  @Override
  public String json() {
    var all = new LinkedHashMap<String, Json>();
    all.put("clew_privacy_report", Json.of(1));
    all.put("warnings", Json.of(warnings));
    all.put("promise", promise());
    var told = new LinkedHashMap<String, Json>();
    told.put("rows", Json.of(made.rows().rows()));
    for (int length = 1; length <= made.longest(); length++) {
      told.put(
          "combinations_of_%d".formatted(length), Json.of(made.combinations().get(length - 1)));
      told.put("rare_combinations_of_%d".formatted(length), Json.of(0));
    }
    for (int length = 1; length <= made.distances().size(); length++) {
      told.put("mean_distance_of_%d_columns".formatted(length), Json.of(rounded(length)));
    }
    booked.ifPresent(as -> all.put("account", as.json()));
    all.put("told", new Members(told));
    all.put("promised", Json.of(promises()));
    all.put("not_promised", Json.of(limits()));
    return new Members(all).written();
  }

  /// To three digits.
  private double rounded(int length) {
    return Math.round(made.distances().get(length - 1) * 1_000) / 1_000.0;
  }

  @Override
  public String html() {
    var out = new StringBuilder();
    new StandAlone("Privacy report").write(out, this::write);
    return out.toString();
  }

  private void write(Html html) {
    html.add("<header>\n<p class=\"brand\">Clew</p>\n<h1>Privacy report of a release</h1>\n");
    for (String warning : warnings) {
      html.add("<p class=\"notice\" role=\"note\"><strong>{}</strong></p>\n", warning);
    }
    html.add("</header>\n<main id=\"main\">\n");
    list(html, "promise", "What is promised", promises());
    list(html, "limits", "What is not promised", limits());
    booked.ifPresent(as -> AccountSection.write(html, as));
    html.add(
        """
        <section id="told"><h2>What is told</h2>
        <p><strong>{} rows</strong> of people who do not exist. Their combinations were counted anew, and each was looked \
        for among those of the people.</p>
        <div class="scroll"><table class="num"><thead><tr><th scope="col">Values together</th>\
        <th scope="col">Combinations in the rows</th><th scope="col">Had by fewer than {} people</th></tr></thead>
        <tbody>
        """,
        Html.count(made.rows().rows()),
        made.k());
    for (int length = 1; length <= made.longest(); length++) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>0</td></tr>\n",
          length,
          String.format(Locale.ROOT, "%,d", made.combinations().get(length - 1)));
    }
    html.add(
        """
        </tbody></table></div>
        <p>How far tables of the rows are from those of the people, in which counts are rounded to multiples of {}: the mean total
        variation distance, from 0 to 1, an empty cell counted as a value.</p>
        <div class="scroll"><table class="num">
        <thead><tr><th scope="col">Columns</th><th scope="col">Distance</th></tr></thead>
        <tbody>
        """,
        made.k());
    for (int length = 1; length <= made.distances().size(); length++) {
      html.add(
          "<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
          length,
          String.format(Locale.ROOT, "%.3f", rounded(length)));
    }
    html.add("</tbody></table></div></section>\n</main>\n");
  }

  private static void list(Html html, String id, String heading, List<String> sentences) {
    html.add("<section id=\"{}\"><h2>{}</h2>\n<ul>\n", id, heading);
    for (String sentence : sentences) {
      html.add("<li>{}</li>\n", sentence);
    }
    html.add("</ul></section>\n");
  }
}
