package org.clew.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Consumer;

/// An HTML page in Clew's look that needs no network and no other file, works without scripts, by
/// keyboard and on paper. It forbids itself any script and style but its own by their hashes ([CSP
/// 3](https://www.w3.org/TR/CSP3/)). The same content gives the same bytes.
///
/// @param title what the window is called
/// @param script what the page does where scripts may run; may be empty
public record StandAlone(String title, String script) {

  /// A page that does nothing by itself.
  public StandAlone(String title) {
    this(title, "");
  }

  /// Writes the page.
  ///
  /// @param body writes a `header` and a `main` with the id `main`
  /// @throws UncheckedIOException when it cannot be written
  public void write(Appendable out, Consumer<Html> body) {
    String style = resource(StandAlone.class, "page.css");
    var html = new Html(out);
    html.add(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{}'; \
        script-src {}; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <title>{}</title>
        <style>{}</style>
        </head>
        <body>
        <a class="skip" href="#main">To the findings</a>
        """,
        hash(style),
        script.isEmpty()
            ? new Html.Markup("'none'")
            : new Html.Markup("'" + hash(script).html() + "'"),
        title,
        new Html.Markup(style));
    body.accept(html);
    if (!script.isEmpty()) {
      html.add("<script>{}</script>\n", new Html.Markup(script));
    }
    html.add("</body>\n</html>\n");
  }

  /// A text that lies beside a class.
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Html.Markup hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return new Html.Markup("sha256-" + Base64.getEncoder().encodeToString(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
