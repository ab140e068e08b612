package org.clew.platform.investigation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Uploads are held in memory, so that no list ever lies in a temporary folder: therefore they are
/// taken at one address alone, and one at a time.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class UploadFilter extends OncePerRequestFilter {

  private static final int AT_ONCE = 1;

  /// A file and the fields around it.
  private static final long MOST_BYTES = Limits.FILE_BYTES + 1024 * 1024L;

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")) {
      chain.doFilter(request, response);
    } else if (!request.getRequestURI().equals("/imports")) {
      response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
    } else if (request.getContentLengthLong() > MOST_BYTES) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else {
      places.acquireUninterruptibly();
      try {
        chain.doFilter(request, response);
      } finally {
        places.release();
      }
    }
  }
}
