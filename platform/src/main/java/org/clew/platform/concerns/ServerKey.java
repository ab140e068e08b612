package org.clew.platform.concerns;

import org.clew.platform.database.KeyFiles;
import org.springframework.stereotype.Component;

/// The key of this server, in a file beside the database. It wraps the organisations' private keys
/// and salts the receipts, so that the database alone opens nothing.
@Component
final class ServerKey {

  private final Octets key;

  ServerKey(KeyFiles files) {
    key =
        Octets.of(
            files.open(
                "server.key", root -> SecretBox.derive(Octets.of(root), "fingerprint").bytes()));
  }

  /// What wraps the organisations' private keys.
  SecretBox wrapping() {
    return new SecretBox(SecretBox.derive(key, "wrapping"));
  }

  /// What a receipt is salted with.
  Octets receiptSalt() {
    return SecretBox.derive(key, "receipt salt");
  }
}
