package org.clew.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts the guarding headers on every answer that any servlet or filter gives; on that of the error
/// page too, which the web server asks for by itself about requests it lets through to nobody (a
/// TRACE, a path into the program).
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GuardFilter extends OncePerRequestFilter {

  private final GuardHeaders headers;

  GuardFilter(GuardHeaders headers) {
    this.headers = headers;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    headers.putOn(response);
    chain.doFilter(request, response);
  }
}
