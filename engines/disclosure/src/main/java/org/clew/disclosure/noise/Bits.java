package org.clew.disclosure.noise;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.clew.disclosure.Sha256;

/// Random bits nobody can foretell: AES-256 in counter mode under a key of the operating system's
/// making that is forgotten with this object. For tests alone, under a key made from a seed; what
/// such bits hide can be laid open by whoever knows the seed.
///
/// Not for use by several threads at once.
public final class Bits {

  /// Where the bits come from.
  public enum Source {
    /// The operating system: what a release needs.
    SECRET,
    /// A seed: can be repeated, and therefore hides nothing.
    SEED
  }

  private static final int BLOCK = 1 << 13;
  private static final byte[] NOTHING = new byte[BLOCK];

  private final Source source;
  private final Cipher cipher;
  private final byte[] block = new byte[BLOCK];
  private final LongBuffer longs = ByteBuffer.wrap(block).asLongBuffer();
  private long narrow;
  private int narrowLeft;

  private Bits(byte[] key, Source source) {
    this.source = source;
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES.", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
    longs.position(longs.limit());
  }

  /// Bits for a release.
  public static Bits secret() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new Bits(key, Source.SECRET);
  }

  /// Bits that come again with the same seed.
  public static Bits ofSeed(long seed) {
    byte[] named = ("clew test noise " + seed).getBytes(StandardCharsets.UTF_8);
    return new Bits(Sha256.begun().digest(named), Source.SEED);
  }

  /// Where they come from.
  public Source source() {
    return source;
  }

  /// Sixty-four bits.
  public long next() {
    if (!longs.hasRemaining()) {
      fill();
    }
    return longs.get();
  }

  private void fill() {
    try {
      cipher.update(NOTHING, 0, BLOCK, block, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A block has room for a block.", e);
    }
    longs.rewind();
  }

  private long nextNarrow() {
    if (narrowLeft == 0) {
      narrow = next();
      narrowLeft = 2;
    }
    narrowLeft--;
    long out = narrow & 0xFFFF_FFFFL;
    narrow >>>= 32;
    return out;
  }

  /// One bit.
  public boolean coin() {
    return (nextNarrow() & 1) != 0;
  }

  /// A share from 0 to below 1: a multiple of 2⁻⁵³, each as likely as any other.
  public double share() {
    return (double) (next() >>> 11) * 0x1p-53;
  }

  /// The numbers from 0 to one less than `count`, in an order by lot.
  public int[] order(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = (int) below(i + 1L);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /// A whole number from 0 to `bound - 1`, each as likely as any other (Lemire 2019, for 32 and for
  /// 64 bits).
  ///
  /// @param bound 1 at least
  public long below(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("A bound is positive.");
    }
    return bound <= 1L << 31 ? belowNarrow(bound) : belowWide(bound);
  }

  private long belowNarrow(long bound) {
    long product = nextNarrow() * bound;
    long low = product & 0xFFFF_FFFFL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = nextNarrow() * bound;
        low = product & 0xFFFF_FFFFL;
      }
    }
    return product >>> 32;
  }

  private long belowWide(long bound) {
    long threshold = Long.remainderUnsigned(-bound, bound);
    while (true) {
      long drawn = next();
      if (Long.compareUnsigned(drawn * bound, threshold) >= 0) {
        return Math.unsignedMultiplyHigh(drawn, bound);
      }
    }
  }
}
