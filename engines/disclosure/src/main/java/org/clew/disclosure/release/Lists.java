package org.clew.disclosure.release;

/// The lists that a release tells of.
///
/// @param count how many, each of an organisation of its own
/// @param mostOrganisations in so many of them one person may be, at most
/// @param honest of the organisations that add noise, so many at least are taken to do so as they
///   should, and to tell nobody what they added
public record Lists(int count, int mostOrganisations, int honest) {

  /// One list, whose keeper adds the noise.
  public static final Lists ONE = new Lists(1, 1, 1);

  /// Demands numbers that can be.
  ///
  /// @throws IllegalArgumentException when they cannot
  public Lists {
    if (mostOrganisations < 1 || mostOrganisations > count || honest < 1 || honest > count) {
      throw new IllegalArgumentException("One list at least, and no more than there are.");
    }
  }

  /// Whether there are several.
  public boolean isPooled() {
    return count > 1;
  }
}
