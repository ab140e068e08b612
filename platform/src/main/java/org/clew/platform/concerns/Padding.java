package org.clew.platform.concerns;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Hides how long something is: every message is filled up with zeros to one of four sizes before
/// it is sealed. The true length stands in the first four bytes.
final class Padding {

  private static final int[] SIZES = {1 << 10, 1 << 13, 1 << 15, 1 << 17};

  private Padding() {}

  static byte[] pad(byte[] plain) {
    int size =
        Arrays.stream(SIZES)
            .filter(bucket -> bucket >= plain.length + Integer.BYTES)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("longer than any message may be"));
    return ByteBuffer.allocate(size).putInt(plain.length).put(plain).array();
  }

  static byte[] strip(byte[] padded) {
    int length = ByteBuffer.wrap(padded).getInt();
    if (length < 0 || length > padded.length - Integer.BYTES) {
      throw new SealBroken("a sealed message has no true length");
    }
    return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
  }
}
