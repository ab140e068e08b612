package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// A 303 to another page of ours that keeps the language the visitor chose in the address.
record Onward(String path, @Nullable Said said) implements View {

  Onward {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("a path of this server is needed");
    }
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
    if (said != null) {
      said.leave(path, request, response);
    }
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(
        HttpHeaders.LOCATION, LanguageChoice.of(request, Visitor.ANYONE).carry(path));
  }
}
