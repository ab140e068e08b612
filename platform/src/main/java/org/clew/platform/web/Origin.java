package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where a request comes from. What a header says about it (`X-Forwarded-For`, or `Forwarded` of
/// RFC 7239) counts only when a proxy handed it over that the operator named, and of its list only
/// what such a proxy wrote: anybody can write a header.
///
/// Whatever does not add up counts as the proxy itself: then all who come through it share one
/// limit, rather than none.
@Component
public final class Origin {

  private static final String LIST = "X-Forwarded-For";
  private static final String STANDARD = "Forwarded";

  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for=\"?([^;\"]*)\"?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PORT = Pattern.compile("\\[(.*)](?::\\d+)?|([^:]*):\\d+");

  private static final Logger LOG = LoggerFactory.getLogger(Origin.class);

  private final List<Network> proxies;
  private final AtomicBoolean told = new AtomicBoolean();

  Origin(WebSettings settings) {
    proxies = settings.proxies();
  }

  /// Whether a browser or a program on this very machine asks, and no proxy is in between.
  public static boolean isHere(HttpServletRequest request) {
    return literal(request.getRemoteAddr()).filter(InetAddress::isLoopbackAddress).isPresent()
        && request.getHeader(LIST) == null
        && request.getHeader(STANDARD) == null;
  }

  /// The address of the visitor, or of the last one on the way that can be believed.
  String address(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    if (literal(peer).filter(this::isProxy).isEmpty()) {
      if (literal(peer).filter(InetAddress::isLoopbackAddress).isPresent()
          && !told.getAndSet(true)) {
        LOG.warn(
            "A proxy on this machine passes visitors on, and CLEW_TRUSTED_PROXIES does not name it:"
                + " they all share one limit.");
      }
      return peer;
    }
    Set<Optional<InetAddress>> said = new HashSet<>();
    List<String> list = parts(request, LIST);
    if (!list.isEmpty()) {
      said.add(visitor(list));
    }
    List<String> standard = parts(request, STANDARD);
    if (!standard.isEmpty()) {
      said.add(visitor(standard.stream().map(Origin::named).toList()));
    }
    // A proxy writes one of the two and lets the other pass: when they differ, one is a lie.
    return said.size() == 1
        ? said.iterator().next().map(InetAddress::getHostAddress).orElse(peer)
        : peer;
  }

  /// The last of the list that is no proxy of ours; none when it is no address.
  private Optional<InetAddress> visitor(List<String> list) {
    Optional<InetAddress> last = Optional.empty();
    for (String each : list.reversed()) {
      last = literal(withoutPort(each));
      if (last.isEmpty() || !isProxy(last.get())) {
        return last;
      }
    }
    return last;
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  private static List<String> parts(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> Pattern.compile(",").splitAsStream(line))
        .map(String::strip)
        .toList();
  }

  private static String named(String element) {
    Matcher found = FOR.matcher(element.toLowerCase(Locale.ROOT));
    return found.find() ? found.group(1).strip() : "";
  }

  private static String withoutPort(String written) {
    Matcher found = PORT.matcher(written);
    if (!found.matches()) {
      return written;
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static Optional<InetAddress> literal(@Nullable String written) {
    try {
      return written == null ? Optional.empty() : Optional.of(InetAddress.ofLiteral(written));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
