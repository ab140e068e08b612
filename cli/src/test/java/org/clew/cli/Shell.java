package org.clew.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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

  /// Runs `clew link`; answers the exit code. Words that name a file of the folder are its path.
  int link(String... words) {
    answered.reset();
    said.reset();
    List<String> all = new ArrayList<>(List.of("link"));
    for (String word : words) {
      all.add(
          word.endsWith(".csv") || word.contains(".json") || word.endsWith(".html")
              ? folder.resolve(word).toString()
              : word);
    }
    var err = new PrintStream(said, true, UTF_8);
    return Clew.run(all, new Terminal(new PrintStream(answered, true, UTF_8), err, false), err);
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

  List<NamedCsvRecord> rows(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file(name))) {
      return reader.stream().toList();
    }
  }

  List<String> column(String name, String heading) throws IOException {
    return rows(name).stream().map(row -> row.getField(heading)).toList();
  }

  List<String> names() {
    String[] names = folder.toFile().list();
    return names == null ? List.of() : List.of(names);
  }
}
