package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/// A sentence that the page after a redirect says once. Its arguments are texts and numbers, and
/// nothing about a person: it waits in the session.
record Said(String messageKey, List<? extends Serializable> arguments) implements Serializable {

  private static final String NAME = "said";

  Said {
    arguments = List.copyOf(arguments);
  }

  static Said of(String messageKey, Object... arguments) {
    return new Said(messageKey, Arrays.stream(arguments).map(Said::plain).toList());
  }

  /// The sentence left for this request, if any.
  static @Nullable Said in(HttpServletRequest request) {
    Map<String, ?> left = RequestContextUtils.getInputFlashMap(request);
    return left != null && left.get(NAME) instanceof Said said ? said : null;
  }

  void leave(String path, HttpServletRequest request, HttpServletResponse response) {
    FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
    flash.put(NAME, this);
    RequestContextUtils.saveOutputFlashMap(path, request, response);
  }

  private static Serializable plain(Object argument) {
    return argument instanceof Number number ? number : argument.toString();
  }
}
