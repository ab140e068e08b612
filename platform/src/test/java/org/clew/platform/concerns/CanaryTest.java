package org.clew.platform.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.platform.ClewApplication;
import org.clew.platform.access.Organisations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole report, reply and return through a real server on a real database, and then every byte
/// that any of it left on disk or printed is searched for what must not be there: words, names,
/// numbers, the receipt, and who it was that came (research list R2, R6, §7.3).
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {

  private static final String ADDRESS = "127.0.0.77";
  private static final String FORWARDED = "203.0.113.9";
  private static final Pattern RECEIPT = Pattern.compile("class=\"receipt\"[^>]*>([0-9 ]+)<");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f]+)\"");

  private final String words = "words" + random();
  private final String name = "name" + random();
  private final String phone = "07700 900 " + random().hashCode();
  private final String town = "town" + random();
  private final String reply = "reply" + random();
  private final String agent = "agent" + random();
  private final Instant started = Instant.now();

  private @Nullable String cookie;

  @Test
  void nothingOfAReportNorOfItsReporterIsFoundAnywhere(CapturedOutput output) throws Exception {
    Path data = Files.createTempDirectory("clew-canary");
    String receipt;
    try (ConfigurableApplicationContext clew =
        new SpringApplicationBuilder(ClewApplication.class)
            .run("--server.port=0", "--clew.folder=" + data)) {
      clew.getBean(Organisations.class).add("Harbour Helpline", List.of(), true, true);
      String port = clew.getEnvironment().getRequiredProperty("local.server.port");
      receipt = journey("http://127.0.0.1:" + port);
      List<String> hidden =
          List.of(words, name, phone, town, reply, agent, receipt, receipt.replace(" ", ""));
      assertThat(found(data, hidden, Instant.EPOCH)).isEmpty();
      assertThat(found(data, List.of(ADDRESS, FORWARDED), Instant.EPOCH)).isEmpty();
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      assertThat(found(temporary, hidden, started)).isEmpty();
      assertThat(output.getAll()).doesNotContain(hidden).doesNotContain(ADDRESS, FORWARDED);
      assertThat(found(data, List.of("Harbour Helpline"), Instant.EPOCH))
          .as("the search finds what is there")
          .isNotEmpty();
    } finally {
      org.springframework.util.FileSystemUtils.deleteRecursively(data);
    }
  }

  private String journey(String base) throws Exception {
    try (HttpClient http = client()) {
      post(http, base + "/report/begin", Map.of("way", "NEED_HELP"));
      post(http, base + "/report/1", Map.of("text", words));
      post(http, base + "/report/3", Map.of("country", "GB", "town", town));
      post(http, base + "/report/4", Map.of("names", name, "phones", phone));
      Thread.sleep(Limits.SHORTEST_REPORT);
      assertThat(post(http, base + "/report/send", Map.of()).statusCode()).isEqualTo(303);
      String receipt = group(RECEIPT, get(http, base + "/report/number"));
      post(http, base + "/report/again", Map.of("number", receipt));
      post(http, base + "/return", Map.of("number", "1" + receipt));
      post(http, base + "/return", Map.of("number", receipt));
      String talk = get(http, base + "/return/talk");
      assertThat(talk).contains(words);
      post(http, base + "/return/reply", Map.of("text", reply, "once", group(ONCE, talk)));
      assertThat(get(http, base + "/return/talk")).contains(reply);
      assertThat(post(http, base + "/report/1", Map.of("text", "x".repeat(2_100_000))).statusCode())
          .as("a body that is too large")
          .isBetween(400, 499);
      get(http, base + "/leave");
      return receipt;
    }
  }

  private String get(HttpClient http, String url) throws Exception {
    return send(http, request(url).GET()).body();
  }

  private HttpResponse<String> post(HttpClient http, String url, Map<String, String> form)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        http,
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("User-Agent", agent)
            .header("X-Forwarded-For", FORWARDED)
            .header("Forwarded", "for=" + FORWARDED);
    return cookie == null ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(given -> cookie = given.substring(0, given.indexOf(';')));
    return response;
  }

  /// Comes from an address of its own where the machine has more than one loopback address.
  private static HttpClient client() throws IOException {
    InetAddress own = InetAddress.getByName(ADDRESS);
    HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    try (ServerSocket socket = new ServerSocket(0, 1, own)) {
      assertThat(socket.isBound()).isTrue();
      return client.localAddress(own).build();
    } catch (BindException _) {
      return client.build();
    }
  }

  private static List<String> found(Path folder, List<String> needles, Instant since) {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder)) {
      String bytes = read(file, since);
      needles.stream()
          .filter(bytes::contains)
          .forEach(needle -> found.add(folder.relativize(file) + " holds " + needle));
    }
    return found;
  }

  private static List<Path> files(Path folder) {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          folder,
          new java.nio.file.SimpleFileVisitor<>() {
            @Override
            public java.nio.file.FileVisitResult visitFile(
                Path file, java.nio.file.attribute.BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && !file.toString().contains("/programs/")) {
                files.add(file);
              }
              return java.nio.file.FileVisitResult.CONTINUE;
            }

            @Override
            public java.nio.file.FileVisitResult visitFileFailed(Path file, IOException gone) {
              return java.nio.file.FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /// What stands in a file; nothing when it is older, or went while we looked.
  private static String read(Path file, Instant since) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(since)
              || Files.size(file) > 200_000_000
          ? ""
          : Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }

  private static String group(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String random() {
    return Stream.of(UUID.randomUUID(), UUID.randomUUID())
        .map(id -> id.toString().replace("-", ""))
        .collect(Collectors.joining());
  }
}
