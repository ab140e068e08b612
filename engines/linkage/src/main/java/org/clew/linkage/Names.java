package org.clew.linkage;

import java.util.Optional;

/// Two names of people, compared as [LinkIndex] and [Batch] compare them, with nothing else known:
/// in any script and order, with short forms, initials, particles and other spellings.
///
/// ```java
/// Names.compare("សុខ ចាន់ថា", "Sok Chantha");   // MEDIUM: so many are called Sok
/// ```
public final class Names {
  /// Of fifty names that a search brings up one is the name sought.
  private static final double BROUGHT_UP = Math.log(50) / Math.log(2);

  private static final Counts WORLD = new Counts(new Postings(), new Holders(), 0);

  private Names() {}

  /// How two names agree.
  ///
  /// @param strength in one word: what [Strength] says of a match whose names are all that is
  ///   known, when one of fifty names that a search brings up is the one
  /// @param agreement the weakest way in which its words agree; [Agreement#PARTIAL] where one has
  ///   words the other has not
  /// @param bits evidence in bits, log2(m/u); a name that many people have weighs less
  public record Alike(Strength strength, Agreement agreement, double bits) {}

  /// Compares two names.
  ///
  /// @return nothing where they are names of two people, or one of them is no name
  public static Optional<Alike> compare(String one, String other) {
    return form(one).flatMap(a -> form(other).flatMap(b -> compare(a, b)));
  }

  private static Optional<Form> form(String written) {
    String cleaned = Written.clean(written);
    return cleaned.codePoints().noneMatch(Character::isLetterOrDigit)
        ? Optional.empty()
        : PersonNames.FIELD.read(Kind.NAME, cleaned, "");
  }

  private static Optional<Alike> compare(Form one, Form other) {
    Outcome outcome = PersonNames.FIELD.compare(Kind.NAME, one, other, WORLD);
    if (!outcome.agrees()) {
      return Optional.empty();
    }
    double bits = Model.step(outcome.bits());
    return Optional.of(new Alike(Strength.of(bits - BROUGHT_UP), outcome.agreement(), bits));
  }
}
