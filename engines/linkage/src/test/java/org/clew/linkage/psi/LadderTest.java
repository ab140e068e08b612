package org.clew.linkage.psi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conformance to RFC 7748, section 5.2, and to Java's own X25519.
class LadderTest {

  @ParameterizedTest
  @CsvSource({
    "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4,e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c,c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
    "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d,e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493,95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957"
  })
  void theVectorsOfTheStandard(String scalar, String point, String product) {
    assertThat(Ladder.multiplied(hex(scalar), hex(point)).encoded()).isEqualTo(hex(product));
  }

  @ParameterizedTest
  @CsvSource({
    "1,422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079",
    "1000,684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51"
  })
  void theStandardsRepetitions(int times, String end) {
    byte[] scalar = nine();
    byte[] point = nine();
    for (int i = 0; i < times; i++) {
      byte[] product = Ladder.multiplied(scalar, point).encoded();
      point = scalar;
      scalar = product;
    }
    assertThat(scalar).isEqualTo(hex(end));
  }

  @Test
  void anyScalarAndAnyPointGiveWhatJavaGives() throws GeneralSecurityException {
    var random = new Random(7748);
    for (int i = 0; i < 400; i++) {
      byte[] scalar = new byte[32];
      byte[] point = new byte[32];
      random.nextBytes(scalar);
      random.nextBytes(point);
      if (i % 8 == 0) {
        Arrays.fill(scalar, (byte) (i % 16 == 0 ? 0 : 0xff));
      }
      if (i % 8 == 1) {
        Arrays.fill(point, 1, 32, (byte) 0xff);
      }
      assertThat(Ladder.multiplied(scalar, point).encoded()).isEqualTo(ofJava(scalar, point));
    }
  }

  /// The points of order 1, 2, 4 and 8, and the ways to write them above the modulus.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void aPointOfLowOrderGivesZero(String point) {
    byte[] scalar = new byte[32];
    new Random(1).nextBytes(scalar);
    assertThat(Ladder.multiplied(scalar, hex(point)).encoded()).containsOnly(0);
  }

  /// A secret is a long in these classes: none of them compares longs, divides or switches, and the
  /// jumps there are belong to loops over a counter.
  @ParameterizedTest
  @ValueSource(classes = {Field25519.class, Ladder.class})
  void theWorkIsTheSameForEverySecret(Class<?> type) throws IOException {
    Set<Opcode> compared =
        EnumSet.of(
            Opcode.LCMP,
            Opcode.LDIV,
            Opcode.LREM,
            Opcode.IDIV,
            Opcode.IREM,
            Opcode.TABLESWITCH,
            Opcode.LOOKUPSWITCH);
    Set<Opcode> ofLoops = EnumSet.of(Opcode.IF_ICMPGE, Opcode.IFLT, Opcode.GOTO);
    Set<String> looping = Set.of("of", "reduced", "choose", "exchange", "squareTimes", "climbed");
    for (var method : model(type).methods()) {
      String name = method.methodName().stringValue();
      method.code().stream()
          .flatMap(code -> code.elementStream())
          .filter(Instruction.class::isInstance)
          .map(element -> ((Instruction) element).opcode())
          .forEach(
              opcode -> {
                assertThat(compared).as(name).doesNotContain(opcode);
                if (opcode.kind() == Opcode.Kind.BRANCH) {
                  assertThat(looping).contains(name);
                  assertThat(ofLoops).as(name).contains(opcode);
                }
              });
    }
  }

  private static ClassModel model(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return ClassFile.of().parse(in.readAllBytes());
    }
  }

  private static byte[] ofJava(byte[] scalar, byte[] point) throws GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance("X25519");
    byte[] big = new byte[32];
    for (int i = 0; i < 32; i++) {
      big[i] = point[31 - i];
    }
    big[0] &= 0x7f;
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
    agreement.doPhase(
        keys.generatePublic(
            new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, big))),
        true);
    return agreement.generateSecret();
  }

  private static byte[] nine() {
    byte[] point = new byte[32];
    point[0] = 9;
    return point;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
