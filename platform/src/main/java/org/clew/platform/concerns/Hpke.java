package org.clew.platform.concerns;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/// Sealing to a public key: HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256),
/// HKDF-SHA256 and ChaCha20-Poly1305. Each message gets a key of its own; the context is bound to
/// it, so that a ciphertext moved elsewhere does not open.
final class Hpke {

  private static final HpkeParameters PARAMETERS = parameters();

  private Hpke() {}

  @AccessesPartialKey
  static Octets seal(Octets publicKey, byte[] plain, byte[] context) {
    try {
      return Octets.of(
          primitive(publicHalf(publicKey), HybridEncrypt.class).encrypt(plain, context));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot seal to this key", e);
    }
  }

  @AccessesPartialKey
  static byte[] open(SealingPair pair, Octets sealed, byte[] context) {
    try {
      HpkePrivateKey key =
          HpkePrivateKey.create(
              publicHalf(pair.publicKey()),
              SecretBytes.copyFrom(pair.privateKey().bytes(), InsecureSecretKeyAccess.get()));
      return primitive(key, HybridDecrypt.class).decrypt(sealed.bytes(), context);
    } catch (GeneralSecurityException _) {
      throw new SealBroken("a sealed message does not open where it stands");
    }
  }

  @AccessesPartialKey
  private static HpkePublicKey publicHalf(Octets key) throws GeneralSecurityException {
    return HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(key.bytes()), null);
  }

  private static <P> P primitive(Key key, Class<P> kind) throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build()
        .getPrimitive(HybridConfig2026.get(), kind);
  }

  private static HpkeParameters parameters() {
    try {
      return HpkeParameters.builder()
          .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
          .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
          .setAeadId(HpkeParameters.AeadId.CHACHA20_POLY1305)
          .setVariant(HpkeParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
