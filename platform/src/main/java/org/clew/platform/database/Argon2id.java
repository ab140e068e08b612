package org.clew.platform.database;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Makes a key of something short, at a price that whoever guesses pays for each guess: Argon2id
/// (RFC 9106), version 1.3, one lane. Who asks chooses the price.
///
/// @param memoryKib kibibytes of memory that one run takes
/// @param passes over that memory
public record Argon2id(int memoryKib, int passes) {

  /// A key of a secret.
  ///
  /// @param salt 8 bytes or more
  /// @param bytes how long the key shall be, 4 or more
  public byte[] stretch(byte[] secret, byte[] salt, int bytes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] key = new byte[bytes];
    generator.generateBytes(secret, key);
    return key;
  }
}
