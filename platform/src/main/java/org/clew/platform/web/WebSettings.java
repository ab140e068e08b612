package org.clew.platform.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may choose about pages.
///
/// @param leaveTo where "Leave this page now" ends: a page that looks like nothing in particular
///   and greets nobody by name
@ConfigurationProperties("clew")
record WebSettings(@DefaultValue("https://www.bbc.com/weather") URI leaveTo) {

  WebSettings {
    String scheme = String.valueOf(leaveTo.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new IllegalArgumentException("clew.leave-to needs an http or https address");
    }
  }
}
