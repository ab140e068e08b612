package org.clew.platform.access.screen;

/// A new secret for an authenticator app.
///
/// @param sealed the secret as the form carries it, readable by the server alone
/// @param typed the secret as a person types it
/// @param picture the secret as a camera reads it
public record AuthenticatorSecret(String sealed, String typed, QrPicture picture) {

  /// Not the secret.
  @Override
  public String toString() {
    return "AuthenticatorSecret";
  }
}
