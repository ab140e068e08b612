package org.clew.platform.concerns;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Browsers for a test, without scripts.
final class Reporter {

  private static final Pattern RECEIPT = Pattern.compile("class=\"receipt\"[^>]*>([0-9 ]+)<");

  private final MockMvc mvc;
  private final Visits visits;

  Reporter(MockMvc mvc, Visits visits) {
    this.mvc = mvc;
    this.visits = visits;
  }

  Browser browser() {
    return new Browser("198.51.100.7");
  }

  Browser browser(String address) {
    return new Browser(address);
  }

  /// One visitor: keeps one cookie, comes from one address.
  final class Browser {

    private final String address;
    private @Nullable Cookie cookie;

    private Browser(String address) {
      this.address = address;
    }

    MockHttpServletResponse open(String path) throws Exception {
      return send(get(path));
    }

    MockHttpServletResponse post(String path, Map<String, String> form) throws Exception {
      MockHttpServletRequestBuilder request =
          org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path);
      form.forEach(request::param);
      return send(request);
    }

    /// Begins a report whose first page was opened a while ago.
    Browser writing(Draft draft, Duration ago) {
      Instant now = Instant.now();
      hold(visits.begin(new Visit.Writing(draft, now.minus(ago), now.plusSeconds(600))));
      return this;
    }

    void hold(VisitKey key) {
      var response = new MockHttpServletResponse();
      key.give(response);
      cookie = response.getCookie(VisitKey.COOKIE);
    }

    VisitKey key() {
      var request = new MockHttpServletRequest();
      if (cookie != null) {
        request.setCookies(cookie);
      }
      return VisitKey.in(request).orElseThrow();
    }

    /// The number on the page after a report was sent.
    String receipt() throws Exception {
      Matcher found = RECEIPT.matcher(open("/report/number").getContentAsString());
      if (!found.find()) {
        throw new AssertionError("no number on the page");
      }
      return found.group(1);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
      request.with(
          raw -> {
            raw.setRemoteAddr(address);
            return raw;
          });
      if (cookie != null) {
        request.cookie(cookie);
      }
      MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
      Cookie given = response.getCookie(VisitKey.COOKIE);
      if (given != null) {
        cookie = given.getMaxAge() == 0 ? null : given;
      }
      return response;
    }
  }
}
