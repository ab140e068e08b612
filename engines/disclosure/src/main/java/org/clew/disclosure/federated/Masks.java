package org.clew.disclosure.federated;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The mask that two members share: one of them adds it, the other takes it away, so that it is not
/// in their sum. Its key comes from their shared secret (HKDF with SHA-256, RFC 5869), bound to the
/// round, the plan and both members; its words are those of AES-256 in counter mode. Where one of
/// these is different, so is all of the mask.
final class Masks {

  static final int SEED_BYTES = 32;

  private static final int BLOCK = 1 << 13;

  private Masks() {}

  /// @param shared the secret of both
  /// @param plan digest of the plan
  /// @param lower the members' exchange keys, the lower one first
  static byte[] seed(byte[] shared, String round, String plan, String lower, String higher) {
    HexFormat hex = HexFormat.of();
    byte[] word = "clew-sum-1 mask\0".getBytes(StandardCharsets.US_ASCII);
    byte[] bound = hex.parseHex(plan + lower + higher);
    byte[] info = Arrays.copyOf(word, word.length + bound.length);
    System.arraycopy(bound, 0, info, word.length, bound.length);
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(shared)
                  .addSalt(hex.parseHex(round))
                  .thenExpand(info, SEED_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HKDF.", e);
    } finally {
      Arrays.fill(shared, (byte) 0);
    }
  }

  /// Adds a mask to each word, or takes it away; mod 2^64.
  ///
  /// @param seed forgotten afterwards
  static void put(byte[] seed, boolean add, long[] words) {
    byte[] nothing = new byte[BLOCK];
    byte[] block = new byte[BLOCK];
    LongBuffer stream = ByteBuffer.wrap(block).asLongBuffer();
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, "AES"), new IvParameterSpec(new byte[16]));
      for (int from = 0; from < words.length; from += stream.capacity()) {
        cipher.update(nothing, 0, BLOCK, block, 0);
        int to = Math.min(words.length, from + stream.capacity());
        for (int at = from; at < to; at++) {
          long mask = stream.get(at - from);
          words[at] += add ? mask : -mask;
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES.", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
      Arrays.fill(block, (byte) 0);
    }
  }
}
