package org.clew.platform.concerns;

/// What follows from a receipt: the tag under which it is found, the key pair to which the talk is
/// sealed, and the box that hides where the concern is.
record ReceiptKeys(Octets tag, SealingPair pair, SecretBox pointer) {

  /// @param stretched the receipt after Argon2id
  static ReceiptKeys from(Octets stretched) {
    return new ReceiptKeys(
        SecretBox.derive(stretched, "receipt tag"),
        SealingPair.of(SecretBox.derive(stretched, "reporter key")),
        new SecretBox(SecretBox.derive(stretched, "receipt pointer")));
  }

  @Override
  public String toString() {
    return "ReceiptKeys[secret]";
  }
}
