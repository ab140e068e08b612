package org.clew.linkage.psi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conformance to RFC 9380, appendix J.4: every vector of both suites on Curve25519.
class HashToCurveTest {

  private static final BigInteger P = Field25519.P;
  private static final BigInteger J = BigInteger.valueOf(486662);
  private static final String DOMAIN = "QUUX-V01-CS02-with-curve25519_XMD:SHA-512_ELL2_";

  @ParameterizedTest
  @CsvSource({
    "EMPTY,2de3780abb67e861289f5749d16d3e217ffa722192d16bbd9d1bfb9d112b98c0,005fe8a7b8fef0a16c105e6cadf5a6740b3365e18692a9c05bfbb4d97f645a6a,1347edbec6a2b5d8c02e058819819bee177077c9d10a4ce165aab0fd0252261a,36b4df0c864c64707cbf6cf36e9ee2c09a6cb93b28313c169be29561bb904f98,3fa114783a505c0b2b2fbeef0102853c0b494e7757f2a089d0daae7ed9a0db2b",
    "abc,2b4419f1f2d48f5872de692b0aca72cc7b0a60915dd70bde432e826b6abc526d,49bed021c7a3748f09fa8cdfcac044089f7829d3531066ac9e74e0994e05bc7d,5c36525b663e63389d886105cee7ed712325d5a97e60e140aba7e2ce5ae851b6,16b3d86e056b7970fa00165f6f48d90b619ad618791661b7b5e1ec78be10eac1,7ec29ddbf34539c40adfa98fcb39ec36368f47f30e8f888cc7e86f4d46e0c264",
    "abcdef0123456789,68ca1ea5a6acf4e9956daa101709b1eee6c1bb0df1de3b90d4602382a104c036,6412b7485ba26d3d1b6c290a8e1435b2959f03721874939b21782df17323d160,24c7b46c1c6d9a21d32f5707be1380ab82db1054fde82865d5c9e3d968f287b2,71de3dadfe268872326c35ac512164850860567aea0e7325e6b91a98f86533ad,5704069021f61e41779e2ba6b932268316d6d2a6f064f997a22fef16d1eaeaca",
    "q128,096e9c8bae6c06b554c1ee69383bb0e82267e064236b3a30608d4ed20b73ac5a,5e123990f11bbb5586613ffabdb58d47f64bb5f2fa115f8ea8df0188e0c9e1b5,5e8553eb00438a0bb1e7faa59dec6d8087f9c8011e5fb8ed9df31cb6c0d4ac19,7a94d45a198fb5daa381f45f2619ab279744efdd8bd8ed587fc5b65d6cea1df0,30506fb7a32136694abd61b6113770270debe593027a968a01f271e146e60c18",
    "a512,1bc61845a138e912f047b5e70ba9606ba2a447a4dade024c8ef3dd42b7bbc5fe,20f481e85da7a3bf60ac0fb11ed1d0558fc6f941b3ac5469aa8b56ec883d6d7d,017d57fd257e9a78913999a23b52ca988157a81b09c5442501d07fed20869465,02d606e2699b918ee36f2818f2bc5013e437e673c9f9b9cdc15fd0c5ee913970,38920e9b988d1ab7449c0fa9a6058192c0c797bb3d42ac345724341a1aa98745"
  })
  void theUniformSuiteGivesThePointsOfAppendixJ41(
      String message, String x, String u0, String u1, String q0x, String q1x) {
    var suite = new HashToCurve(DOMAIN + "RO_");
    long[][] elements = suite.elements(bytes(message), 2);
    assertThat(Stream.of(elements).map(element -> number(Field25519.encode(element))))
        .containsExactly(number(u0), number(u1));
    assertThat(number(HashToCurve.mapped(elements[0]).encoded())).isEqualTo(number(q0x));
    assertThat(number(HashToCurve.mapped(elements[1]).encoded())).isEqualTo(number(q1x));
    assertThat(eightfold(number(suite.point(bytes(message)).encoded()))).isEqualTo(number(x));
    assertThat(number(suite.cleared(bytes(message)).encoded())).isEqualTo(number(x));
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY,1bb913f0c9daefa0b3375378ffa534bda5526c97391952a7789eb976edfe4d08,608d892b641f0328523802a6603427c26e55e6f27e71a91a478148d45b5093cd,51125222da5e763d97f3c10fcc92ea6860b9ccbbd2eb1285728f566721c1e65b",
    "abc,7c22950b7d900fa866334262fcaea47a441a578df43b894b4625c9b450f9a026,46f5b22494bfeaa7f232cc8d054be68561af50230234d7d1d63d1d9abeca8da5,7d56d1e08cb0ccb92baf069c18c49bb5a0dcd927eff8dcf75ca921ef7f3e6eeb",
    "abcdef0123456789,31ad08a8b0deeb2a4d8b0206ca25f567ab4e042746f792f4b7973f3ae2096c52,235fe40c443766ce7e18111c33862d66c3b33267efa50d50f9e8e5d252a40aaa,3fbe66b9c9883d79e8407150e7c2a1c8680bee496c62fabe4619a72b3cabe90f",
    "q128,027877759d155b1997d0d84683a313eb78bdb493271d935b622900459d52ceaa,001e92a544463bda9bd04ddbe3d6eed248f82de32f522669efc5ddce95f46f5b,227e0bb89de700385d19ec40e857db6e6a3e634b1c32962f370d26f84ff19683",
    "a512,5fd892c0958d1a75f54c3182a18d286efab784e774d1e017ba2fb252998b5dc1,1a68a1af9f663592291af987203393f707305c7bac9c8d63d6a729bdc553dc19,3bcd651ee54d5f7b6013898aab251ee8ecc0688166fce6e9548d38472f6bd196"
  })
  void theQuickSuiteGivesThePointsOfAppendixJ42(String message, String x, String u, String qx) {
    long[][] elements = new HashToCurve(DOMAIN + "NU_").elements(bytes(message), 1);
    assertThat(number(Field25519.encode(elements[0]))).isEqualTo(number(u));
    BigInteger mapped = number(HashToCurve.mapped(elements[0]).encoded());
    assertThat(mapped).isEqualTo(number(qx));
    assertThat(eightfold(mapped)).isEqualTo(number(x));
  }

  @Test
  void everyPointIsOnTheCurveAndSoAreTheSpecialElements() {
    var suite = new HashToCurve(Masking.DOMAIN);
    for (int i = 0; i < 500; i++) {
      assertThat(isOnCurve(number(suite.point(bytes("message " + i)).encoded()))).isTrue();
    }
    List<BigInteger> special =
        List.of(BigInteger.ZERO, BigInteger.ONE, P.subtract(BigInteger.ONE), BigInteger.TWO);
    assertThat(special)
        .allMatch(u -> isOnCurve(number(HashToCurve.mapped(Field25519.of(u)).encoded())));
  }

  @Test
  void aTagOfAnotherProtocolGivesOtherPoints() {
    byte[] message = bytes("abc");
    assertThat(new HashToCurve(Masking.DOMAIN).point(message).encoded())
        .isNotEqualTo(new HashToCurve(DOMAIN + "RO_").point(message).encoded());
  }

  private static byte[] bytes(String name) {
    String text =
        switch (name) {
          case "EMPTY" -> "";
          case "q128" -> "q128_" + "q".repeat(128);
          case "a512" -> "a512_" + "a".repeat(512);
          default -> name;
        };
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static BigInteger number(String hex) {
    return new BigInteger(hex, 16);
  }

  private static BigInteger number(byte[] little) {
    byte[] big = new byte[little.length];
    for (int i = 0; i < little.length; i++) {
      big[i] = little[little.length - 1 - i];
    }
    return new BigInteger(1, big);
  }

  /// The cofactor is eight: three doublings of the u-coordinate alone.
  private static BigInteger eightfold(BigInteger x) {
    return twofold(twofold(twofold(x)));
  }

  private static BigInteger twofold(BigInteger x) {
    BigInteger square = x.multiply(x);
    BigInteger above = square.subtract(BigInteger.ONE).pow(2);
    BigInteger below = square.add(J.multiply(x)).add(BigInteger.ONE).multiply(x).shiftLeft(2);
    return above.multiply(below.modInverse(P)).mod(P);
  }

  private static boolean isOnCurve(BigInteger x) {
    BigInteger square = x.multiply(x).add(J.multiply(x)).add(BigInteger.ONE).multiply(x).mod(P);
    BigInteger symbol = square.modPow(P.shiftRight(1), P);
    return symbol.signum() == 0 || symbol.equals(BigInteger.ONE);
  }
}
