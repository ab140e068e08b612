package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Lets Spring Security see who a session belongs to, read anew for each request. It never makes a
/// session: `Sessions` does that when somebody signs in.
final class SessionContext implements SecurityContextRepository {

  private final Sessions sessions;

  SessionContext(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Once(() -> read(request));
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return read(holder.getRequest()).orElseGet(SecurityContextImpl::new);
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // A session holds ids, not contexts.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return read(request).isPresent();
  }

  private Optional<SecurityContext> read(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : sessions.recall(session).map(SecurityContextImpl::new);
  }

  /// Reads when first asked, and only once.
  private static final class Once implements DeferredSecurityContext {

    private final Supplier<Optional<SecurityContext>> read;
    private @Nullable SecurityContext context;
    private boolean empty;

    Once(Supplier<Optional<SecurityContext>> read) {
      this.read = read;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        Optional<SecurityContext> found = read.get();
        empty = found.isEmpty();
        context = found.orElseGet(SecurityContextImpl::new);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      get();
      return empty;
    }
  }
}
