package org.clew.platform.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// What the web server itself says about requests that reach no filter (a broken address, a header
/// too large): the status, the guarding headers, and nothing else — no product, no version.
final class GuardValve extends ErrorReportValve {

  private final GuardHeaders headers;

  private GuardValve(GuardHeaders headers) {
    this.headers = headers;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() >= 400
        && response.getContentWritten() == 0
        && response.setErrorReported()) {
      headers.putOn(response.getResponse());
      response.setContentLength(0);
    }
  }

  /// Hangs the valve in, behind the one that Spring Boot adds, so that this one speaks first.
  @Component
  static final class Hanger implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final GuardHeaders headers;

    Hanger(GuardHeaders headers) {
      this.headers = headers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      factory.addContextCustomizers(
          context -> context.getParent().getPipeline().addValve(new GuardValve(headers)));
    }
  }
}
