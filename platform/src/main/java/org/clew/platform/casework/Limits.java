package org.clew.platform.casework;

/// How much of everything a case takes.
public final class Limits {

  /// Letters of a name, a title, a recipient.
  public static final int NAME = 200;

  /// Letters of an address or a place.
  public static final int PLACE = 300;

  /// Letters of an identifier.
  public static final int IDENTIFIER = 500;

  /// Letters of a note, a reason, a basis.
  public static final int NOTE = 4_000;

  /// Letters of one statement.
  public static final int WORDS = 20_000;

  /// Participants, identifiers, places or statements of one case, of each kind.
  public static final int PARTS = 500;

  /// Other names of one participant.
  public static final int ALIASES = 20;

  /// Minutes of the longest contact: a day.
  public static final int MINUTES = 1_440;

  private Limits() {}
}
