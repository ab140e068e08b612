package org.clew.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads `Authorization: Bearer clew_…` (RFC 6750). A token that does not work is the same as none:
/// the [Doorkeeper] answers.
final class BearerTokens extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;

  BearerTokens(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      tokens
          .machine(authorization.substring(SCHEME.length()).strip())
          .ifPresent(
              machine ->
                  SecurityContextHolder.getContextHolderStrategy()
                      .setContext(new SecurityContextImpl(machine)));
    }
    chain.doFilter(request, response);
  }
}
