package org.clew.disclosure.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.audit.Membership.Sees;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.release.Release;
import org.clew.disclosure.release.Terms;
import org.clew.disclosure.synthesis.Combination.Basis;

/// What was found when releases of a list were tried out. All of it but [#canaries] was made from
/// the people without noise: it is for whoever has the list, and is not published.
///
/// @param terms of the releases
/// @param source where the noise came from
/// @param columns what they are called, by number
/// @param people how many there are
/// @param canaries how much is told of somebody nobody else is like
/// @param strict who is in, at ε 1; empty where that is what was asked
/// @param membership who is in, at the ε of the terms
/// @param attacks on the rows
/// @param coverage of intervals
public record Audit(
    Terms terms,
    Bits.Source source,
    List<String> columns,
    int people,
    EpsilonAudit canaries,
    Optional<Membership> strict,
    Membership membership,
    ReleaseAttacks attacks,
    Coverage coverage) {

  /// What stands above all else.
  public static final String CONFIDENTIAL =
      "FOR WHOEVER HOLDS THE LIST, AND FOR NOBODY ELSE. These figures were made from the people"
          + " without noise. Do not publish them, do not lay them beside the release, and do not"
          + " quote them in its report: whoever has both learns more than the release promises.";

  static final String SEEDED =
      "TEST AUDIT: the noise was made from a seed and can be made again. What is found holds for"
          + " this seed alone.";

  private static final int DIGITS = 3;
  private static final double STRICT = 1;
  private static final double MEASURED_HOLD = 0.88;
  private static final double MODELLED_HOLD = 0.85;
  private static final double WIDEST = 1.15;

  /// What an audit does, one after the other.
  public enum Part {
    /// Small lists with and without a canary.
    CANARIES,
    /// Shadow releases at ε 1.
    MEMBERSHIP_AT_ONE,
    /// Shadow releases at the ε of the terms.
    MEMBERSHIP,
    /// Attacks on the rows of two releases of half the people.
    ATTACKS,
    /// Whole releases, for their intervals.
    COVERAGE
  }

  /// Something that is demanded.
  ///
  /// @param what it is
  /// @param found what was found
  /// @param demanded what it is to be
  /// @param isMet whether it is
  public record Finding(String what, String found, String demanded, boolean isMet) {}

  /// Copies the list.
  public Audit {
    columns = List.copyOf(columns);
  }

  /// Tries releases out.
  ///
  /// @param people as `coding` has read them
  /// @param known the headings of columns that an outsider is taken to know; where none is named,
  ///   the worst of several sets
  /// @param progress who hears of each part; may stop it
  /// @throws CodebookRefused when there are too few people, or a column is not published
  /// @throws Stopped when it was stopped
  public static Audit of(
      Coding coding,
      Microdata people,
      Terms terms,
      Effort effort,
      List<String> known,
      Bits bits,
      Function<Part, Progress> progress) {
    if (people.rows() < Release.FEWEST) {
      throw new CodebookRefused(
          "There are fewer than %d people, of whom no release is made.".formatted(Release.FEWEST));
    }
    List<Integer> outside = known(coding, known);
    Supplier<Bits> own = () -> Runs.another(bits.source(), bits.next());
    double rho = terms.rho();
    var canaries =
        EpsilonAudit.of(
            Mechanism.synthesis(StructuralZeros.NONE, rho),
            terms.epsilon(),
            terms.delta(),
            rho,
            effort.canaryRuns(),
            own.get(),
            progress.apply(Part.CANARIES));
    Optional<Membership> strict = Optional.empty();
    if (terms.epsilon() != STRICT) {
      strict =
          Optional.of(
              membership(
                  coding,
                  people,
                  terms,
                  STRICT,
                  effort,
                  own.get(),
                  progress.apply(Part.MEMBERSHIP_AT_ONE)));
    }
    var membership =
        membership(
            coding,
            people,
            terms,
            terms.epsilon(),
            effort,
            own.get(),
            progress.apply(Part.MEMBERSHIP));
    Mechanism mechanism = Mechanism.synthesis(coding.zeros(), rho);
    var attacks =
        ReleaseAttacks.of(mechanism, people, outside, own.get(), progress.apply(Part.ATTACKS));
    var coverage =
        Coverage.of(
            mechanism,
            people,
            terms.longest(),
            terms.least(),
            effort.runs(),
            own.get(),
            progress.apply(Part.COVERAGE));
    return new Audit(
        terms,
        bits.source(),
        IntStream.range(0, people.width()).mapToObj(column -> name(coding, column)).toList(),
        people.rows(),
        canaries,
        strict,
        membership,
        attacks,
        coverage);
  }

  private static Membership membership(
      Coding coding,
      Microdata people,
      Terms terms,
      double epsilon,
      Effort effort,
      Bits bits,
      Progress progress) {
    double rho = Zcdp.rho(epsilon, terms.delta());
    return Membership.of(
        Mechanism.synthesis(coding.zeros(), rho),
        epsilon,
        rho,
        people,
        terms.least(),
        effort.shadowRuns(),
        bits,
        progress);
  }

  /// The coded columns of some headings.
  private static List<Integer> known(Coding coding, List<String> headings) {
    List<Integer> columns = new ArrayList<>();
    for (String heading : headings) {
      int before = columns.size();
      for (int column = 0; column < coding.coded().size(); column++) {
        if (coding.heading(column).equals(heading)) {
          columns.add(column);
        }
      }
      if (columns.size() == before) {
        throw new CodebookRefused("No column \"%s\" is published.".formatted(heading));
      }
    }
    return columns;
  }

  /// Where a column may have several values, which of them it is about, too.
  private static String name(Coding coding, int column) {
    return coding.coded().get(column).value() < 0
        ? coding.heading(column)
        : coding.heading(column) + ": " + coding.value(column, 1);
  }

  /// What must be said first.
  public List<String> warnings() {
    return source == Bits.Source.SEED ? List.of(SEEDED, CONFIDENTIAL) : List.of(CONFIDENTIAL);
  }

  /// Who is in, at ε 1.
  public Membership atOne() {
    return strict.orElse(membership);
  }

  /// What is demanded, and whether it is met.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "ε found with canaries",
            "%s at least; no more than %s could be found"
                .formatted(number(canaries.epsilonFound()), number(canaries.epsilonFindable())),
            "%s at most".formatted(number(terms.epsilon())),
            canaries.isEpsilonKept()));
    findings.add(
        new Finding(
            "ρ found with canaries",
            "%s at least; no more than %s could be found"
                .formatted(number(canaries.rhoFound()), number(canaries.rhoFindable())),
            "%s at most".formatted(number(canaries.rho())),
            canaries.isRhoKept()));
    for (Sees sees : Sees.values()) {
      double auc = atOne().auc(sees);
      findings.add(
          new Finding(
              "Who is in, told at ε 1 from " + AuditPage.words(sees),
              "AUC %s".formatted(number(auc)),
              "%s at most".formatted(number(Membership.BAR)),
              auc <= Membership.BAR));
    }
    findings.add(holds("measured counts", Basis.MEASURED, MEASURED_HOLD));
    findings.add(holds("counts from the rows", Basis.MODELLED, MODELLED_HOLD));
    findings.add(
        new Finding(
            "Width of measured intervals, by that of the noise",
            number(coverage.widening()),
            "%s at most".formatted(number(WIDEST)),
            coverage.widening() <= WIDEST));
    return findings;
  }

  private Finding holds(String of, Basis basis, double least) {
    return new Finding(
        "90 %% intervals of %s that hold".formatted(of),
        percent(coverage.share(basis)),
        "%s at least".formatted(percent(least)),
        coverage.share(basis) >= least);
  }

  /// What an audit does not prove, in words a caseworker understands.
  static List<String> limits() {
    return List.of(
        "An attack that fails shows that this attack fails. Another may not. What is promised follows"
            + " from how the release is made, not from what is found here; here it could only be"
            + " contradicted.",
        "Tried are releases of one list by itself, one row a person. Not tried are releases in tiers, sums"
            + " of several organisations, people with several rows, and what a codebook that was read off"
            + " the list tells. The canary is looked for in columns of one value, where everything can be;"
            + " whether tables are chosen within their small part of the budget, it hardly sees.",
        "Whoever tries several releases out and keeps the one that looks best has let the list choose."
            + " Decide on the terms first, and audit them; change them for a reason that is not in"
            + " these figures.",
        "The attackers here know one list and one release. What they may have besides, such as an"
            + " earlier release, a leak or an acquaintance, is not in it.",
        "What works as well on people who were kept out is not nothing: it is what anybody may learn of"
            + " people like these, and be held against somebody.",
        "Nobody in the release is found by being alike. That a row is like somebody's is chance, and"
            + " how much of it is in the table.");
  }

  /// Three digits of a number.
  static String number(double number) {
    return number == 0
        ? "0"
        : new BigDecimal(number)
            .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
            .stripTrailingZeros()
            .toPlainString();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /// The audit for machines.
  public String json() {
    return AuditJson.write(this);
  }

  /// The audit for people, as a page that stands alone.
  public String html() {
    return AuditPage.write(this);
  }
}
