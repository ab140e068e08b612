package org.clew.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clew.platform.web.Busy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before whatever reads a form with a file in it, because reading it takes the file: only
/// where files are taken, of whom may send them, as large as it may be, and when there is room.
final class UploadDoor extends OncePerRequestFilter {

  private final List<Upload> addresses;
  private final Uploads uploads;

  UploadDoor(List<Upload> addresses, Uploads uploads) {
    this.addresses = addresses;
    this.uploads = uploads;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Upload> upload =
        addresses.stream().filter(each -> each.path().equals(request.getRequestURI())).findFirst();
    if (upload.isEmpty()) {
      response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
    } else {
      enter(upload.get(), request, response, chain);
    }
  }

  private void enter(
      Upload upload, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable SignedIn me =
        Doorkeeper.signedIn(SecurityContextHolder.getContext().getAuthentication());
    long bytes = request.getContentLengthLong();
    if (me == null) {
      Doorkeeper.askToSignIn(request, response);
    } else if (!me.may(upload.action())) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else if (bytes > upload.bytes()) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else {
      try (var _ = uploads.hold(me, bytes)) {
        chain.doFilter(request, response);
      } catch (Busy busy) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(busy.retryAfter().toSeconds()));
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
      }
    }
  }
}
