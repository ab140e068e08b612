package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `clew release` on the public records that the reference results are about. Where they are not
/// there it says so.
class ReleaseConformanceTest {

  private static final String QUASI =
      "sex,age,race,marital-status,education,native-country,workclass,occupation,salary-class";

  @TempDir private Path folder;

  @Test
  void theListIsAsTheReferenceHasItAndNobodyIsAlone() throws IOException {
    String set = System.getProperty("CLEW_DATA", System.getenv().getOrDefault("CLEW_DATA", ""));
    Path data = (set.isEmpty() ? Path.of("../../shared/data") : Path.of(set)).resolve("arx");
    if (!Files.isDirectory(data)) {
      System.out.println("Left out: conformance over arx, which is not here (CLEW_DATA)");
      return;
    }
    var shell = new Shell(folder);
    String list = data.resolve("adult_subset.csv").toString();
    assertThat(shell.run(List.of("release", "risk", list, "--quasi", QUASI))).isZero();
    assertThat(shell.answered())
        .contains("3,016 rows, 9 quasi-identifiers, 2,702 groups", "89.59 %", "81.73 %");
    List<String> words =
        new ArrayList<>(
            List.of("release", "kanon", "generalise", list, "--quasi", QUASI, "--k", "10"));
    words.addAll(List.of("--suppress", "0.05", "--out", shell.file("out.csv").toString()));
    for (String column : QUASI.split(",", -1)) {
      Path hierarchy = data.resolve("adult_hierarchy_" + column + ".csv");
      words.addAll(List.of("--hierarchy", column + "=" + hierarchy));
    }
    assertThat(shell.run(words)).isZero();
    assertThat(shell.answered()).contains("127 of 3,016 rows are left out. Loss 0.465069");
    Map<List<String>, Integer> groups = new HashMap<>();
    for (NamedCsvRecord row : shell.rows("out.csv")) {
      groups.merge(row.getFields(), 1, Integer::sum);
    }
    assertThat(groups.values()).allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(10));
    assertThat(groups.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3016 - 127);
  }
}
