package org.clew.platform.concerns;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Whoever leaves takes their visit along: it is deleted before `web` answers `/leave`. Leaving
/// never fails for it; an unreachable row is useless without the cookie and swept up later.
@Component
@Order(LeavingVisit.ORDER)
final class LeavingVisit extends OncePerRequestFilter {

  /// Just before the filter that answers.
  static final int ORDER = Integer.MIN_VALUE + 59;

  private final Visits visits;

  LeavingVisit(Visits visits) {
    this.visits = visits;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals("/leave")
        || "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      VisitKey.in(request).ifPresent(visits::end);
    } catch (DataAccessException _) {
      // Leaving matters more.
    }
    chain.doFilter(request, response);
  }
}
