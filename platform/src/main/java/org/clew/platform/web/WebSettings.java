package org.clew.platform.web;

import java.net.URI;
import org.clew.platform.database.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may choose about pages.
///
/// @param leaveTo where "Leave this page now" ends: a page that looks like nothing in particular
///   and greets nobody by name
/// @param publicUrl the address people type; empty: this machine alone
@ConfigurationProperties("clew")
record WebSettings(
    @DefaultValue("https://www.bbc.com/weather") URI leaveTo, @DefaultValue("") String publicUrl) {

  WebSettings {
    String scheme = String.valueOf(leaveTo.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new StartRefused("The setting CLEW_LEAVE_TO needs an http or https address.");
    }
  }

  /// Whether people come by HTTPS.
  boolean https() {
    return publicUrl.startsWith("https:");
  }
}
