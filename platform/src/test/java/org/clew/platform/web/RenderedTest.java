package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.clew.platform.web.screen.LookPage;
import org.clew.platform.web.screen.TroublePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/// Pages as they come out.
class RenderedTest {

  @ParameterizedTest
  @ValueSource(strings = {"web/look.jte", "web/lookPublic.jte", "web/lookBare.jte"})
  void everyWordOfAPageComesFromTheMessageFiles(String template) {
    assertThat(undressed(Rendering.html(template, page("en-XA"), "en-XA"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 413, 429, 500, 503})
  void everyAnswerToAnErrorHasItsWords(int status) {
    Trouble trouble = Trouble.of(status, null);
    var page =
        new TroublePage(
            trouble.titleKey(),
            trouble.messageKey(),
            List.of(),
            "0a1b2c3d",
            "/",
            "web.error.start");
    assertThat(
            undressed(Rendering.html("web/trouble.jte", page, "en-XA")).stream()
                .filter(t -> !t.contains("0a1b2c3d")))
        .isEmpty();
    assertThat(Rendering.html("web/trouble.jte", page, "ar"))
        .contains("lang=\"ar\" dir=\"rtl\"")
        .contains(Rendering.WORDS.say(Language.ARABIC, trouble.titleKey()));
  }

  @Test
  void anAddressThatAsksForALanguageKeepsItOnLinksAndForms() {
    String html = Rendering.html("web/look.jte", page("es"), "es");
    String carried =
        "action=\"/look\" autocomplete=\"off\">\n<input type=\"hidden\" name=\"lang\" value=\"es\">";
    assertThat(html)
        .contains("lang=\"es\" dir=\"ltr\"")
        .contains("action=\"/look?lang=es\"")
        .contains(carried);
    List<String> plain = new ArrayList<>();
    var link =
        Pattern.compile("(?:href|action)=\"(/(?!assets/)[^\"]*)\"")
            .matcher(html.replace(carried, ""));
    while (link.find()) {
      if (!link.group(1).contains("lang=")) {
        plain.add(link.group(1));
      }
    }
    assertThat(plain).isEmpty();
  }

  @Test
  void noPageNamesAnotherHostOrCarriesStylesAndHandlers() {
    for (String template : List.of("web/look.jte", "web/lookPublic.jte", "web/lookBare.jte")) {
      assertThat(
              Rendering.html(template, page("en"), "en").replace("http://www.w3.org/2000/svg", ""))
          .doesNotContainPattern("https?://")
          .doesNotContainPattern("\\s(style|on[a-z]+)=")
          .doesNotContain("<style", "javascript:");
    }
  }

  @Test
  void publicPagesTellTheTabAndTheHistoryNothing() {
    assertThat(Rendering.html("web/lookPublic.jte", page("en"), "en"))
        .contains("<title>Information</title>")
        .contains("id=\"leave\"")
        .doesNotContain("_csrf");
  }

  @Test
  void fieldsSayWhatIsWrongWithThem() {
    assertThat(Rendering.html("web/lookPublic.jte", page("en"), "en"))
        .contains("aria-describedby=\"phone-hint phone-wrong\"")
        .contains("aria-invalid=\"true\"")
        .contains("href=\"#kind\"")
        .contains("autocomplete=\"off\"");
  }

  @Test
  void theFirstViewOfAPublicPageIsLight() throws IOException {
    String html = Rendering.html("web/lookPublic.jte", page("ar"), "ar");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(html.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bytes.size()).isLessThan(6 * 1024);
  }

  @Test
  void whatPeopleTypedIsShownAsTheyTypedIt() {
    var page =
        new TroublePage(
            "web.error.400.title",
            "web.error.incident",
            List.of("<script>x</script>"),
            null,
            "/",
            "web.error.start");
    assertThat(Rendering.html("web/trouble.jte", page, "en"))
        .contains("&lt;script&gt;x&lt;/script&gt;")
        .doesNotContain("<script>x");
  }

  private static LookPage page(String language) {
    var request = new MockHttpServletRequest("GET", "/look");
    request.addParameter("lang", language);
    var shown = new LookPages(new Screens(), Rendering.WORDS).staff(ListAsk.FIRST, request);
    return (LookPage) java.util.Objects.requireNonNull(shown.getModel().get(Screens.PAGE));
  }

  /// Texts between tags, and of attributes people hear, with two plain letters or more.
  private static List<String> undressed(String html) {
    List<String> found = new ArrayList<>();
    String visible =
        html.replaceAll("(?s)<head>.*?</head>", "")
            .replaceAll("<a [^>]*hreflang[^>]*>[^<]*</a>", "");
    for (String text : visible.split("<[^>]*>", -1)) {
      if (Pattern.compile("[A-Za-z]{2}").matcher(text.replaceAll("&[a-z]+;", "")).find()) {
        found.add(text.strip());
      }
    }
    var attribute =
        Pattern.compile("(?:aria-label|placeholder|alt|title)=\"([^\"]*)\"").matcher(visible);
    while (attribute.find()) {
      if (Pattern.compile("[A-Za-z]{2}").matcher(attribute.group(1)).find()) {
        found.add(attribute.group(1));
      }
    }
    return found;
  }
}
