package org.clew.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/// Renders templates without a server.
final class Rendering {

  static final Words WORDS = new Words();

  private static final JteViews VIEWS =
      new JteViews(
          new ScreenFactory(
              WORDS,
              new Assets(JsonMapper.builder().build()),
              new DefaultListableBeanFactory().getBeanProvider(Room.class)));

  private Rendering() {}

  static String html(String template, Object page, String language) {
    var request = new MockHttpServletRequest("GET", "/look");
    request.addParameter("lang", language);
    var response = new MockHttpServletResponse();
    try {
      VIEWS.write(template, page, request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.getContentAsByteArray().length == 0
        ? ""
        : new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
