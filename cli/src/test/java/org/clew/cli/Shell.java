package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder, and somebody at a shell in it.
final class Shell {
  private final Path folder;
  private final ByteArrayOutputStream answered = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  Shell(Path folder) {
    this.folder = folder;
  }

  /// Runs `clew link`; answers the exit code. Words that name a file of the folder, after = where
  /// there is one, are its path.
  int link(Object... words) {
    return command("link", words);
  }

  /// The same with `clew release`.
  int release(Object... words) {
    return command("release", words);
  }

  private int command(String command, Object... words) {
    List<String> all = new ArrayList<>(List.of(command));
    for (Object each : words) {
      String word = each.toString();
      int name = word.indexOf('=') + 1;
      all.add(
          word.endsWith(".csv") || word.contains(".json") || word.endsWith(".html")
              ? word.substring(0, name) + folder.resolve(word.substring(name))
              : word);
    }
    return run(all);
  }

  /// Runs `clew` with these words as they are; answers the exit code.
  int run(List<String> words) {
    return run(words, new Terminal(print(answered), print(said), false));
  }

  /// The same for somebody who has stopped it before it begins.
  int stopped(List<String> words) {
    var terminal = new Terminal(print(answered), print(said), false);
    terminal.stop();
    return run(words, terminal);
  }

  private int run(List<String> words, Terminal terminal) {
    answered.reset();
    said.reset();
    return Clew.run(words, terminal);
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, UTF_8);
  }

  String said() {
    return said.toString(UTF_8);
  }

  String answered() {
    return answered.toString(UTF_8);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(file(name), text);
  }

  String read(String name) throws IOException {
    return Files.readString(file(name));
  }

  /// Puts away what a command wrote.
  void forget(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<NamedCsvRecord> rows(String name) throws IOException {
    return rows(file(name));
  }

  static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  List<String> column(String name, String heading) throws IOException {
    return column(rows(name), heading);
  }

  static List<String> column(List<NamedCsvRecord> rows, String heading) {
    return rows.stream().map(row -> row.getField(heading)).toList();
  }

  List<String> names() {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : List.of(names);
  }
}
