package org.clew.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clew.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// The server itself, asked over real sockets.
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "clew.leave-to=https://example.org/weather",
      "spring.servlet.multipart.max-file-size=1KB"
    })
@ContextConfiguration(initializers = TestDatabase.class)
class GuardHeadersTest {

  private static final List<String> EXPECTED =
      List.of(
          "content-security-policy",
          "referrer-policy",
          "x-content-type-options",
          "cross-origin-opener-policy",
          "cross-origin-embedder-policy",
          "cross-origin-resource-policy",
          "permissions-policy",
          "x-robots-tag",
          "cache-control");

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "HEAD, /",
    "GET, /nowhere",
    "POST, /nowhere",
    "DELETE, /trouble/missing",
    "OPTIONS, /trouble/missing",
    "PATCH, /trouble/missing",
    "PROPFIND, /",
    "GET, /trouble/missing",
    "GET, /trouble/forbidden",
    "GET, /trouble/refused",
    "GET, /trouble/many",
    "GET, /trouble/personal",
    "GET, /api/trouble/missing",
    "GET, /api/nowhere",
    "GET, /assets/nowhere.css",
    "GET, /assets/",
    "GET, /assets/manifest.json",
    "GET, /leave",
    "POST, /leave",
    "GET, /error",
    "GET, /;a=b",
    "GET, /%2e%2e/x",
    "GET, //x",
    "GET, /sign-in",
    "GET, /favicon.ico"
  })
  void everyAnswerIsGuarded(String method, String path) throws Exception {
    HttpResponse<String> answer = ask(method, path);
    guarded(answer.headers());
    assertThat(answer.headers().map()).doesNotContainKeys("etag", "server", "x-powered-by");
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    assertThat(answer.body()).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception");
  }

  @Test
  void hashedAssetsAloneMayBeKept() throws Exception {
    HttpResponse<String> page = ask("GET", "/nowhere");
    var asset = java.util.regex.Pattern.compile("/assets/public-[^\"]+\\.css").matcher(page.body());
    assertThat(asset.find()).isTrue();
    HttpResponse<String> styles = ask("GET", asset.group());
    assertThat(styles.statusCode()).isEqualTo(200);
    assertThat(styles.headers().firstValue("cache-control").orElseThrow())
        .contains("max-age=31536000");
    guarded(styles.headers());
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(ask("GET", "/assets/nowhere.css").headers().firstValue("cache-control"))
        .hasValue("no-store");
  }

  @Test
  void leavingForgetsAndGoesElsewhere() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/leave")).header("Cookie", "__Host-s=1; other=2").build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("https://example.org/weather");
    assertThat(answer.headers().firstValue("clear-site-data"))
        .hasValue("\"cache\", \"cookies\", \"storage\"");
    assertThat(answer.headers().allValues("set-cookie"))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0", "Path=/"));
  }

  @Test
  void aForeignPageClearsNothing() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/leave"))
            .header("Cookie", "__Host-s=1")
            .header("Sec-Fetch-Site", "cross-site")
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("clear-site-data")).isEmpty();
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void aFileWhereNoneIsTakenIsRefusedAndGuarded() throws Exception {
    String part =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
            + "x".repeat(4000)
            + "\r\n--b--\r\n";
    for (String path : List.of("/trouble/file", "/api/trouble/file")) {
      HttpRequest request =
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "multipart/form-data; boundary=b")
              .POST(BodyPublishers.ofString(part))
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(415);
      guarded(answer.headers());
    }
  }

  @Test
  void aFileOfNobodyIsNotReadAndTheAnswerIsGuarded() throws IOException {
    String declared =
        """
        POST /imports HTTP/1.1
        Host: localhost
        Connection: close
        Content-Type: multipart/form-data; boundary=b
        Content-Length: 99999999999

        """;
    String answer = raw(declared.replace("\n", "\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 303");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT))
        .contains(EXPECTED.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)).toList());
  }

  @Test
  void whereNoFileIsTakenTheAnswerDoesNotWaitForIt() throws IOException {
    String declared =
        """
        POST /report?lang=ar HTTP/1.1
        Host: localhost
        Content-Type: multipart/form-data; boundary=b
        Content-Length: 1000000

        --b
        """;
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(declared.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 415");
    }
  }

  @Test
  void aFormThatIsTooLargeIsRefusedAndGuarded() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/trouble/words"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("words=" + "x".repeat(3_000_000)))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    guarded(answer.headers());
    assertThat(answer.body()).contains("That was too large");
  }

  @Test
  void aReportThatIsTooLargeSaysWhatToDoAndLosesNothing() throws Exception {
    HttpResponse<String> begun = form("/report/begin", "way=WORRIED", "");
    String cookie = begun.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    assertThat(form("/report/1", "text=They+lock+the+door", cookie).statusCode()).isEqualTo(303);
    for (int size : List.of(3_000_000, 12_000_000)) {
      HttpResponse<String> answer = form("/report/1", "text=" + "x".repeat(size), cookie);
      assertThat(answer.statusCode()).isEqualTo(413);
      guarded(answer.headers());
      assertThat(answer.body())
          .contains("One message holds 10,000 letters", "href=\"/report\"")
          .doesNotContain("Nothing was kept", "xxxx");
    }
    HttpRequest back =
        HttpRequest.newBuilder(uri("/report/1")).header("Cookie", cookie).GET().build();
    assertThat(client.send(back, BodyHandlers.ofString()).body()).contains("They lock the door");
    assertThat(form("/return/reply", "text=" + "x".repeat(3_000_000), cookie).body())
        .contains("href=\"/return/talk\"");
  }

  private HttpResponse<String> form(String path, String body, String cookie) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookie)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void whatTheWebServerLetsThroughToNobodyIsGuardedToo() throws IOException {
    for (String asked :
        List.of("TRACE /", "TRACE /inbox", "GET /META-INF/", "GET /META-INF/x", "GET /WEB-INF/x")) {
      String answer = raw(asked + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(asked).containsPattern("^HTTP/1.1 40[45]");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT))
          .as(asked)
          .contains(EXPECTED)
          .containsOnlyOnce("content-security-policy:")
          .containsOnlyOnce("cache-control: no-store");
    }
  }

  @Test
  void brokenRequestsGetAStatusAndNoVersion() throws IOException {
    for (String broken :
        List.of(
            "GET /a b c HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
            "G@T / HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nBig: " + "x".repeat(20_000) + "\r\n\r\n",
            "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\nConnection: close\r\n\r\n")) {
      String answer = raw(broken);
      String name = broken.substring(0, Math.min(30, broken.length())).strip();
      assertThat(answer).as(name).startsWith("HTTP/1.1 ").containsPattern("^HTTP/1.1 [45]\\d\\d");
      assertThat(answer).as(name).doesNotContainIgnoringCase("tomcat").doesNotContain("Server:");
      assertThat(answer).as(name).doesNotContain("Exception", "<style");
    }
  }

  @Test
  void nothingTellsAStrangerThatAStaticFileExists() throws Exception {
    assertThat(ask("GET", "/META-INF/resources/assets/manifest.json").statusCode()).isEqualTo(404);
    assertThat(Files.exists(Path.of("src/main/resources/static"))).isFalse();
  }

  private static void guarded(HttpHeaders headers) {
    assertThat(headers.map()).containsKeys(EXPECTED.toArray(String[]::new));
    assertThat(headers.allValues("content-security-policy")).containsExactly(GuardHeaders.POLICY);
    assertThat(headers.allValues("cache-control")).hasSize(1);
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      var out = new ByteArrayOutputStream();
      in.transferTo(out);
      return out.toString(StandardCharsets.UTF_8);
    }
  }
}
