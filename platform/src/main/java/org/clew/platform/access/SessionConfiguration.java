package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.clew.platform.database.Ids;
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

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
      return super.readCookieValues(request).stream()
          .filter(id -> Ids.read(id).isPresent())
          .toList();
    }
  }
}
