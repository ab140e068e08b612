package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.clew.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// The server with a certificate and a key of its own, asked over real HTTPS.
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "clew.tls.certificate=target/tls/certificate.pem",
      "clew.tls.key=target/tls/key.pem",
      "clew.public-url=https://localhost",
      "spring.ssl.bundle.watch.file.quiet-period=100ms"
    })
@ContextConfiguration(initializers = TestDatabase.class)
class TlsTest {

  private static final Path FOLDER = Path.of("target", "tls");
  private static final Path CERTIFICATE = FOLDER.resolve("certificate.pem");
  private static final Path KEY = FOLDER.resolve("key.pem");
  private static final TlsFixture FIRST = first();

  @LocalServerPort private int port;

  private static TlsFixture first() {
    try {
      Files.createDirectories(FOLDER);
      TlsFixture issued = TlsFixture.issue(FOLDER, "EC");
      issued.writeCertificate(CERTIFICATE);
      issued.writeKey(KEY);
      return issued;
    } catch (IOException | InterruptedException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, /, 200", "GET, /nowhere, 404", "GET, /sign-in, 200", "GET, /api/nowhere, 404"})
  void tellsBrowsersToComeByHttpsAlone(String method, String path, int status) throws Exception {
    HttpResponse<String> answer = ask(FIRST, method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("strict-transport-security"))
        .containsExactly("max-age=31536000");
  }

  @Test
  void givesItsCookieToThisHostAlone() throws Exception {
    HttpResponse<String> begun = ask(FIRST, "POST", "/report/begin?way=WORRIED");
    assertThat(begun.statusCode()).isEqualTo(303);
    assertThat(begun.headers().firstValue("set-cookie").orElseThrow())
        .startsWith("__Host-visit=")
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void shutsPlainHttpOut() throws Exception {
    try (Socket plain = new Socket("localhost", port)) {
      plain
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("<title>Information");
    }
  }

  @Test
  void takesUpANewCertificateWhileItRuns() throws Exception {
    TlsFixture second = TlsFixture.issue(FOLDER, "EC");
    try {
      second.writeCertificate(CERTIFICATE);
      Thread.sleep(1000);
      assertThat(trusts(FIRST)).as("half a change changes nothing").isTrue();
      second.writeKey(KEY);
      soon(second);
    } finally {
      FIRST.writeCertificate(CERTIFICATE);
      FIRST.writeKey(KEY);
      soon(FIRST);
    }
  }

  private void soon(TlsFixture issued) throws Exception {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!trusts(issued)) {
      assertThat(System.nanoTime()).as("the new certificate is taken up").isLessThan(end);
      Thread.sleep(100);
    }
  }

  /// Whether a browser that knows this certificate and no other is let in.
  private boolean trusts(TlsFixture issued) throws Exception {
    try {
      return ask(issued, "GET", "/").statusCode() == 200;
    } catch (SSLHandshakeException _) {
      return false;
    }
  }

  private HttpResponse<String> ask(TlsFixture issued, String method, String path) throws Exception {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(issued.certificateAlone());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
              .method(method, BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    }
  }
}
