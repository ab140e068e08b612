package org.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The methods that the second compiler is for while private matching runs (the launcher gives the
/// file to the machine, which says nothing of a method that is not there).
class SecondCompilerTest {

  private static final Pattern METHOD = Pattern.compile("\"([\\w/]+)\\.(\\w+)\"");

  @Test
  void everyMethodThatItIsForIsThere() throws IOException, ClassNotFoundException {
    String directives = Files.readString(Path.of("second-compiler-for-matching.json"));
    List<MatchResult> named = METHOD.matcher(directives).results().toList();
    assertThat(named).isNotEmpty();
    // The launcher looks for these words, to keep the first compiler from the same methods.
    assertThat(directives).containsOnlyOnce("c2: { Exclude: false }");
    for (MatchResult each : named) {
      Class<?> type = Class.forName(each.group(1).replace('/', '.'));
      assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
          .as(each.group())
          .contains(each.group(2));
    }
  }
}
