package org.clew.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clew.platform.database.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.WebApplicationContext;

/// HTTPS without a proxy: with a certificate and its key in two PEM files the server speaks HTTPS
/// itself, on every interface, and takes up new files while it runs. (Spring Boot's SSL bundles do
/// the work; a pair that does not match is not taken up, and the old one stays.)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TlsFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String BUNDLE = "spring.ssl.bundle.pem.clew.";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context instanceof WebApplicationContext) {
      Map<String, Object> settings = settings(context.getEnvironment());
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("tls", settings));
    }
  }

  /// What the server is told; nothing when there are no files.
  static Map<String, Object> settings(Environment environment) {
    String certificate = environment.getProperty("clew.tls.certificate", "");
    String key = environment.getProperty("clew.tls.key", "");
    if (certificate.isEmpty() && key.isEmpty()) {
      return Map.of();
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw new StartRefused(
          "HTTPS needs a certificate and its key: say both --tls-certificate FILE and --tls-key"
              + " FILE.");
    }
    if (!environment.getProperty("clew.public-url", "").startsWith("https:")) {
      throw new StartRefused(
          "With a certificate, say under which address people reach Clew: --public-url"
              + " https://clew.example.org");
    }
    check(Path.of(certificate), Path.of(key));
    return Map.of(
        BUNDLE + "keystore.certificate",
        Path.of(certificate).toAbsolutePath().toString(),
        BUNDLE + "keystore.private-key",
        Path.of(key).toAbsolutePath().toString(),
        BUNDLE + "keystore.verify-keys",
        true,
        BUNDLE + "reload-on-update",
        true,
        "server.ssl.bundle",
        "clew",
        "clew.listen",
        "0.0.0.0");
  }

  private static void check(Path certificateFile, Path keyFile) {
    X509Certificate certificate = certificate(certificateFile);
    PrivateKey key = key(keyFile);
    if (!belong(certificate, key)) {
      throw new StartRefused(
          "The key in "
              + keyFile
              + " is not the key of the certificate in "
              + certificateFile
              + ". Give the two that were issued together, the server's own certificate first.");
    }
  }

  private static X509Certificate certificate(Path file) {
    PemContent content = read(file, "certificate");
    try {
      @Nullable List<X509Certificate> chain = content.getCertificates();
      return Objects.requireNonNull(chain).getFirst();
    } catch (RuntimeException _) {
      throw new StartRefused("The file " + file + " holds no certificate in PEM form.");
    }
  }

  private static PrivateKey key(Path file) {
    PemContent content = read(file, "key");
    try {
      return Objects.requireNonNull(content.getPrivateKey());
    } catch (RuntimeException _) {
      throw new StartRefused(
          "The file "
              + file
              + " holds no private key in PEM form that opens without a passphrase.");
    }
  }

  private static PemContent read(Path file, String what) {
    try {
      return PemContent.load(file);
    } catch (IOException | RuntimeException e) {
      throw new StartRefused(
          "The %s file %s cannot be read: %s."
              .formatted(
                  what,
                  file,
                  Files.exists(file)
                      ? "the user who runs Clew may not, or it is no file"
                      : "it is not there"));
    }
  }

  /// Whether what the one signs, the other confirms.
  private static boolean belong(X509Certificate certificate, PrivateKey key) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          case String other -> other;
        };
    byte[] anything = {1};
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(anything);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(anything);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
