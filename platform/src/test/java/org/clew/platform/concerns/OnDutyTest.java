package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clew.platform.ClewTest;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.Organisations.OnDuty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;

/// Who takes a concern that names no organisation, and what its reporter is told.
@ClewTest
@DirtiesContext
class OnDutyTest {

  @Autowired private Organisations organisations;
  @Autowired private MockMvc mvc;
  @Autowired private Visits visits;

  private Reporter.Browser browser;

  @BeforeEach
  void aBrowser() {
    browser = new Reporter(mvc, visits).browser();
  }

  @Test
  void isWhoWorksThereThenWhoWorksAnywhereThenWhoWorksElsewhereAndIsSaidSo() throws Exception {
    organisations.add("Day centre", List.of("FR"), true, false);
    organisations.add("Takes no reports", List.of("FR"), false, true);
    assertThat(organisations.onDuty("FR"))
        .as("who is not on duty gets only what names it")
        .isEmpty();
    assertThat(told("FR")).doesNotContain("Whoever is on duty").contains("Day centre");
    assertThat(sent()).contains("Nobody is on duty now");

    Organisation britain = organisations.add("Britain", List.of("GB", "IE"), true, true);
    assertThat(organisations.onDuty("gb")).contains(new OnDuty(britain, OnDuty.Reach.THERE));
    assertThat(organisations.onDuty("FR")).contains(new OnDuty(britain, OnDuty.Reach.ELSEWHERE));
    assertThat(organisations.onDuty("")).contains(new OnDuty(britain, OnDuty.Reach.ELSEWHERE));
    assertThat(told("IE")).contains("Whoever is on duty for this place", "Now: Britain");
    assertThat(told("FR"))
        .contains("Nobody here is on duty for this place. Britain works elsewhere")
        .doesNotContain("Whoever is on duty for this place");
    assertThat(browser.open("/report/check?lang=en").getContentAsString())
        .contains("Britain, which works elsewhere");
    assertThat(told("")).contains("You named no place. Britain reads this");

    Organisation everywhere = organisations.add("Everywhere", List.of(), true, true);
    assertThat(organisations.onDuty("FR")).contains(new OnDuty(everywhere, OnDuty.Reach.THERE));
    assertThat(organisations.onDuty("")).contains(new OnDuty(everywhere, OnDuty.Reach.THERE));
    assertThat(organisations.onDuty("IE")).contains(new OnDuty(britain, OnDuty.Reach.THERE));
  }

  /// What the step says on which a reporter chooses who reads it.
  private String told(String country) throws Exception {
    browser.post("/report/begin?lang=en", Map.of("way", "NEED_HELP"));
    browser.post("/report/1", Map.of("text", "He keeps my passport"));
    browser.post("/report/3", Map.of("country", country));
    return browser.open("/report/5?lang=en").getContentAsString();
  }

  private String sent() throws Exception {
    return browser.post("/report/send?lang=en", Map.of()).getContentAsString();
  }
}
