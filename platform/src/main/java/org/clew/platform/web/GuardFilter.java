package org.clew.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Puts the guarding headers on every answer that any servlet or filter gives.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GuardFilter implements Filter {

  private final GuardHeaders headers;

  GuardFilter(GuardHeaders headers) {
    this.headers = headers;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse http) {
      headers.putOn(http);
    }
    chain.doFilter(request, response);
  }
}
