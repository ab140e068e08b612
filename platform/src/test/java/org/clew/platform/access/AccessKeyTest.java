package org.clew.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.platform.ClewTest;
import org.clew.platform.database.DatabaseHome;
import org.clew.platform.database.DatabaseRefused;
import org.clew.platform.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Over a database that was used, no start makes do with another key than the one it was used with.
@ClewTest
class AccessKeyTest {

  @TempDir private Path folder = Path.of("");
  @Autowired private DatabaseSettings settings;
  @Autowired private AccessKeyStore store;

  @Test
  void aMissingKeyIsRefusedAndNoneIsMade() {
    refused("is missing");
    assertThat(key()).doesNotExist();
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    put(new byte[32]);
    refused("is not the one");
    assertThat(key()).hasBinaryContent(new byte[32]);
  }

  @Test
  void aDamagedKeyIsRefused() throws IOException {
    put(new byte[] {1, 2, 3});
    refused("is damaged");
  }

  @Test
  void theRightKeyIsTakenFromWhereverItWasPut() throws IOException {
    put(Files.readAllBytes(DatabaseHome.keys(settings.folder()).resolve("access")));
    assertThat(new AccessKey(settings(folder), store)).isNotNull();
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> new AccessKey(settings(folder), store))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageStartingWith("The key file " + key() + " " + reason);
  }

  private Path key() {
    return DatabaseHome.keys(folder).resolve("access");
  }

  private void put(byte[] content) throws IOException {
    Files.createDirectories(DatabaseHome.keys(folder));
    Files.write(key(), content);
  }

  private DatabaseSettings settings(Path elsewhere) {
    return new DatabaseSettings(elsewhere, settings.programs(), settings.database());
  }
}
