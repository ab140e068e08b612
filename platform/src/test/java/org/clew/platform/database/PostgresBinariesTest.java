package org.clew.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The archive with PostgreSQL in it is unpacked whole or not at all, and nowhere else.
class PostgresBinariesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz",
    "Linux, aarch64, postgres-linux-arm_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz"
  })
  void comesForEachMachineWeSpeakOf(String os, String arch, String archive) {
    assertThat(PostgresBinaries.archiveName(os, arch)).isEqualTo(archive);
    assertThat(PostgresBinaries.class.getResource("/" + archive)).isNotNull();
  }

  @Test
  void saysThatWindowsItselfIsNotOne() {
    assertThatThrownBy(() -> PostgresBinaries.archiveName("Windows 11", "amd64"))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("Windows Subsystem for Linux");
  }

  @Test
  void unpacksProgramsThatRunAndTheLinksBetweenThem() throws IOException {
    Path place = folder.resolve("programs/18");
    PostgresBinaries.unpack(
        archive(file("bin/postgres", 0755), link("lib/a.so", "a.so.1"), file("lib/a.so.1", 0644)),
        place);
    assertThat(place.resolve("bin/postgres")).isExecutable();
    assertThat(Files.readSymbolicLink(place.resolve("lib/a.so"))).isEqualTo(Path.of("a.so.1"));
    assertThat(Files.isExecutable(place.resolve("lib/a.so.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escaped", "bin/../../escaped", "/escaped"})
  void refusesAFileOutsideItsFolder(String name) throws IOException {
    Path place = folder.resolve("programs/18");
    assertThatThrownBy(() -> PostgresBinaries.unpack(archive(file(name, 0644)), place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("outside its folder");
    nothingIsLeftBehind(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../etc", "/etc/passwd"})
  void refusesALinkThatLeadsOutsideItsFolder(String target) throws IOException {
    Path place = folder.resolve("programs/18");
    assertThatThrownBy(() -> PostgresBinaries.unpack(archive(link("bin/way-out", target)), place))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("link outside its folder");
    nothingIsLeftBehind(place);
  }

  @Test
  void leavesNothingOfAnArchiveThatBreaksOff() throws IOException {
    Path place = folder.resolve("programs/18");
    byte[] whole = archive(file("bin/postgres", 0755)).readAllBytes();
    var cut = new ByteArrayInputStream(whole, 0, whole.length / 2);
    assertThatThrownBy(() -> PostgresBinaries.unpack(cut, place)).isInstanceOf(IOException.class);
    nothingIsLeftBehind(place);
  }

  private void nothingIsLeftBehind(Path place) throws IOException {
    assertThat(place).doesNotExist();
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private interface Entry {
    void addTo(TarArchiveOutputStream tar) throws IOException;
  }

  private static Entry file(String name, int mode) {
    return tar -> {
      byte[] content = name.getBytes(StandardCharsets.UTF_8);
      var entry = new TarArchiveEntry(name, true);
      entry.setMode(mode);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    };
  }

  private static Entry link(String name, String target) {
    return tar -> {
      var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(target);
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    };
  }

  private static InputStream archive(Entry... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      for (Entry entry : entries) {
        entry.addTo(tar);
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
