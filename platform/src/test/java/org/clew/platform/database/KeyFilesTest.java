package org.clew.platform.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clew.platform.ClewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Over a database that was used, no start makes do with another key than the one it was used with.
@ClewTest
class KeyFilesTest {

  @TempDir private Path first = Path.of("");
  @TempDir private Path later = Path.of("");
  @Autowired private DatabaseSettings settings;
  @Autowired private KeyCheckStore checks;

  private final String name = "test-" + UUID.randomUUID();
  private byte[] key = {};

  @BeforeEach
  void useAKey() {
    key = open(first);
  }

  @Test
  void aFirstStartMakesARandomKeyForItsOwnEyesAlone() throws IOException {
    assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(open(first)).isEqualTo(key);
    Path file = file(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void serversThatStartAtOnceEndWithOneKey() {
    String shared = "test-" + UUID.randomUUID();
    assertThat(
            IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                    _ -> new String(files(later).open(shared, KeyFilesTest::print), ISO_8859_1))
                .distinct())
        .hasSize(1);
  }

  @Test
  void aMissingKeyIsRefusedAndNoneIsMade() {
    refused("is missing");
    assertThat(file(later)).doesNotExist();
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    put(new byte[32]);
    refused("is not the one this database was used with");
    assertThat(file(later)).hasBinaryContent(new byte[32]);
  }

  @Test
  void aDamagedKeyIsRefused() throws IOException {
    put(new byte[] {1, 2, 3});
    refused("is damaged");
  }

  @Test
  void theRightKeyIsTakenFromWhereverItWasPut() throws IOException {
    put(Files.readAllBytes(file(first)));
    assertThat(open(later)).isEqualTo(key);
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> open(later))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageStartingWith("The key file " + file(later) + " " + reason);
  }

  private byte[] open(Path folder) {
    return files(folder).open(name, KeyFilesTest::print);
  }

  private KeyFiles files(Path folder) {
    return new KeyFiles(
        new DatabaseSettings(folder, settings.programs(), settings.database()), checks);
  }

  private static byte[] print(byte[] key) {
    return BackupWriter.sha256().digest(key);
  }

  private Path file(Path folder) {
    return DatabaseHome.keys(folder).resolve(name);
  }

  private void put(byte[] content) throws IOException {
    Files.createDirectories(DatabaseHome.keys(later));
    Files.write(file(later), content);
  }
}
