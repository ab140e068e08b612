package org.clew.platform.concerns;

import com.google.crypto.tink.subtle.X25519;
import java.security.InvalidKeyException;

/// An X25519 key pair (RFC 7748), 32 bytes each half.
record SealingPair(Octets publicKey, Octets privateKey) {

  static SealingPair random() {
    return of(Octets.of(X25519.generatePrivateKey()));
  }

  /// The pair whose private half is these 32 bytes.
  static SealingPair of(Octets privateKey) {
    try {
      return new SealingPair(Octets.of(X25519.publicFromPrivate(privateKey.bytes())), privateKey);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String toString() {
    return "SealingPair[secret]";
  }
}
