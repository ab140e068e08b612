package org.clew.platform.access;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The address under which people reach this server. Passkeys are bound to its host.
@Component
public final class PublicAddress {

  private final AccessSettings settings;
  private final Environment environment;

  PublicAddress(AccessSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /// Scheme, host and port, as a browser writes an origin.
  public String origin() {
    URI address = URI.create(address());
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }

  String host() {
    return URI.create(address()).getHost();
  }

  /// The whole address of a path of ours.
  String of(String path) {
    return origin() + path;
  }

  private String address() {
    return settings.publicUrl().isEmpty()
        ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
        : settings.publicUrl();
  }
}
