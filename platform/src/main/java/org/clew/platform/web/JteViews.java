package org.clew.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the compiled template of a view's name and gives it the screen and the page.
@Component
final class JteViews implements ViewResolver, Ordered {

  private static final String HTML = "text/html;charset=UTF-8";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JteViews.class.getClassLoader(), "clewtemplates");
  private final ScreenFactory screens;

  JteViews(ScreenFactory screens) {
    this.screens = screens;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return templates.hasTemplate(template) ? new JteView(template) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /// Renders a template whole before the first byte leaves, so that what fails can still become
  /// another answer.
  void write(
      String template,
      @Nullable Object page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var parameters = new HashMap<String, Object>();
    Screen screen = screens.screen(request);
    parameters.put("screen", screen);
    if (page != null) {
      parameters.put(Screens.PAGE, page);
    }
    var output = new Utf8ByteOutput();
    templates.render(template, parameters, output);
    response.setContentType(HTML);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, screen.languageTag());
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }

  private final class JteView implements View {

    private final String template;

    private JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return HTML;
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      write(template, model == null ? null : model.get(Screens.PAGE), request, response);
    }
  }
}
