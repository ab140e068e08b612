package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.clew.platform.web.Language;
import org.clew.platform.web.Words;
import org.junit.jupiter.api.Test;

/// What `docs/guides/roles.md` says is what [Permissions] says.
class RolesGuideTest {

  private final Words words = new Words();

  @Test
  void theGuideHoldsTheTableOfTheCode() throws IOException {
    assertThat(Files.readString(Path.of("../docs/guides/roles.md"))).contains(table());
  }

  @Test
  void everyRoleIsToldAsTheScreensTellIt() throws IOException {
    String guide = Files.readString(Path.of("../docs/guides/roles.md"));
    for (Role role : Role.values()) {
      assertThat(guide)
          .contains("**" + say(role.messageKey()) + "** — " + say(role.messageKey() + ".hint"));
    }
  }

  @Test
  void administratorsSeeNoCaseAndAnalystsNoContactDetails() {
    for (Action action : Action.values()) {
      boolean aboutCases = action.name().endsWith("_CASE") || action.name().endsWith("_CONCERN");
      if (aboutCases) {
        assertThat(Permissions.reach(Role.ADMINISTRATOR, action)).isEqualTo(Reach.NONE);
      }
    }
    assertThat(Permissions.reach(Role.ANALYST, Action.READ_CONTACT_DETAILS)).isEqualTo(Reach.NONE);
  }

  private String table() {
    String head =
        Arrays.stream(Role.values())
            .map(role -> say(role.messageKey()))
            .collect(Collectors.joining(" | ", "| | ", " |\n"));
    String rule = "|---".repeat(Role.values().length + 1) + "|\n";
    return head
        + rule
        + Arrays.stream(Action.values()).map(this::row).collect(Collectors.joining("\n"));
  }

  private String row(Action action) {
    return Arrays.stream(Role.values())
        .map(role -> cell(Permissions.reach(role, action)))
        .collect(Collectors.joining(" | ", "| " + say(action.messageKey()) + " | ", " |"));
  }

  private static String cell(Reach reach) {
    return switch (reach) {
      case NONE -> "–";
      case OWN -> "own";
      case ASSIGNED -> "assigned";
      case TEAM -> "team";
    };
  }

  private String say(String key) {
    return words.say(Language.ENGLISH, key);
  }
}
