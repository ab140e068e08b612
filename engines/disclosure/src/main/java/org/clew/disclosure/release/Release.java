package org.clew.disclosure.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.NineInTen;
import org.clew.disclosure.Progress;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.Combination;
import org.clew.disclosure.synthesis.Counts;
import org.clew.disclosure.synthesis.Measured;
import org.clew.disclosure.synthesis.Measurements;
import org.clew.disclosure.synthesis.Synthesis;
import org.clew.disclosure.synthesis.Synthetic;
import org.clew.disclosure.synthesis.Withheld;

/// A release under differential privacy: rows, counts and the report on both.
///
/// ```java
/// var coding = new Coding(codebook);
/// Coding.Reader reader = coding.reader(headings);
/// rows.forEach(row -> reader.add(row.line(), row.cells()));
/// Release release =
///     Release.of(codebook, coding, reader.microdata(), new Terms(1, 1e-7, 3, 10), Bits.secret(), Progress.NONE);
/// release.rows().forEach(out::row);
/// ```
public final class Release implements SyntheticRelease {

  /// With fewer people there would be nothing but noise.
  public static final int FEWEST = 100;

  private final Codebook codebook;
  private final Coding coding;
  private final Terms terms;
  private final Lists lists;
  private final Bits.Source source;
  private final Synthetic made;
  private final List<Aggregate> aggregates;
  private final List<Withheld> withheld;
  private final List<TableError> tables;
  private final Optional<Tiers.Place> place;

  private Release(
      Codebook codebook,
      Coding coding,
      Terms terms,
      Lists lists,
      Bits.Source source,
      Synthetic made,
      Optional<Tiers.Place> place,
      Progress progress) {
    this.place = place;
    this.codebook = codebook;
    this.coding = coding;
    this.terms = terms;
    this.lists = lists;
    this.source = source;
    this.made = made;
    List<Aggregate> told = new ArrayList<>();
    Runnable going = () -> progress.demandGoingOn(1, 1);
    withheld =
        Counts.of(made, terms.longest(), terms.least(), going, each -> told.add(aggregate(each)));
    tables = TableError.of(coding, made, going);
    told.sort(Aggregate.ORDER);
    aggregates = List.copyOf(told);
  }

  /// Makes a release.
  ///
  /// @param people as `coding` has read them
  /// @throws CodebookRefused when there are fewer than [#FEWEST] people
  /// @throws Stopped when it was stopped
  public static Release of(
      Codebook codebook,
      Coding coding,
      Microdata people,
      Terms terms,
      Bits bits,
      Progress progress) {
    demandEnough(people.rows());
    Synthetic made = Synthesis.of(people, coding.zeros(), terms.rho(), bits, progress);
    return new Release(
        codebook, coding, terms, Lists.ONE, bits.source(), made, Optional.empty(), progress);
  }

  /// Makes a release from what was measured of several lists together. It looks at nobody.
  ///
  /// @param measured with noise that keeps what `terms` promise
  /// @param bits for the moves of rows; the noise is in what was measured
  /// @throws CodebookRefused when there are fewer than [#FEWEST] people, as far as that was
  ///   measured
  /// @throws Stopped when it was stopped
  public static Release from(
      Codebook codebook,
      Coding coding,
      Measurements measured,
      Terms terms,
      Lists lists,
      Bits bits,
      Progress progress) {
    demandEnough(measured.people());
    Synthetic made =
        Synthesis.from(coding.sizes(), coding.zeros(), measured, bits.next(), progress);
    return new Release(
        codebook, coding, terms, lists, bits.source(), made, Optional.empty(), progress);
  }

  private static void demandEnough(int people) {
    if (people < FEWEST) {
      throw new CodebookRefused(
          "There are fewer than %d people. Noise that hides one of so few leaves nothing to tell."
              .formatted(FEWEST));
    }
  }

  /// Makes a release in tiers, at the cost of the highest.
  ///
  /// @param people as `coding` has read them
  /// @return by tier, from the lowest
  /// @throws CodebookRefused when there are fewer than [#FEWEST] people
  /// @throws Stopped when it was stopped
  public static List<Release> of(
      Codebook codebook,
      Coding coding,
      Microdata people,
      Tiers tiers,
      Bits bits,
      Progress progress) {
    demandEnough(people.rows());
    List<Release> out = new ArrayList<>();
    double below = 0;
    for (Tiers.Tier tier : tiers.all()) {
      double rho = tier.terms().rho();
      Synthetic made = Synthesis.of(people, coding.zeros(), rho - below, bits, progress);
      if (!out.isEmpty()) {
        Measurements all = out.getLast().made.measurements().and(made.measurements());
        made = Synthesis.from(coding.sizes(), coding.zeros(), all, bits.next(), progress);
      }
      var place = new Tiers.Place(tiers, out.size());
      out.add(
          new Release(
              codebook,
              coding,
              tier.terms(),
              Lists.ONE,
              bits.source(),
              made,
              Optional.of(place),
              progress));
      below = rho;
    }
    return out;
  }

  private Aggregate aggregate(Combination of) {
    int[] columns = of.columns().stream().mapToInt(Integer::intValue).toArray();
    int[] codes = of.codes().stream().mapToInt(Integer::intValue).toArray();
    return new Aggregate(
        coding.selections(columns, codes),
        columns.length,
        of.count(),
        of.low(),
        of.high(),
        of.basis());
  }

  /// What is told of counts, short combinations first, then large counts.
  public List<Aggregate> aggregates() {
    return aggregates;
  }

  /// How many people there are, with its interval.
  public Aggregate people() {
    double weights = 0;
    for (Measured table : made.measurements().tables()) {
      // The number of rows was found out from the columns by themselves.
      if (table.scope().length() == 1) {
        weights += 1 / (table.variance() * table.scope().cells());
      }
    }
    double half = NineInTen.HALF / Math.sqrt(weights);
    return new Aggregate(
        "record_count",
        0,
        size(),
        (long) Math.max(0, Math.floor(size() - half)),
        (long) Math.ceil(size() + half),
        Combination.Basis.MEASURED);
  }

  @Override
  public Codebook codebook() {
    return codebook;
  }

  @Override
  public String seededMark() {
    return "TEST_RELEASE_HIDES_NOBODY";
  }

  @Override
  public Coding coding() {
    return coding;
  }

  @Override
  public Microdata microdata() {
    return made.rows();
  }

  @Override
  public Bits.Source source() {
    return source;
  }

  @Override
  public PrivacyReport report() {
    return new PrivacyReport(
        codebook,
        terms,
        lists,
        source,
        made,
        people(),
        aggregates,
        withheld,
        tables,
        place,
        Optional.empty());
  }
}
