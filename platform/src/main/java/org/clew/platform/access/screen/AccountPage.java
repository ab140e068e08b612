package org.clew.platform.access.screen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own account.
///
/// @param roles the keys of the names of one's roles
/// @param language the tag of the language chosen for good, or the empty text
/// @param toldByMail whether one hears by mail that something waits
/// @param passwordChangedAt when the password was set, or nothing
public record AccountPage(
    String name,
    String email,
    List<String> roles,
    String language,
    boolean toldByMail,
    @Nullable Instant passwordChangedAt,
    boolean authenticator,
    List<Key> passkeys,
    int codesLeft) {

  public AccountPage {
    roles = List.copyOf(roles);
    passkeys = List.copyOf(passkeys);
  }

  /// A passkey of one's own.
  public record Key(String id, String label, Instant createdAt, Instant lastUsedAt) {}
}
