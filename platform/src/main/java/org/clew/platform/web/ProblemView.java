package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// A problem for machines: RFC 9457.
record ProblemView(String json) implements View {

  @Override
  public String getContentType() {
    return MediaType.APPLICATION_PROBLEM_JSON_VALUE;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setContentType(getContentType());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /// Makes problems of troubles.
  @Component
  static final class Maker {

    private final Words words;
    private final JsonMapper json;

    Maker(Words words, JsonMapper json) {
      this.words = words;
      this.json = json;
    }

    ProblemView of(Trouble trouble, Language language, @Nullable String incident) {
      SequencedMap<String, Object> problem = new LinkedHashMap<>();
      problem.put("type", "about:blank");
      problem.put("title", trouble.status().getReasonPhrase());
      problem.put("status", trouble.status().value());
      problem.put(
          "detail", words.say(language, trouble.messageKey(), trouble.arguments().toArray()));
      if (!trouble.fields().isEmpty()) {
        problem.put("fields", trouble.fields());
      }
      if (incident != null) {
        problem.put("incident", incident);
      }
      return new ProblemView(json.writeValueAsString(problem));
    }
  }
}
