package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate for `localhost` and its key in PEM files, as whoever issues certificates hands
/// them over.
///
/// @param keys what the files were made of
record TlsFixture(KeyStore keys) {

  private static final char[] PASSWORD = "password".toCharArray();
  private static final String NAME = "clew";

  /// @param algorithm of the key: `RSA`, `EC` or `Ed25519`
  static TlsFixture issue(Path folder, String algorithm)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Files.createTempFile(folder, "issued", ".p12");
    Files.delete(file);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return new TlsFixture(keys);
  }

  /// What somebody trusts who trusts this certificate and no other.
  KeyStore certificateAlone() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(NAME, keys.getCertificate(NAME));
    return trusted;
  }

  void writeCertificate(Path file) throws IOException, GeneralSecurityException {
    write(file, "CERTIFICATE", keys.getCertificate(NAME).getEncoded());
  }

  void writeKey(Path file) throws IOException, GeneralSecurityException {
    write(file, "PRIVATE KEY", keys.getKey(NAME, PASSWORD).getEncoded());
  }

  private static void write(Path file, String label, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        fresh, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
