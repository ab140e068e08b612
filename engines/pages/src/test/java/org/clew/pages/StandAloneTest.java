package org.clew.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StandAloneTest {

  private static final Path TOKENS = Path.of("../../web/src/tokens.css");
  private static final Pattern TOKEN = Pattern.compile("(--[a-z0-9-]+):\\s*([^;]+);");

  @Test
  void what_is_put_into_a_page_is_text_and_no_markup() {
    var out = new StringBuilder();

    new StandAlone("<script>alert(1)</script>")
        .write(out, html -> html.add("<main id=\"main\">{}</main>", "a < b & \"c\"\u202E"));

    assertThat(out)
        .contains("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>")
        .contains("<main id=\"main\">a &lt; b &amp; &quot;c&quot;⟨U+202E⟩</main>")
        .contains("script-src 'none'")
        .doesNotContain("<script>");
  }

  @Test
  void a_page_lets_no_script_run_but_its_own() {
    var out = new StringBuilder();

    new StandAlone("t", "let a = 1;").write(out, html -> html.add("<main></main>"));

    assertThat(out)
        .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='")
        .contains("<script>let a = 1;</script>")
        .doesNotContain("http:", "https:");
  }

  @Test
  void it_looks_as_the_screens_look() throws IOException {
    Map<String, String> screens = tokens(Files.readString(TOKENS));

    Map<String, String> page = tokens(StandAlone.resource(StandAlone.class, "page.css"));

    assertThat(page).isNotEmpty();
    page.forEach((name, value) -> assertThat(screens).as(name).containsEntry(name, value));
  }

  /// Those of the light look, which come first.
  private static Map<String, String> tokens(String css) {
    Map<String, String> tokens = new LinkedHashMap<>();
    Matcher matcher = TOKEN.matcher(css);
    while (matcher.find()) {
      tokens.putIfAbsent(matcher.group(1), matcher.group(2).replaceAll("\\s+", " ").strip());
    }
    return tokens;
  }
}
