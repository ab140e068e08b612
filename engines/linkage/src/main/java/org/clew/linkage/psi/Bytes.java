package org.clew.linkage.psi;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that do not change and are equal where they are the same.
public final class Bytes implements Comparable<Bytes> {

  /// As they are, for this package, which does not change them.
  final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /// These bytes, copied.
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /// These bytes, which nobody changes any more.
  static Bytes over(byte[] bytes) {
    return new Bytes(bytes);
  }

  /// A copy of the bytes.
  public byte[] array() {
    return value.clone();
  }

  /// How many there are.
  public int size() {
    return value.length;
  }

  /// Two hexadecimal digits for each.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  /// How many there are; what they are may be secret.
  @Override
  public String toString() {
    return value.length + " bytes";
  }
}
