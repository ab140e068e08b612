package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.regex.Pattern;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.web.Language;
import org.clew.platform.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ClewTest
class PublicPagesTest {

  private static final List<String> CONTENT =
      List.of(
          "/",
          "/for/me",
          "/for/someone",
          "/for/work",
          "/keep",
          "/phone",
          "/return",
          "/report/done",
          "/return/ended");

  @Autowired private As as;
  @Autowired private MockMvc mvc;
  @Autowired private Words words;

  @BeforeEach
  void somebodyTakesReports() {
    as.organisation();
  }

  @Test
  void everyPageAnswersInEveryLanguageWithANeutralTitle() throws Exception {
    for (String path : CONTENT) {
      for (Language language : Language.offered()) {
        String html = page(path + "?lang=" + language.tag());
        assertThat(html)
            .as("%s in %s", path, language)
            .contains("<html lang=\"" + language.tag() + "\" dir=\"" + language.direction())
            .contains("<title>" + words.say(language, "web.neutralTitle") + "</title>")
            .contains("<h1>")
            .contains("/leave");
      }
    }
  }

  @Test
  void readingLeavesNothingOnThePhone() throws Exception {
    for (String path : CONTENT) {
      MockHttpServletResponse response = mvc.perform(get(path)).andReturn().getResponse();
      assertThat(response.getHeaders("Set-Cookie")).as(path).isEmpty();
      assertThat(response.getHeader("Cache-Control")).as(path).isEqualTo("no-store");
    }
  }

  @Test
  void theFrontOffersThreeWaysTheEmergencyLineAndTheWayBack() throws Exception {
    assertThat(page("/?lang=en"))
        .contains("href=\"/for/me?lang=en\"")
        .contains("href=\"/for/someone?lang=en\"")
        .contains("href=\"/for/work?lang=en\"")
        .contains("href=\"tel:112\"")
        .contains("href=\"/return?lang=en\"")
        .contains("href=\"/phone?lang=en\"");
  }

  @Test
  void theFrontPromisesNothingThatIsNotThere() throws Exception {
    assertThat(page("/?lang=en"))
        .contains("A person reads it and answers.")
        .doesNotContain("lawyer")
        .doesNotContain("a place to stay");
    assertThat(page("/?lang=es")).doesNotContain("abogado");
    assertThat(page("/?lang=ar")).doesNotContain("محام");
  }

  @Test
  void noPageLinksOutside() throws Exception {
    Pattern outside = Pattern.compile("(href|src|action)=\"(?!/|#|tel:112|data:)");
    for (String path : CONTENT) {
      assertThat(page(path)).as(path).doesNotContainPattern(outside);
    }
  }

  @Test
  void nobodyIsCalledWhatTheyMayNotWantToBeCalled() {
    for (Language language : List.of(Language.ENGLISH, Language.ARABIC, Language.SPANISH)) {
      for (String key : words.keys(language)) {
        if (key.startsWith("concerns.")) {
          assertThat(words.pattern(language, key))
              .as(key)
              .doesNotContainPattern("(?i)\\b(victim|safe|safely|víctimas?)\\b")
              .doesNotContain("ضحية", "ضحايا", "آمن");
        }
      }
    }
  }

  @Test
  void englishSentencesStayShort() {
    for (String key : words.keys(Language.ENGLISH)) {
      if (key.startsWith("concerns.")) {
        String text = words.pattern(Language.ENGLISH, key);
        for (String sentence : text.split("[.?!:] ?", -1)) {
          assertThat(sentence.split(" ", -1).length).as("%s: %s", key, sentence).isLessThan(24);
        }
      }
    }
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse response = mvc.perform(get(path)).andReturn().getResponse();
    assertThat(response.getStatus()).as(path).isEqualTo(200);
    return response.getContentAsString();
  }
}
