package org.clew.linkage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one comparison costs, beside a well-kept library on the same pairs: names of 4 to 12
/// letters, half of the pairs a slip apart. And what it costs to number a text among a million.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelsBench {
  private static final int PAIRS = 4_096;
  private static final int CELLS = 1 << 20;

  private final Texts texts = new Texts();
  private final String[] left = new String[PAIRS];
  private final String[] right = new String[PAIRS];
  private final int[] leftCodes = new int[PAIRS];
  private final int[] rightCodes = new int[PAIRS];
  private final Kernels kernels = new Kernels();
  private final JaroWinklerSimilarity jaroWinkler = new JaroWinklerSimilarity();
  private final LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();

  private final byte[] cells;
  private final int[] ends = new int[CELLS];

  /// The pairs and the texts, always the same.
  public KernelsBench() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < PAIRS; i++) {
      left[i] = name(random);
      right[i] = i % 2 == 0 ? name(random) : slip(left[i], random);
      leftCodes[i] = texts.code(left[i]);
      rightCodes[i] = texts.code(right[i]);
    }
    var all = new ByteArrayOutputStream();
    for (int i = 0; i < CELLS; i++) {
      all.writeBytes(("+4477009" + random.nextInt(1_000_000)).getBytes(US_ASCII));
      ends[i] = all.size();
    }
    cells = all.toByteArray();
  }

  private static String name(SplittableRandom random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(4, 13); i > 0; i--) {
      out.append((char) ('a' + random.nextInt(26)));
    }
    return out.toString();
  }

  private static String slip(String name, SplittableRandom random) {
    StringBuilder out = new StringBuilder(name);
    out.setCharAt(random.nextInt(name.length()), (char) ('a' + random.nextInt(26)));
    return out.toString();
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public int edits() {
    int sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      sum += kernels.edits(texts, leftCodes[i], rightCodes[i], Integer.MAX_VALUE - 1);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public int editsOfCommonsText() {
    int sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      sum += levenshtein.apply(left[i], right[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public double jaroWinkler() {
    double sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      sum += kernels.jaroWinkler(texts, leftCodes[i], rightCodes[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public double jaroWinklerOfCommonsText() {
    double sum = 0;
    for (int i = 0; i < PAIRS; i++) {
      sum += jaroWinkler.apply(left[i], right[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CELLS)
  public int numberManyAtOnce() {
    Intake intake = new Intake(new Texts());
    for (int i = 0, from = 0; i < CELLS; from = ends[i++]) {
      intake.add(i, cells, from, ends[i]);
    }
    return intake.codes(CELLS).length;
  }

  @Benchmark
  @OperationsPerInvocation(CELLS)
  public int numberOneByOne() {
    Texts numbered = new Texts();
    for (int i = 0, from = 0; i < CELLS; from = ends[i++]) {
      numbered.code(cells, from, ends[i]);
    }
    return numbered.size();
  }
}
