package org.clew.platform.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vectors with which the authors of Argon2 test their own program (phc-winner-argon2,
/// `test.c`, version 0x13).
class Argon2idTest {

  @ParameterizedTest
  @CsvSource({
    "65536, 2, password, somesalt,"
        + " 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    "256, 2, password, somesalt,"
        + " 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
  })
  void makesTheKeysThatItsAuthorsMake(
      int memoryKib, int passes, String secret, String salt, String key) {
    byte[] made =
        new Argon2id(memoryKib, passes)
            .stretch(secret.getBytes(US_ASCII), salt.getBytes(US_ASCII), 32);
    assertThat(HexFormat.of().formatHex(made)).isEqualTo(key);
  }
}
