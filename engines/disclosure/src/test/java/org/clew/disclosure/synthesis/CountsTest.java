package org.clew.disclosure.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.clew.disclosure.Microdata;
import org.clew.disclosure.Progress;
import org.clew.disclosure.Scope;
import org.clew.disclosure.StructuralZeros;
import org.clew.disclosure.Zcdp;
import org.clew.disclosure.noise.Bits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Of people who are each like one of sixty: everything has to do with everything, and rows that
/// were fitted to a hundred tables are far off in others.
class CountsTest {

  private static final int[] SIZES = new int[20];
  private static final int ROWS = 30_000;

  /// By where a count comes from: how often its interval holds the true number, and of how many.
  private static final Map<String, int[]> HELD = new HashMap<>();

  private static final Map<Scope, int[]> TABLES = new HashMap<>();

  private static Microdata people() {
    Arrays.fill(SIZES, 5);
    var lots = new SplittableRandom(7);
    int[][] models = new int[60][SIZES.length];
    for (int[] model : models) {
      for (int column = 0; column < SIZES.length; column++) {
        model[column] = 1 + lots.nextInt(4);
      }
    }
    short[][] columns = new short[SIZES.length][ROWS];
    for (int row = 0; row < ROWS; row++) {
      int[] model = models[lots.nextInt(models.length)];
      for (int column = 0; column < SIZES.length; column++) {
        boolean other = lots.nextInt(20) == 0;
        columns[column][row] = (short) (other ? 1 + lots.nextInt(4) : model[column]);
      }
    }
    return new Microdata(SIZES, columns, ROWS);
  }

  @BeforeAll
  static void tell() {
    Microdata people = people();
    for (long seed = 1; seed <= 2; seed++) {
      Synthetic made =
          Synthesis.of(
              people, StructuralZeros.NONE, Zcdp.rho(8, 1e-6), Bits.ofSeed(seed), Progress.NONE);
      Set<Scope> fitted = new HashSet<>();
      made.measurements().tables().forEach(each -> fitted.add(each.scope()));
      Set<Scope> checks = new HashSet<>();
      made.measurements().checks().forEach(each -> checks.add(each.scope()));
      Counts.of(made, 3, 10, () -> {}, each -> look(people, each, fitted, checks));
    }
  }

  private static void look(
      Microdata people, Combination told, Set<Scope> fitted, Set<Scope> checks) {
    Scope scope = Scope.of(SIZES, told.columns().stream().mapToInt(Integer::intValue).toArray());
    int cell = 0;
    for (int place = 0; place < scope.length(); place++) {
      cell += told.codes().get(place) * scope.stride(place);
    }
    int there = TABLES.computeIfAbsent(scope, each -> each.count(people))[cell];
    String from = fitted.contains(scope) ? "fitted" : checks.contains(scope) ? "check" : "model";
    int[] held = HELD.computeIfAbsent(from, _ -> new int[2]);
    held[0] += there >= told.low() && there <= told.high() ? 1 : 0;
    held[1]++;
  }

  private static double share(String from) {
    int[] held = HELD.getOrDefault(from, new int[] {0, 1});
    assertThat(held[1]).as(from).isGreaterThan(300);
    return (double) held[0] / held[1];
  }

  @Test
  void intervals_hold_where_rows_were_fitted() {
    assertThat(share("fitted")).isGreaterThan(0.88);
  }

  @Test
  void intervals_hold_where_rows_were_checked() {
    assertThat(share("check")).isGreaterThan(0.85);
  }

  @Test
  void intervals_hold_where_nothing_was_measured() {
    assertThat(share("model")).isGreaterThan(0.85);
  }
}
