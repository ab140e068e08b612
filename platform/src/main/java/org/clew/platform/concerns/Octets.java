package org.clew.platform.concerns;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that do not change: a key, a tag, a ciphertext. Compared in constant time, never printed.
final class Octets {

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @JsonCreator
  static Octets of(byte[] bytes) {
    return new Octets(bytes);
  }

  @JsonValue
  byte[] bytes() {
    return bytes.clone();
  }

  String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && MessageDigest.isEqual(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Octets[" + bytes.length + "]";
  }
}
