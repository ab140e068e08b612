package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clew.platform.ClewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ClewTest
class ApiDescriptionTest {

  @Autowired private As as;
  @Autowired private JsonMapper json;
  @Autowired private MockMvc mvc;

  private JsonNode api;

  @BeforeEach
  void asked() throws Exception {
    api =
        json.readTree(
            mvc.perform(get("/api/openapi").with(as.signedIn(as.person(Role.SUPERVISOR))))
                .andReturn()
                .getResponse()
                .getContentAsString());
  }

  @Test
  void saysWhatItIsAndHowAMachineShowsWhoItIs() {
    assertThat(api.at("/info/title").asString()).isEqualTo("Clew");
    assertThat(api.at("/info/version").asString()).isEqualTo("1");
    assertThat(api.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/security/0/token").isArray()).isTrue();
  }

  @Test
  void asksNobodyWhoTheyAre() {
    var asked = new ArrayList<String>();
    for (JsonNode path : api.at("/paths")) {
      for (JsonNode route : path) {
        route.path("parameters").forEach(each -> asked.add(each.get("name").asString()));
      }
    }
    assertThat(asked)
        .contains("id", "page", "status", "keepUntil")
        .doesNotContain("me", "request", "body");
  }

  @Test
  void saysWhichStatusEachRouteAnswers() {
    Map<String, List<String>> routes =
        Map.of(
            "/paths/~1api~1v1~1cases/post", List.of("201", "400", "401", "403", "413", "422"),
            "/paths/~1api~1v1~1cases/get", List.of("200", "401", "403"),
            "/paths/~1api~1v1~1cases~1{id}/get", List.of("200", "401", "403", "404"),
            "/paths/~1api~1v1~1known-before/post",
                List.of("200", "400", "401", "403", "413", "422"),
            "/paths/~1api~1v1~1imports/post", List.of("201", "401", "403", "422", "503"),
            "/paths/~1api~1v1~1imports~1{id}~1columns/put",
                List.of("200", "400", "401", "403", "404", "413", "422"),
            "/paths/~1api~1v1~1imports~1{id}/get", List.of("200", "401", "403", "404"),
            "/paths/~1api~1v1~1imports~1{id}/delete", List.of("204", "401", "403", "404", "422"),
            "/paths/~1api~1v1~1imports~1{id}~1start/post",
                List.of("202", "401", "403", "404", "422"));
    routes.forEach(
        (route, statuses) ->
            assertThat(api.at(route + "/responses").propertyNames())
                .as(route)
                .containsExactlyInAnyOrderElementsOf(statuses));
  }

  @Test
  void saysThatAListIsSentAsItIs() {
    assertThat(api.at("/paths/~1api~1v1~1imports/post/requestBody/content").propertyNames())
        .contains("text/csv");
  }

  @Test
  void everyWrongAnswerIsAProblemAndEveryRightOneIsDescribed() {
    for (JsonNode path : api.at("/paths")) {
      for (JsonNode operation : path) {
        operation
            .get("responses")
            .properties()
            .forEach(
                answer -> {
                  boolean wrong = answer.getKey().startsWith("4") || answer.getKey().equals("503");
                  String problem =
                      answer
                          .getValue()
                          .at("/content/application~1problem+json/schema/$ref")
                          .asString("");
                  assertThat(problem.endsWith("/Problem"))
                      .as(operation.toString())
                      .isEqualTo(wrong);
                });
      }
    }
    assertThat(api.at("/paths/~1api~1v1~1cases/post/responses/201/content").toString())
        .contains("HeadShown");
  }
}
