package org.clew.disclosure.cells;

/// A way that there is was not found, since tables are large or counts far apart. Nothing can be
/// told of the table then.
public final class Unsolved extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unsolved(String why) {
    super(why);
  }
}
