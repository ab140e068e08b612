package org.clew.linkage.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.linkage.Batch;
import org.clew.linkage.Findings;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkTable;
import org.clew.linkage.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page: all that there is to see, and nothing that a cell of the list could do.
class LinkReportTest {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)([^<>]*?)(/?)>");
  private static final Set<String> SINGLE = Set.of("meta", "input", "br");

  private static String page(LinkReport.Values values, String... names) {
    var rows =
        new LinkTable.Builder(
            List.of(Kind.NAME, Kind.PHONE), List.of(List.of("name"), List.of("<b>tel", "mobile")));
    for (String name : names) {
      rows.cell(0, name);
      rows.cell(1, "07700 900188");
      rows.endRow();
    }
    for (int row = 0; row < 40; row++) {
      rows.cell(0, "Person " + (char) ('A' + row % 26) + row);
      rows.cell(1, "07700 9002%02d".formatted(row));
      rows.endRow();
    }
    Findings findings =
        Batch.dedupe(rows.build(), Batch.Settings.of("GB"), List.of(), Progress.NONE).findings();
    var out = new StringBuilder();
    LinkReport.write(
        findings, new LinkReport.Naming(List.of("a & <b>.csv"), row -> "id" + row, values), out);
    return out.toString();
  }

  private static String page(String... names) {
    return page(LinkReport.Values.SHOWN, names);
  }

  @Test
  void everyPartIsThereAndReachedFromTheTop() {
    String page = page("Amina Haddad", "Haddad Amina");
    Matcher links = Pattern.compile("href=\"#([a-z]+)\"").matcher(page);
    int count = 0;
    while (links.find()) {
      assertThat(page).containsOnlyOnce(" id=\"" + links.group(1) + "\"");
      count++;
    }
    assertThat(count).isEqualTo(10);
    assertThat(page)
        .contains("Amina Haddad")
        .contains("id0")
        .contains("phone (the same)")
        .contains("before any evidence")
        .contains("holds personal data")
        .contains("<title>Linked: a &amp; &lt;b&gt;.csv</title>");
  }

  @Test
  void asksForNothingFromAnywhere() {
    assertThat(page("Amina Haddad"))
        .doesNotContain("http:")
        .doesNotContain("https:")
        .doesNotContain(" src=")
        .doesNotContain("url(")
        .doesNotContain("@import")
        .doesNotContain(" style=")
        .doesNotContainPattern("\\son[a-z]+=");
  }

  @Test
  void theOnlyScriptAndStyleThatMayRunAreItsOwn() throws NoSuchAlgorithmException {
    String page = page("Amina Haddad");
    for (String kind : List.of("style", "script")) {
      String start = "<" + kind + ">";
      String content =
          page.substring(
              page.indexOf(start) + start.length(),
              page.indexOf("</" + kind + ">", page.indexOf(start)));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      assertThat(page)
          .contains(kind + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(page).contains("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</td></table></style><b>",
        "<!-- ",
        "]]>",
        "{} {} {}",
        "&lt;b&gt; &#0;",
        "\u202Eelpmaxe\u2066",
        "\u0000\u0007\u001B[31m",
        "\uD800 half",
        "name\u2028line"
      })
  void aCellIsTextAndNothingElse(String hostile) {
    String page = page("Amina " + hostile + " Haddad", "Amina " + hostile + " Haddad");
    assertBalanced(page);
    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page).doesNotContain("<img").doesNotContain("<!--").doesNotContainPattern("<b>");
    assertThat(page.codePoints().filter(LinkReportTest::isUnseen).toArray()).isEmpty();
    assertThat(new String(page.getBytes(UTF_8), UTF_8)).isEqualTo(page);
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return c != '\n'
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR);
  }

  private static void assertBalanced(String page) {
    Deque<String> open = new ArrayDeque<>();
    String markup =
        page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("(?s)<script[ >].*?</script>", "");
    Matcher tags = TAG.matcher(markup);
    while (tags.find()) {
      String name = tags.group(2);
      if (tags.group(1).isEmpty() && tags.group(4).isEmpty() && !SINGLE.contains(name)) {
        open.push(name);
      } else if (!tags.group(1).isEmpty()) {
        assertThat(open.poll()).as("closed at " + tags.start()).isEqualTo(name);
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void aCellOfAMillionCharactersIsCutAndSaysSo() {
    String page = page("x".repeat(1_000_000) + " Haddad", "x".repeat(1_000_000) + " Haddad");
    assertThat(page).contains("…</bdi>").contains("1,000,007 characters");
    assertThat(page.length()).isLessThan(300_000);
  }

  @Test
  void withoutValuesThereIsNoCellAndNoId() {
    String page = page(LinkReport.Values.HIDDEN, "Amina Haddad", "Haddad Amina");
    assertBalanced(page);
    assertThat(page)
        .contains("No cell of the list is on this page")
        .contains("row 1")
        .contains("phone (the same)")
        .doesNotContain("Amina")
        .doesNotContain("900188")
        .doesNotContain("id0");
  }

  @Test
  void theSameFindingsGiveTheSamePage() {
    assertThat(page("Amina Haddad")).isEqualTo(page("Amina Haddad"));
  }

  @Test
  void aListOfNothingHasAPage() {
    Findings none =
        Batch.dedupe(
                new LinkTable.Builder(List.of(Kind.NAME)).build(),
                Batch.Settings.of(""),
                List.of(),
                Progress.NONE)
            .findings();
    var out = new StringBuilder();
    LinkReport.write(
        none, new LinkReport.Naming(List.of(), String::valueOf, LinkReport.Values.SHOWN), out);
    assertBalanced(out.toString());
    assertThat(out)
        .contains("No pairs were compared.")
        .contains("0 rows are taken to be")
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }
}
