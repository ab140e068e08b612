package org.clew.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.clew.platform.database.StartRefused;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Looks at the addresses before anything starts. Passkeys and the `__Host-` cookie exist over
/// HTTPS and on this machine alone (Secure Contexts, W3C, section 3.1), and over plain HTTP a
/// network reads what people report: rather no server than that one.
final class NetworkCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Set<String> THIS_MACHINE =
      Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    check(context.getEnvironment());
  }

  static void check(Environment environment) {
    String published = environment.getProperty("clew.public-url", "");
    if (!published.isEmpty()) {
      checkPublished(published);
    }
    String listens = environment.getProperty("server.address", "127.0.0.1");
    if (!isHere(listens) && !published.startsWith("https:")) {
      throw new StartRefused(
          "Clew would answer on "
              + listens
              + " without saying under which address people reach it by HTTPS. Say it with"
              + " --public-url https://…, or leave SERVER_ADDRESS alone: Clew then answers on this"
              + " machine only.");
    }
  }

  private static void checkPublished(String published) {
    URI address = uri(published);
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost());
    boolean bare = address.getRawPath() == null || address.getRawPath().matches("/?");
    if (address.getHost() == null || !bare || !Set.of("http", "https").contains(scheme)) {
      throw notAnAddress(published);
    }
    if (scheme.equals("http") && !isHere(host)) {
      throw new StartRefused(
          "The public address "
              + published
              + " is plain HTTP: on a network everybody on the way could read what people report,"
              + " and browsers refuse passkeys and our cookie. Give Clew a certificate or put HTTPS in front, and say"
              + " --public-url https://…");
    }
  }

  private static URI uri(String published) {
    try {
      return URI.create(published);
    } catch (IllegalArgumentException _) {
      throw notAnAddress(published);
    }
  }

  private static StartRefused notAnAddress(String published) {
    return new StartRefused(
        "The public address \""
            + published
            + "\" is no address that a browser could open. Say it like --public-url"
            + " https://clew.example.org");
  }

  private static boolean isHere(String host) {
    return THIS_MACHINE.contains(host) || host.startsWith("127.");
  }
}
