package org.clew.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The headers that stand on every answer, whatever it is: nothing from elsewhere is loaded,
/// nothing is kept by the browser, nobody is told where the visitor came from, and who came by
/// HTTPS comes back by HTTPS (RFC 6797).
@Component
final class GuardHeaders {

  static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "style-src 'self'",
          "img-src 'self'",
          "font-src 'self'",
          "media-src 'self'",
          "script-src 'self'",
          "connect-src 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'");

  /// Powers of the browser that no page of ours uses.
  private static final String NO_POWERS =
      Stream.of(
              "accelerometer",
              "autoplay",
              "browsing-topics",
              "camera",
              "clipboard-read",
              "display-capture",
              "encrypted-media",
              "fullscreen",
              "gamepad",
              "geolocation",
              "gyroscope",
              "hid",
              "idle-detection",
              "local-fonts",
              "magnetometer",
              "microphone",
              "midi",
              "payment",
              "picture-in-picture",
              "screen-wake-lock",
              "serial",
              "storage-access",
              "usb",
              "xr-spatial-tracking")
          .map(power -> power + "=()")
          .collect(Collectors.joining(", "));

  private static final String A_YEAR_BY_HTTPS_ALONE = "max-age=31536000";

  private final Map<String, String> all;

  GuardHeaders(WebSettings settings) {
    all = all(settings.https());
  }

  /// Puts them on an answer before anyone else writes to it. A hashed asset may overwrite
  /// `Cache-Control`.
  void putOn(HttpServletResponse response) {
    all.forEach(response::setHeader);
  }

  private static Map<String, String> all(boolean https) {
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", POLICY);
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Embedder-Policy", "require-corp");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        NO_POWERS + ", publickey-credentials-create=(self), publickey-credentials-get=(self)");
    headers.put("X-Robots-Tag", "noindex, nofollow");
    headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
    if (https) {
      headers.put("Strict-Transport-Security", A_YEAR_BY_HTTPS_ALONE);
    }
    return headers;
  }
}
