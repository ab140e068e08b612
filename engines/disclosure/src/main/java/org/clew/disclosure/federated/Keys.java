package org.clew.disclosure.federated;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;

/// Keys of the two curves between their 32 bytes (RFC 7748, RFC 8032) and Java's objects, by way of
/// their encodings in RFC 8410, which are a fixed beginning and the 32 bytes.
enum Keys {
  /// For agreeing on secrets.
  X25519("302a300506032b656e032100", "302e020100300506032b656e04220420"),
  /// For signing.
  ED25519("302a300506032b6570032100", "302e020100300506032b657004220420");

  static final int BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final HexFormat HEX = HexFormat.of();

  private final String publicBeginning;
  private final String secretBeginning;

  Keys(String publicBeginning, String secretBeginning) {
    this.publicBeginning = publicBeginning;
    this.secretBeginning = secretBeginning;
  }

  /// Both halves of a key, as hexadecimal digits.
  record Pair(String secret, String open) {
    Pair {
      demandHex(secret, BYTES, "A key");
      demandHex(open, BYTES, "A key");
    }

    /// Not the secret.
    @Override
    public String toString() {
      return open;
    }
  }

  static void demandHex(String text, int bytes, String what) {
    if (text.length() != 2 * bytes || !text.matches("[0-9a-f]+")) {
      throw new RoundRefused("%s is %d hexadecimal digits, small ones.".formatted(what, 2 * bytes));
    }
  }

  Pair fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(name()).generateKeyPair();
      return new Pair(last(pair.getPrivate().getEncoded()), last(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has both curves.", e);
    }
  }

  private static String last(byte[] encoded) {
    return HEX.formatHex(encoded, encoded.length - BYTES, encoded.length);
  }

  private PublicKey open(String hex) throws GeneralSecurityException {
    return KeyFactory.getInstance(name())
        .generatePublic(new X509EncodedKeySpec(HEX.parseHex(publicBeginning + hex)));
  }

  private PrivateKey secret(String hex) throws GeneralSecurityException {
    byte[] encoded = HEX.parseHex(secretBeginning + hex);
    try {
      return KeyFactory.getInstance(name()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /// The secret that two members share.
  ///
  /// @throws RoundRefused when the other's key would make it known to everybody
  static byte[] agreed(Pair own, Member other) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(X25519.secret(own.secret()));
      agreement.doPhase(X25519.open(other.exchangeKey()), true);
      return agreement.generateSecret();
    } catch (InvalidKeyException _) {
      throw new RoundRefused(
          "The key of %s would lay masks open. Do not go on before you know whose plan this is."
              .formatted(other.name()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has X25519.", e);
    }
  }

  static byte[] signed(Pair own, byte[] bytes, int length) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(ED25519.secret(own.secret()));
      signature.update(bytes, 0, length);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519.", e);
    }
  }

  /// Whether the last bytes are a member's signature of all before.
  static boolean isSigned(Member by, byte[] bytes) {
    int length = bytes.length - SIGNATURE_BYTES;
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(ED25519.open(by.signatureKey()));
      signature.update(bytes, 0, length);
      return signature.verify(bytes, length, SIGNATURE_BYTES);
    } catch (SignatureException | InvalidKeyException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519.", e);
    }
  }
}
