package org.clew.platform.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.clew.platform.database.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator may choose about pages.
///
/// @param leaveTo where "Leave this page now" ends: a page that looks like nothing in particular
///   and greets nobody by name
/// @param publicUrl the address people type; empty: this machine alone
/// @param trustedProxies addresses, or ranges of them, of the proxies that pass visitors on and say
///   where they come from; none: nobody's word about that is taken
@ConfigurationProperties("clew")
record WebSettings(
    @DefaultValue("https://www.bbc.com/weather") URI leaveTo,
    @DefaultValue("") String publicUrl,
    @DefaultValue List<String> trustedProxies) {

  WebSettings {
    String scheme = String.valueOf(leaveTo.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new StartRefused("The setting CLEW_LEAVE_TO needs an http or https address.");
    }
    trustedProxies = List.copyOf(trustedProxies);
    if (trustedProxies.stream().map(Network::of).anyMatch(Optional::isEmpty)) {
      throw new StartRefused(
          "The setting CLEW_TRUSTED_PROXIES needs addresses or ranges of them, such as 127.0.0.1 or"
              + " 10.0.0.0/8.");
    }
  }

  /// The proxies whose word counts.
  List<Network> proxies() {
    return trustedProxies.stream().flatMap(written -> Network.of(written).stream()).toList();
  }

  /// Whether people come by HTTPS.
  boolean https() {
    return publicUrl.startsWith("https:");
  }
}
