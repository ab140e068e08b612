package org.clew.platform.access.screen;

/// A one-time link, shown once for handing over.
///
/// @param name whom it is for
/// @param back where to go from here
public record LinkPage(String name, String link, String back) {

  /// Not the link.
  @Override
  public String toString() {
    return "LinkPage";
  }
}
