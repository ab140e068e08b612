package org.clew.platform.access;

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
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(true);
    cookie.setSameSite("Strict");
    return cookie;
  }
}
