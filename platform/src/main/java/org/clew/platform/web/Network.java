package org.clew.platform.web;

import java.net.InetAddress;
import java.util.Optional;

/// A range of internet addresses, as operators write one: `192.0.2.7`, `10.0.0.0/8`,
/// `2001:db8::/32`.
///
/// @param prefix how many of the leading bits tell whether an address belongs to it
record Network(InetAddress address, int prefix) {

  /// What is written, if it is an address or a range of them.
  static Optional<Network> of(String written) {
    int slash = written.indexOf('/');
    try {
      InetAddress address =
          InetAddress.ofLiteral(slash < 0 ? written.strip() : written.substring(0, slash).strip());
      int bits = address.getAddress().length * Byte.SIZE;
      int prefix = slash < 0 ? bits : Integer.parseInt(written.substring(slash + 1).strip());
      return prefix >= 0 && prefix <= bits
          ? Optional.of(new Network(address, prefix))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
