package org.clew.disclosure.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.codebook.Codebook;
import org.clew.disclosure.codebook.CodebookRefused;
import org.clew.disclosure.codebook.Coding;
import org.clew.disclosure.noise.Bits;
import org.clew.disclosure.synthesis.KAnonymous;
import org.clew.disclosure.synthesis.KAnonymousSynthesis;

/// Rows of people who do not exist that tell nothing but what k people share, and the report on
/// them. No differential privacy.
public final class KAnonymousRelease implements SyntheticRelease {

  /// So many times k is the fewest people: with fewer, hardly anything is shared by k.
  public static final int FEWEST = 10;

  private final Codebook codebook;
  private final Coding coding;
  private final Bits.Source source;
  private final KAnonymous made;

  private KAnonymousRelease(Codebook codebook, Coding coding, Bits.Source source, KAnonymous made) {
    this.codebook = codebook;
    this.coding = coding;
    this.source = source;
    this.made = made;
  }

  /// Makes a release.
  ///
  /// @param people as `coding` has read them
  /// @param k how many people have whatever is told, 2 at least
  /// @param longest how many values together that is said of, 1 to 4
  /// @throws CodebookRefused when there are too few people for this k, or more combinations than
  ///   can be counted
  /// @throws Stopped when it was stopped
  public static KAnonymousRelease of(
      Codebook codebook,
      Coding coding,
      Microdata people,
      int k,
      int longest,
      Bits bits,
      Progress progress) {
    if (people.rows() / FEWEST < k) {
      throw new CodebookRefused(
          ("There are fewer than %d times %,d people: hardly anything is true of %,d of them. Take a"
                  + " smaller k, or give nothing away.")
              .formatted(FEWEST, k, k));
    }
    try {
      return new KAnonymousRelease(
          codebook,
          coding,
          bits.source(),
          KAnonymousSynthesis.of(people, coding.zeros(), k, longest, bits, progress));
    } catch (IllegalArgumentException e) {
      throw new CodebookRefused(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Codebook codebook() {
    return codebook;
  }

  @Override
  public String seededMark() {
    return "TEST_RELEASE";
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
  public KAnonymityReport report() {
    List<String> warnings = new ArrayList<>();
    if (isTest()) {
      warnings.add(KAnonymityReport.SEEDED);
    }
    warnings.add(KAnonymityReport.NO_DIFFERENTIAL_PRIVACY);
    if (codebook.domains() == Codebook.Domains.READ_OFF) {
      warnings.add(KAnonymityReport.READ_OFF);
    }
    return new KAnonymityReport(warnings, made, Optional.empty());
  }
}
