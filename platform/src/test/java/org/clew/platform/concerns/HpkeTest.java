package org.clew.platform.concerns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HpkeTest {

  private static final byte[] HERE = "row 1 of harbour".getBytes(UTF_8);

  @Test
  void derivesThePublicKeyOfTheStandardsVector() {
    // RFC 9180, A.2.1, the recipient of DHKEM(X25519, HKDF-SHA256) with ChaCha20-Poly1305.
    SealingPair pair =
        SealingPair.of(hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"));
    assertThat(pair.publicKey())
        .isEqualTo(hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"));
  }

  @Test
  void opensWhereItWasSealedAndNowhereElse() {
    SealingPair pair = SealingPair.random();
    Octets sealed = Hpke.seal(pair.publicKey(), "warm words".getBytes(UTF_8), HERE);
    assertThat(Hpke.open(pair, sealed, HERE)).asString(UTF_8).isEqualTo("warm words");
    assertThatThrownBy(() -> Hpke.open(pair, sealed, "row 2 of harbour".getBytes(UTF_8)))
        .isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> Hpke.open(SealingPair.random(), sealed, HERE))
        .isInstanceOf(SealBroken.class)
        .hasNoCause();
  }

  @Test
  void noSingleChangedByteGoesUnnoticed() {
    SealingPair pair = SealingPair.random();
    byte[] sealed = Hpke.seal(pair.publicKey(), "warm words".getBytes(UTF_8), HERE).bytes();
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> Hpke.open(pair, Octets.of(changed), HERE))
          .isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void lengthsAreHiddenInFourSizes() {
    assertThat(Padding.pad(new byte[0])).hasSize(1 << 10);
    assertThat(Padding.pad(new byte[1020])).hasSize(1 << 10);
    assertThat(Padding.pad(new byte[1021])).hasSize(1 << 13);
    assertThat(Padding.pad(new byte[60_000])).hasSize(1 << 17);
    byte[] words = "warm words".getBytes(UTF_8);
    assertThat(Padding.strip(Padding.pad(words))).isEqualTo(words);
  }

  private static Octets hex(String text) {
    return Octets.of(HexFormat.of().parseHex(text));
  }
}
