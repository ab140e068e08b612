package org.clew.platform.access.screen;

/// A new token, shown once.
public record TokenPage(String name, String token) {

  /// Not the token.
  @Override
  public String toString() {
    return "TokenPage";
  }
}
