package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.clew.platform.ClewTest;
import org.clew.platform.access.As;
import org.clew.platform.access.Role;
import org.clew.platform.access.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What nobody types is taken out before anything reads it.
@ClewTest
class CleanFilterTest {

  @Autowired private MockMvc mvc;
  @Autowired private As as;

  @Test
  void controlsThatNobodySeesAreTakenOut() {
    assertThat(CleanFilter.clean("a\0b\u202Egnp.exe\u2066x\u2069")).isEqualTo("abgnp.exex");
    assertThat(CleanFilter.clean("سارة \u200F(حداد)")).isEqualTo("سارة \u200F(حداد)");
    assertThat(CleanFilter.clean("line\r\nline\t😀")).isEqualTo("line\r\nline\t😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-in/recovery"})
  void aNulStopsNobodyWhoIsNotSignedIn(String path) throws Exception {
    MockHttpServletRequestBuilder form =
        post(path).param("email", "a\0b").param("password", "c\0d").param("code", "e\0f");
    assertThat(status(form)).isLessThan(500);
  }

  @Test
  void aNulInAnyFormOfAnAdministratorIsKeptNowhere() throws Exception {
    SignedIn root = as.person(Role.ADMINISTRATOR, Role.SUPERVISOR);
    for (String path : new String[] {"/people/add", "/settings", "/tokens", "/known/judge"}) {
      MockHttpServletRequestBuilder form =
          post(path)
              .param("name", "Na\0me " + path)
              .param("email", "n\0" + path.hashCode() + "@example.org")
              .param("roles", "ANALYST")
              .param("scopes", "READ_RECORDS")
              .param("reason", "\0")
              .param("typed", "\0")
              .with(as.proven(root))
              .with(csrf());
      assertThat(status(form)).as(path).isLessThan(500);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAA",
        "",
        "====",
        "!",
        "YWJj",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void aCookieThatIsNoneOfOursIsNoSession(String value) throws Exception {
    assertThat(status(get("/").cookie(new Cookie("__Host-clew", value)))).isEqualTo(200);
    assertThat(status(get("/inbox").cookie(new Cookie("__Host-clew", value)))).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999999999-01-01T00:00", "+999999999-12-31T23:59", "9999-01-01T00:00"})
  void aDateThatNothingCouldShowIsAMistakeOfTheForm(String due) throws Exception {
    SignedIn amina = as.person(Role.HELPLINE_WORKER);
    MockHttpServletRequestBuilder form =
        post("/cases")
            .param("title", "Odd date")
            .param("nextDue", due)
            .with(as.signedIn(amina))
            .with(csrf());
    assertThat(status(form)).isEqualTo(422);
    assertThat(status(get("/cases").with(as.signedIn(amina)))).isEqualTo(200);
  }

  private int status(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse().getStatus();
  }
}
