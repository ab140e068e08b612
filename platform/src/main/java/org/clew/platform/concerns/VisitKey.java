package org.clew.platform.concerns;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// What a visitor's cookie holds, and nobody else: the key of their visit. The visit's id in the
/// database is derived from it and leads back nowhere.
record VisitKey(Octets secret) {

  static final String COOKIE = "__Host-visit";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static VisitKey random() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new VisitKey(Octets.of(secret));
  }

  /// The key that came with a request.
  static Optional<VisitKey> in(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return read(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  /// Gives it to the browser, for as long as the browser runs.
  void give(HttpServletResponse response) {
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret.bytes());
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(value).build().toString());
  }

  /// Makes the browser forget whatever it holds.
  static void take(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
  }

  Octets id() {
    return SecretBox.derive(secret, "visit id");
  }

  SecretBox box() {
    return new SecretBox(SecretBox.derive(secret, "visit"));
  }

  @Override
  public String toString() {
    return "VisitKey[secret]";
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(COOKIE, value)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite("Strict");
  }

  private static Optional<VisitKey> read(String value) {
    try {
      byte[] secret = Base64.getUrlDecoder().decode(value);
      return secret.length == BYTES
          ? Optional.of(new VisitKey(Octets.of(secret)))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
