package org.clew.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes out of whatever is filled in what nobody types and nobody sees: NUL, which the database
/// keeps nowhere, and the controls that turn the direction of everything around them (Trojan
/// Source, CVE-2021-42574). Right-to-left text needs none of them: our pages isolate what people
/// wrote.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class CleanFilter extends OncePerRequestFilter {

  private static final Pattern UNSEEN = Pattern.compile("[\0\u202A-\u202E\u2066-\u2069]");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Cleaned(request), response);
  }

  static String clean(String written) {
    return UNSEEN.matcher(written).replaceAll("");
  }

  /// Cleans what is asked for when it is asked for, so that nothing is read before its turn.
  private static final class Cleaned extends HttpServletRequestWrapper {

    Cleaned(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String value = super.getParameter(name);
      return value == null ? null : CleanFilter.clean(value);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return clean(super.getParameterValues(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      var cleaned = new LinkedHashMap<String, String[]>();
      super.getParameterMap().forEach((name, values) -> cleaned.put(name, clean(values)));
      return Collections.unmodifiableMap(cleaned);
    }

    private static String @Nullable [] clean(String @Nullable [] values) {
      return values == null
          ? null
          : Arrays.stream(values).map(CleanFilter::clean).toArray(String[]::new);
    }
  }
}
