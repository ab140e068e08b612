package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The one cookie: for this host alone, hidden from scripts, never sent along from elsewhere.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  static final String COOKIE = "__Host-clew";

  @Bean
  CookieSerializer cookieSerializer() {
    var cookie = new OwnIdsOnly();
    cookie.setCookieName(COOKIE);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(true);
    cookie.setSameSite("Strict");
    return cookie;
  }

  /// What is no id of ours is no session: it need not be looked for.
  private static final class OwnIdsOnly extends DefaultCookieSerializer {

    private static final Pattern ID =
        Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
      return super.readCookieValues(request).stream()
          .filter(id -> ID.matcher(id).matches())
          .toList();
    }
  }
}
