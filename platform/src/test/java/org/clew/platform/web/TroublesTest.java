package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.clew.platform.ClewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ClewTest
@ExtendWith(OutputCaptureExtension.class)
class TroublesTest {

  private final MockMvcTester mvc;

  TroublesTest(@Autowired MockMvc mockMvc) {
    this.mvc = MockMvcTester.create(mockMvc);
  }

  @ParameterizedTest
  @CsvSource({
    "/trouble/missing, 404",
    "/trouble/forbidden, 403",
    "/trouble/refused, 422",
    "/trouble/many, 429",
    "/trouble/personal, 500",
    "/trouble/id/not-an-id, 404",
    "/trouble/number, 400",
    "/trouble/number?number=x, 400",
    "/nowhere/at/all, 404",
    "/look, 404"
  })
  void peopleGetAPageInTheirLanguage(String path, int status) throws Exception {
    MvcTestResult answer =
        mvc.get().uri(path).header("Accept-Language", "ar").accept(MediaType.TEXT_HTML).exchange();
    assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
    assertThat(text(answer))
        .contains("<html lang=\"ar\" dir=\"rtl\">")
        .contains("<title>معلومات</title>")
        .doesNotContain("Exception", "amina");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/trouble/missing, 404",
    "/api/trouble/forbidden, 403",
    "/api/trouble/refused, 422",
    "/api/trouble/many, 429",
    "/api/trouble/personal, 500",
    "/api/trouble/id/not-an-id, 404",
    "/api/nowhere, 404"
  })
  void machinesGetAProblem(String path, int status) throws Exception {
    MvcTestResult answer = mvc.get().uri(path).exchange();
    assertThat(answer).hasStatus(status);
    assertThat(answer.getResponse().getContentType()).startsWith("application/problem+json");
    assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo(status);
    assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("about:blank");
    assertThat(text(answer)).doesNotContain("Exception", "amina", path);
  }

  @Test
  void aRefusalSaysItsSentence() throws Exception {
    assertThat(text(mvc.get().uri("/trouble/refused").exchange()))
        .contains("If you tell us about it, say this number: 42");
    assertThat(mvc.get().uri("/api/trouble/refused").exchange())
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("If you tell us about it, say this number: 42");
  }

  @Test
  void tooManyTriesSayWhenToComeBack() {
    assertThat(mvc.get().uri("/trouble/many").exchange()).hasHeader("Retry-After", "90");
  }

  @Test
  void aWrongMethodSaysWhichAreRight() {
    MvcTestResult answer = mvc.method(HttpMethod.DELETE).uri("/trouble/missing").exchange();
    assertThat(answer).hasStatus(405).hasHeader("Allow", "GET");
  }

  @ParameterizedTest
  @CsvSource({"/trouble/body", "/api/trouble/body"})
  void aBodyThatCannotBeReadIsTheCallersMistake(String path) {
    assertThat(
            mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"number\":")
                .exchange())
        .hasStatus(400);
    assertThat(mvc.post().uri(path).contentType(MediaType.TEXT_PLAIN).content("x").exchange())
        .hasStatus(415);
  }

  @Test
  void aBodyThatIsTooLargeIsNotUnderstoodFirst() {
    String large = "{\"number\":7,\"more\":\"" + "x".repeat(BodyLimit.BYTES) + "\"}";
    assertThat(
            mvc.post()
                .uri("/api/trouble/body")
                .contentType(MediaType.APPLICATION_JSON)
                .content(large)
                .exchange())
        .hasStatus(413);
  }

  @Test
  void theLogTellsWhereButNotWhom(CapturedOutput output) throws Exception {
    String page = text(mvc.get().uri("/trouble/personal").exchange());
    var number = java.util.regex.Pattern.compile("say this number: ([0-9a-f]{8})").matcher(page);
    assertThat(number.find()).isTrue();
    assertThat(output.getAll())
        .contains("incident " + number.group(1))
        .contains("java.lang.IllegalStateException")
        .contains("TroubleRoutes.trouble")
        .doesNotContain("amina");
  }

  @Test
  void noAddressIsTold() throws Exception {
    String one = text(mvc.get().uri("/trouble/id/" + UUID.randomUUID()).exchange());
    String two = text(mvc.get().uri("/trouble/id/" + UUID.randomUUID()).exchange());
    assertThat(one).isEqualTo(two).isEqualTo(text(mvc.get().uri("/trouble/id/x").exchange()));
  }

  private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
    return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
