package org.clew.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clew.platform.web.screen.TroublePage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// The one place where something that went wrong becomes an answer: a page for people, a problem
/// (RFC 9457) for machines. It comes here from pages by exception, from filters and the server by
/// the error dispatch.
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Troubles implements ErrorController {

  /// Marks a request whose answer is an error: its page names no path, so that it is the same for
  /// every address.
  static final String MARK = Troubles.class.getName();

  private final Incidents incidents;
  private final ProblemView.Maker problems;
  private final ObjectProvider<WayOut> waysOut;

  Troubles(Incidents incidents, ProblemView.Maker problems, ObjectProvider<WayOut> waysOut) {
    this.incidents = incidents;
    this.waysOut = waysOut;
    this.problems = problems;
  }

  @ExceptionHandler(Exception.class)
  @Nullable ModelAndView thrown(
      Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
    if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
      // Security knows whether to ask for a sign-in first.
      throw thrown;
    }
    if (thrown instanceof AsyncRequestNotUsableException || isHangUp(thrown)) {
      return null;
    }
    return answer(Trouble.of(thrown), request.getRequestURI(), request, response);
  }

  @RequestMapping("${spring.web.error.path:/error}")
  ModelAndView dispatched(HttpServletRequest request, HttpServletResponse response) {
    int code =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            ? status
            : 404;
    @Nullable Throwable thrown =
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
            ? uri
            : request.getRequestURI();
    return answer(Trouble.of(code, thrown), path, request, response);
  }

  private ModelAndView answer(
      Trouble trouble, String path, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    trouble.putOn(response);
    request.setAttribute(MARK, true);
    @Nullable Throwable cause = trouble.cause();
    @Nullable String incident = cause == null ? null : incidents.report(cause);
    Language language = LanguageChoice.of(request, Visitor.ANYONE).language();
    if (path.startsWith("/api/")) {
      View problem = problems.of(trouble, language, incident);
      return new ModelAndView(problem);
    }
    WayOut wayOut = wayOut(path, trouble);
    var page =
        new TroublePage(
            trouble.titleKey(),
            wayOut.textKey(),
            trouble.arguments(),
            incident,
            wayOut.to(),
            wayOut.toKey());
    return new ModelAndView("web/trouble", Screens.PAGE, page);
  }

  private WayOut wayOut(String path, Trouble trouble) {
    int status = trouble.status().value();
    return waysOut.stream()
        .filter(each -> each.status() == status && path.startsWith(each.prefix()))
        .findFirst()
        .orElseGet(() -> new WayOut("/", status, trouble.messageKey(), "/", "web.error.start"));
  }

  private static boolean isHangUp(Exception thrown) {
    return thrown instanceof IOException
        && thrown.getClass().getSimpleName().equals("ClientAbortException");
  }
}
