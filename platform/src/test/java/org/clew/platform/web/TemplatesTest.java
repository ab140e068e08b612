package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every template of every module, read as text.
class TemplatesTest {

  private static final Path FOLDER = Path.of("src/main/jte");

  private static final Pattern STYLE = Pattern.compile("\\sstyle\\s*=|<style\\b");
  private static final Pattern HANDLER = Pattern.compile("<[^>]*\\son[a-z]+\\s*=");
  private static final Pattern SCRIPT = Pattern.compile("<script\\b(?![^>]*\\ssrc=)");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:href|src|action|formaction|poster|srcset)\\s*=\\s*\"(?:https?:)?//");
  private static final Pattern UNSAFE = Pattern.compile("\\$unsafe");
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"/(?!assets/)");

  /// What is left of a template after its code and its markup went: text for people.
  private static final List<Pattern> NOT_TEXT =
      List.of(
          Pattern.compile("<%--.*?--%>", Pattern.DOTALL),
          Pattern.compile("(?m)^@(import|param)\\b.*$"),
          Pattern.compile("<[^<>]*>", Pattern.DOTALL));

  private static final Pattern ATTRIBUTE_TEXT =
      Pattern.compile(
          "\\s(?:title|alt|placeholder|aria-label|label)\\s*=\\s*\"([^\"$]*[A-Za-z]{2}[^\"$]*)\"");

  @Test
  void noTemplateCarriesStylesHandlersOrScripts() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : templates()) {
      String text = Files.readString(file);
      for (Pattern never : List.of(STYLE, HANDLER, SCRIPT, ELSEWHERE, UNSAFE, LINK)) {
        Matcher matcher = never.matcher(text);
        while (matcher.find()) {
          found.add(FOLDER.relativize(file) + ": " + matcher.group().strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noTemplateSaysAnythingByItself() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : templates()) {
      String text = Files.readString(file);
      for (String said : ownWords(text)) {
        found.add(FOLDER.relativize(file) + ": " + said);
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void findsWhatATemplateSays() {
    assertThat(ownWords("@param Screen screen\n<p class=\"x\">Hello ${screen.say(\"a.b\")}</p>"))
        .containsExactly("Hello");
    assertThat(ownWords("@template.web.part.tag(label = screen.say(\"a\"), kind = \"ok\")"))
        .isEmpty();
    assertThat(
            ownWords(
                "@template.web.part.form(content = @`<b>Send</b>@if(a.b(\")\") > 1)${c}@else<i>d</i>@endif`)"))
        .containsExactly("Send");
    assertThat(ownWords("<input placeholder=\"Your name\">")).containsExactly("Your name");
    assertThat(ownWords("!{String wrong = mistakes.say(screen, name);}<b>${wrong}</b>")).isEmpty();
  }

  /// Words of two letters or more that stand in the template for people to read.
  private static List<String> ownWords(String template) {
    List<String> found = new ArrayList<>();
    Matcher attribute = ATTRIBUTE_TEXT.matcher(template);
    while (attribute.find()) {
      found.add(attribute.group(1));
    }
    String text = template;
    text = NOT_TEXT.get(0).matcher(text).replaceAll(" ");
    text = NOT_TEXT.get(1).matcher(text).replaceAll(" ");
    text = new Code(text).removed();
    text = NOT_TEXT.get(2).matcher(text).replaceAll("\n");
    for (String line : text.lines().toList()) {
      if (Pattern.compile("\\p{L}{2}").matcher(line.replaceAll("&[a-z]+;", "")).find()) {
        found.add(line.strip());
      }
    }
    return found;
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".jte")).sorted().toList();
      assertThat(found).hasSizeGreaterThan(30);
      return found;
    }
  }

  /// Takes the Java out of a template: `${…}`, `!{…}`, `@if(…)` and calls; what stands in content
  /// blocks between backquotes is kept.
  private static final class Code {

    private static final Pattern KEYWORD =
        Pattern.compile(
            "@(?:if|elseif|for|template(?:\\.\\w+)+)\\(|@(?:else|endif|endfor|raw|endraw)\\b");

    private final String text;
    private final StringBuilder kept = new StringBuilder();

    private Code(String text) {
      this.text = text;
    }

    private String removed() {
      markup(0, false);
      return kept.toString();
    }

    /// Copies markup from `at` until the end, or until the backquote that ends a content block.
    private int markup(int at, boolean inBlock) {
      int i = at;
      while (i < text.length()) {
        if (inBlock && text.charAt(i) == '`') {
          return i + 1;
        }
        if (text.startsWith("${", i) || text.startsWith("!{", i)) {
          i = code(i + 2, '}');
          continue;
        }
        Matcher keyword = KEYWORD.matcher(text).region(i, text.length());
        if (keyword.lookingAt()) {
          i = keyword.group().endsWith("(") ? code(keyword.end(), ')') : keyword.end();
          kept.append(' ');
          continue;
        }
        kept.append(text.charAt(i++));
      }
      return i;
    }

    /// Passes over Java until its closing bracket; content blocks inside are markup again.
    private int code(int at, char closing) {
      int depth = 0;
      int i = at;
      while (i < text.length()) {
        char c = text.charAt(i);
        if (c == '"') {
          i = string(i + 1);
          continue;
        }
        if (text.startsWith("@`", i)) {
          kept.append('\n');
          i = markup(i + 2, true);
          kept.append('\n');
          continue;
        }
        if (depth == 0 && c == closing) {
          return i + 1;
        }
        depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
        i++;
      }
      return i;
    }

    private int string(int at) {
      int i = at;
      while (i < text.length() && text.charAt(i) != '"') {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return i + 1;
    }
  }
}
