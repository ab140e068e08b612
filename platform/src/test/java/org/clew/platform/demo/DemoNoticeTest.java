package org.clew.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.platform.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/// What the console says below "Clew is ready at …".
class DemoNoticeTest {

  private final String text =
      new DemoNotice(new Words(), new MockEnvironment()).text("8080").replace("\r", "");

  @Test
  void saysWhereOneClickSignsIn() {
    assertThat(text.lines().findFirst())
        .hasValue(
            "Demo sign-ins, one click each, on this machine alone: http://localhost:8080/sign-in");
  }

  @Test
  void namesEverybodyWithOrganisationAndRoleInColumns() {
    assertThat(text.lines().filter(line -> line.startsWith("  ")))
        .hasSize(12)
        .startsWith(
            "  Harbour Line              Amina Kestrel  Helpline worker",
            "                            Ben Orlan      Analyst")
        .contains("  Meridian Traders          Hana Zander    Analyst")
        .allMatch(line -> line.length() < 80);
  }
}
