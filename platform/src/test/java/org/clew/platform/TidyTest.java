package org.clew.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The whole repository, read as text.
class TidyTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int LONGEST_FILE = 400;

  /// Split so that this file does not find itself.
  private static final List<Pattern> NEVER =
      List.of(
          Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b"),
          Pattern.compile("https?://(repo|repo1|registry|deb)\\.[a-z.]+/"),
          Pattern.compile("(^|[^A-Za-z])/(wo" + "rk|ro" + "ot|ho" + "me)/[a-z.]"),
          Pattern.compile("@Dis" + "abled|\\.sk" + "ip\\("));

  /// `](path#heading)`, either of which may be missing.
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)#?([^)\\s]*)\\)");

  @Test
  void nothingIsLeftUndoneAndNothingNamesAMachine() {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = read(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (NEVER.stream().anyMatch(never -> never.matcher(line).find())) {
          found.add(ROOT.relativize(file) + ":" + (i + 1) + " " + line.strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noJavaFileIsTooLongToReadInOneSitting() {
    assertThat(sources().stream().filter(file -> file.toString().endsWith(".java")))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(read(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("platform/src/main/java"))) {
      List<Path> silent =
          files
              .filter(Files::isDirectory)
              .filter(TidyTest::holdsJava)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).isEmpty();
    }
  }

  @Test
  void everyLinkInADocumentLeadsSomewhere() {
    List<String> lost = new ArrayList<>();
    for (Path file : sources()) {
      if (file.toString().endsWith(".md")) {
        Matcher link = LINK.matcher(String.join("\n", read(file)));
        while (link.find()) {
          if (!leadsSomewhere(file, link.group(1), link.group(2))) {
            lost.add(ROOT.relativize(file) + " " + link.group());
          }
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  private static boolean leadsSomewhere(Path from, String path, String heading) {
    if (path.startsWith("https:")) {
      return true;
    }
    Path to = path.isEmpty() ? from : from.resolveSibling(path);
    return Files.exists(to)
        && (heading.isEmpty() || read(to).stream().anyMatch(line -> names(line, heading)));
  }

  /// Whether a line is what a link calls it: a heading in small letters, hyphens for spaces.
  private static boolean names(String line, String heading) {
    String plain = line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").strip();
    return line.contains("<a id=\"" + heading + "\">")
        || (line.startsWith("#") && plain.replace(' ', '-').equals(heading));
  }

  private static boolean holdsJava(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  file.toString()
                      .matches(".*\\.(java|ts|mjs|jte|sql|css|md|yaml|xml|properties)|.*/clew"))
          .filter(
              file ->
                  Stream.of("/target/", "/node_modules/", "/.git/", "/data/")
                      .noneMatch(file.toString()::contains))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
