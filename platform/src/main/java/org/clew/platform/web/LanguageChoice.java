package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which language a page speaks, and whether the address says so (`?lang=ar`): only then do its
/// links carry it on, so that no cookie is needed to remember it.
record LanguageChoice(Language language, boolean inAddress) {

  static LanguageChoice of(HttpServletRequest request, Visitor visitor) {
    Optional<Language> asked = asked(request).flatMap(Language::of);
    if (asked.isPresent()) {
      return new LanguageChoice(asked.get(), true);
    }
    @Nullable Language own = visitor.language();
    return new LanguageChoice(
        own != null ? own : Language.best(Collections.list(request.getLocales())), false);
  }

  private static Optional<String> asked(HttpServletRequest request) {
    String type = request.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      // Looking among the fields would take the file, also of whom it is refused to.
      return Optional.ofNullable(
          UriComponentsBuilder.newInstance()
              .query(request.getQueryString())
              .build()
              .getQueryParams()
              .getFirst("lang"));
    }
    try {
      return Optional.ofNullable(request.getParameter("lang"));
    } catch (IllegalStateException _) {
      // The request's body cannot be read; the page that says so speaks the browser's language.
      return Optional.empty();
    }
  }

  /// The path with `?lang=` added where the visitor's address had it.
  String carry(String to) {
    if (!inAddress || to.contains("lang=")) {
      return to;
    }
    int fragment = to.indexOf('#');
    String head = fragment < 0 ? to : to.substring(0, fragment);
    String tail = fragment < 0 ? "" : to.substring(fragment);
    return head + (head.indexOf('?') < 0 ? "?" : "&") + "lang=" + language.tag() + tail;
  }
}
