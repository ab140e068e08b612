package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clew.platform.ClewTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every role on every route of every module, as [Permissions] says and no other way. A route that
/// is added later is in this table at once.
@ClewTest
class RouteMatrixTest {

  /// One way to ask for one route, with ids that nobody has.
  private record Route(HttpMethod method, String path, Allowed allowed) {

    boolean isFor(Role role) {
      return Arrays.stream(allowed.value())
          .anyMatch(action -> Permissions.reach(role, action) != Reach.NONE);
    }
  }

  @Autowired private MockMvc mvc;
  @Autowired private As as;
  @Autowired private Keyholder keyholder;
  @Autowired private Tokens tokens;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleEntersWhatIsItsOwnAndNothingElse(Role role) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Route route : routes()) {
      // Somebody new each time: a route may block them, or end what they have.
      int status = status(route, as.person(role));
      boolean entered = status != 403 && status < 500;
      if (entered != route.isFor(role)) {
        wrong.add(role + " on " + route.method() + " " + route.path() + ": " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyEntersWithoutSigningIn() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Route route : routes()) {
      var answer = mvc.perform(request(route.method(), route.path())).andReturn().getResponse();
      boolean refused =
          route.path().startsWith("/api/")
              ? answer.getStatus() == 401
              : answer.getStatus() == 303 && "/sign-in".equals(answer.getHeader("Location"));
      if (!refused) {
        wrong.add(route.method() + " " + route.path() + ": " + answer.getStatus());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noFormOfAnybodySignedInWorksWithoutItsToken() throws Exception {
    SignedIn everything = as.person(Role.values());
    List<String> wrong = new ArrayList<>();
    for (Route route : routes()) {
      if (route.method().equals(HttpMethod.GET) || route.path().startsWith("/api/")) {
        continue;
      }
      int status =
          mvc.perform(request(route.method(), route.path()).with(as.proven(everything)))
              .andReturn()
              .getResponse()
              .getStatus();
      if (status != 403) {
        wrong.add(route.method() + " " + route.path() + ": " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatNeedsAProofAsksForOne() throws Exception {
    SignedIn everything = as.person(Role.values());
    for (Route route : routes()) {
      if (!route.allowed().stepUp() || route.path().startsWith("/api/")) {
        continue;
      }
      var answer =
          mvc.perform(
                  request(route.method(), route.path()).with(as.signedIn(everything)).with(csrf()))
              .andReturn()
              .getResponse();
      assertThat(answer.getStatus()).as(route.path()).isEqualTo(303);
      assertThat(answer.getHeader("Location")).startsWith("/account/confirm?to=%2F");
    }
  }

  @Test
  void aTokenEntersWhatItsScopesSayAndNothingElse() throws Exception {
    SignedIn ana = as.person(Role.SUPERVISOR);
    List<String> wrong = new ArrayList<>();
    for (Action scope : Tokens.SCOPES) {
      String token = tokens.make(ana, "robot", Set.of(scope), tokens.today());
      for (Route route : machineRoutes()) {
        int status =
            mvc.perform(
                    request(route.method(), route.path())
                        .header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
        boolean entered = status != 403 && status != 401 && status < 500;
        if (entered != List.of(route.allowed().value()).contains(scope)) {
          wrong.add(scope + " on " + route.method() + " " + route.path() + ": " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void machinesThatAreNotKnownGetAProblem() throws Exception {
    for (Route route : machineRoutes()) {
      var answer =
          mvc.perform(
                  request(route.method(), route.path())
                      .header("Authorization", "Bearer clew_" + "0".repeat(32)))
              .andReturn()
              .getResponse();
      assertThat(answer.getStatus()).as(route.path()).isEqualTo(401);
      assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
      assertThat(answer.getContentType()).startsWith("application/problem+json");
    }
  }

  @Test
  void aCookieCountsForNothingWhereMachinesAsk() throws Exception {
    Keyholder.Held everything = keyholder.someone(Role.values());
    Cookie cookie = keyholder.signIn(mvc, everything);
    assertThat(mvc.perform(get("/account").cookie(cookie)).andReturn().getResponse().getStatus())
        .isEqualTo(200);
    for (Route route : machineRoutes()) {
      assertThat(
              mvc.perform(request(route.method(), route.path()).cookie(cookie))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .as(route.path())
          .isEqualTo(401);
    }
  }

  private List<Route> machineRoutes() {
    List<Route> machines =
        routes().stream().filter(route -> route.path().startsWith("/api/")).toList();
    assertThat(machines).isNotEmpty();
    return machines;
  }

  private int status(Route route, SignedIn who) throws Exception {
    return mvc.perform(request(route.method(), route.path()).with(as.proven(who)).with(csrf()))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private List<Route> routes() {
    List<Route> routes =
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
            .filter(entry -> Doorkeeper.isOurs(entry.getValue()))
            .flatMap(RouteMatrixTest::routes)
            .toList();
    assertThat(routes).hasSizeGreaterThan(20);
    return routes;
  }

  private static Stream<Route> routes(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
    Allowed allowed = entry.getValue().getMethodAnnotation(Allowed.class);
    if (allowed == null) {
      return Stream.empty();
    }
    List<RequestMethod> methods = List.copyOf(entry.getKey().getMethodsCondition().getMethods());
    List<RequestMethod> asked = methods.isEmpty() ? List.of(RequestMethod.GET) : methods;
    return entry.getKey().getPatternValues().stream()
        .map(pattern -> pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
        .flatMap(
            path -> asked.stream().map(method -> new Route(method.asHttpMethod(), path, allowed)));
  }
}
