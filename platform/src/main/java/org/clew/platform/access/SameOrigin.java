package org.clew.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what another site's page makes a browser do here, signed in or not: by `Sec-Fetch-Site`,
/// and for browsers too old to send it by `Origin`. Because our pages send no referrer, an old
/// browser says `Origin: null` for our own forms; that is let through where nobody's sign-in is at
/// stake.
final class SameOrigin extends OncePerRequestFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SAFE_METHODS.contains(request.getMethod()) || isOurs(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    @Nullable String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    return origin.equals("null") ? !isAboutSignIn(request) : isHost(origin, request);
  }

  private static boolean isAboutSignIn(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/sign-in") || path.startsWith("/join") || path.startsWith("/setup");
  }

  private static boolean isHost(String origin, HttpServletRequest request) {
    try {
      @Nullable String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
