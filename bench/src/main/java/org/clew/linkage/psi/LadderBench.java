package org.clew.linkage.psi;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.KeyAgreement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What private matching does to one key, beside Java's own X25519; and whether it takes the same
/// time for scalars of few bits, of many, and of half.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LadderBench {
  private static final int POINTS = 64;

  /// Which bits of the scalar are set.
  public enum Bits {
    FEW,
    MANY,
    HALF
  }

  /// The scalar's bits.
  @Param public Bits bits = Bits.HALF;

  private final byte[] scalar = new byte[Ladder.SCALAR_BYTES];
  private final byte[][] points = new byte[POINTS][];
  private final PublicKey[] keys = new PublicKey[POINTS];

  /// Points and a scalar, always the same.
  @Setup
  public void draw() throws GeneralSecurityException {
    var random = new SplittableRandom(25519);
    switch (bits) {
      case FEW -> Arrays.fill(scalar, (byte) 0);
      case MANY -> Arrays.fill(scalar, (byte) 0xff);
      case HALF -> random.nextBytes(scalar);
    }
    KeyFactory factory = KeyFactory.getInstance("X25519");
    for (int i = 0; i < POINTS; i++) {
      byte[] big = new byte[Field25519.BYTES];
      random.nextBytes(big);
      big[0] &= 0x3f;
      points[i] = new byte[Field25519.BYTES];
      for (int at = 0; at < big.length; at++) {
        points[i][at] = big[big.length - 1 - at];
      }
      keys[i] =
          factory.generatePublic(
              new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, big)));
    }
  }

  /// Points masked with the scalar.
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public byte[][] masked() {
    return Masking.masked(Bytes.over(scalar), points);
  }

  /// The same by Java's own X25519.
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public byte[][] maskedByJava() throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance("X25519")
            .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
    byte[][] out = new byte[POINTS][];
    for (int i = 0; i < POINTS; i++) {
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(key);
      agreement.doPhase(keys[i], true);
      out[i] = agreement.generateSecret();
    }
    return out;
  }

  /// Points of messages.
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public byte[][] hashed() {
    return Masking.points(points);
  }
}
