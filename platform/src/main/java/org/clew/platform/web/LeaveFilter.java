package org.clew.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leaving at once: forgets the session, tells the browser to forget us, and goes to a page that
/// looks like nothing in particular. A link (GET) is sent on by a redirect; a form (POST) gets a
/// page that goes on by itself, since the policy on forms follows redirects and allows none to
/// leave. It stands before sign-in and needs no proof of origin, so it cannot fail; a foreign page
/// that leads here clears nothing.
@Component
@Order(LeaveFilter.ORDER)
final class LeaveFilter extends OncePerRequestFilter {

  /// Behind the session's filter, before everything else.
  static final int ORDER = Integer.MIN_VALUE + 60;

  static final String PATH = "/leave";

  private final WebSettings settings;
  private final JteViews views;

  LeaveFilter(WebSettings settings, JteViews views) {
    this.settings = settings;
    this.views = views;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!"cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      forget(request, response);
    }
    String target = settings.leaveTo().toASCIIString();
    if ("POST".equals(request.getMethod())) {
      views.write("web/leave.jte", target, request, response);
    } else {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, target);
    }
  }

  private static void forget(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    Cookie @Nullable [] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        response.addHeader(HttpHeaders.SET_COOKIE, expired(cookie.getName()));
      }
    }
  }

  private static String expired(String name) {
    return ResponseCookie.from(name, "")
        .path("/")
        .maxAge(0)
        .httpOnly(true)
        .secure(name.startsWith("__"))
        .sameSite("Strict")
        .build()
        .toString();
  }
}
