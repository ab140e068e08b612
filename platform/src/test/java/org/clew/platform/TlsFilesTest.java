package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.platform.database.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/// Certificate and key are looked at before anything starts.
class TlsFilesTest {

  @TempDir private Path folder = Path.of("");
  private final MockEnvironment environment = new MockEnvironment();
  private Path certificate = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void nameTwoFiles() {
    certificate = folder.resolve("certificate.pem");
    key = folder.resolve("key.pem");
    environment.setProperty("clew.tls.certificate", certificate.toString());
    environment.setProperty("clew.tls.key", key.toString());
    environment.setProperty("clew.public-url", "https://clew.example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void aCertificateAndItsKeyOpenTheServerToTheNetwork(String algorithm) throws Exception {
    issue(algorithm);
    assertThat(TlsFiles.settings(environment))
        .containsEntry("server.ssl.bundle", "clew")
        .containsEntry("clew.listen", "0.0.0.0");
  }

  @Test
  void withoutThemNothingChanges() {
    assertThat(TlsFiles.settings(new MockEnvironment())).isEmpty();
  }

  @Test
  void oneWithoutTheOtherIsRefused() {
    environment.setProperty("clew.tls.key", "");
    refuses("say both --tls-certificate FILE and --tls-key FILE");
  }

  @Test
  void withoutAnAddressByHttpsTheyAreRefused() throws Exception {
    issue("EC");
    environment.setProperty("clew.public-url", "");
    refuses("say under which address people reach Clew");
  }

  @Test
  void aFileThatIsMissingOrNoneIsRefused() throws Exception {
    refuses("The certificate file " + certificate + " cannot be read: it is not there");
    issue("EC");
    Files.delete(key);
    refuses("The key file " + key + " cannot be read: it is not there");
    Files.createDirectory(key);
    refuses("The key file " + key + " cannot be read: the user who runs Clew may not");
  }

  @Test
  void aFileThatHoldsSomethingElseIsRefused() throws Exception {
    issue("EC");
    Files.copy(key, folder.resolve("other.pem"));
    Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nbm8=\n-----END PRIVATE KEY-----\n");
    refuses("The file " + key + " holds no private key in PEM form");
    environment.setProperty("clew.tls.certificate", folder.resolve("other.pem").toString());
    refuses("holds no certificate in PEM form");
    Files.write(certificate, new byte[] {0, 1, 2});
    environment.setProperty("clew.tls.certificate", certificate.toString());
    refuses("The file " + certificate + " holds no certificate in PEM form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void aKeyOfAnotherCertificateIsRefused(String algorithm) throws Exception {
    issue(algorithm);
    TlsFixture.issue(folder, "EC").writeKey(key);
    refuses("The key in " + key + " is not the key of the certificate in " + certificate);
  }

  private void issue(String algorithm) throws Exception {
    TlsFixture issued = TlsFixture.issue(folder, algorithm);
    issued.writeCertificate(certificate);
    issued.writeKey(key);
  }

  private void refuses(String reason) {
    assertThatThrownBy(() -> TlsFiles.settings(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(reason);
  }
}
