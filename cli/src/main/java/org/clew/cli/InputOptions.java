package org.clew.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clew.linkage.Kind;
import org.clew.linkage.LinkModel;
import org.clew.tables.Row;

/// How lists are read, whatever the command: the options that say so, and the reading.
final class InputOptions {

  /// The options that take a value.
  static final Set<String> VALUED =
      Set.of("--id", "--column", "--region", "--delimiter", "--encoding");

  /// Renames columns of the input that are called like those of the output.
  static final String RENAME = "--rename";

  private static final int THREADS = 256;

  private final Arguments arguments;
  private final Optional<LinkModel> model;

  InputOptions(Arguments arguments) {
    this(arguments, Optional.empty());
  }

  /// @param model says what its columns hold, and compares nothing else
  InputOptions(Arguments arguments, Optional<LinkModel> model) {
    this.arguments = arguments;
    this.model = model;
  }

  /// Reads the lists, says on the terminal what is compared, and refuses columns called like ours.
  ///
  /// @param ours the columns that the output adds
  /// @throws Ending when a list cannot be read as one
  LinkInput read(List<Path> files, List<String> ours, Terminal terminal) {
    List<Sheet> sheets = files.stream().map(this::sheet).toList();
    var input = new LinkInput(sheets, arguments.one("--id"), columns(sheets));
    demandNamesOfItsOwn(input.headings(), ours);
    terminal.say(
        "Compared: %s."
            .formatted(
                input.compared().entrySet().stream()
                    .map(column -> column.getKey() + " as " + column.getValue())
                    .collect(Collectors.joining(", "))));
    return input;
  }

  /// What columns hold, where it is said: by the model, and before it by `--column`. Columns that
  /// the model does not know are left out, unless one that it knows is missing and may be called so
  /// here.
  private List<String> columns(List<Sheet> sheets) {
    List<String> said = arguments.all("--column");
    if (model.isEmpty()) {
      return said;
    }
    Map<String, Kind> known = model.get().kinds();
    Set<String> headings =
        sheets.stream()
            .flatMap(sheet -> sheet.headings().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean complete = headings.containsAll(known.keySet());
    List<String> all = new ArrayList<>();
    for (String heading : headings) {
      if (known.containsKey(heading) || complete) {
        all.add(
            heading + "=" + (known.containsKey(heading) ? known.get(heading) : LinkInput.IGNORE));
      }
    }
    all.addAll(said);
    return all;
  }

  /// Reads a file, and its headings.
  ///
  /// @throws Ending when it is no list
  Sheet sheet(Path file) {
    return Sheet.read(file, new Sheet.Written(charset(), delimiter()));
  }

  /// Reads a file without headings.
  ///
  /// @throws Ending when it cannot be read
  List<Row> bare(Path file) {
    return Sheet.bare(file, new Sheet.Written(charset(), Optional.empty()));
  }

  /// The column that holds the texts.
  ///
  /// @throws Ending when it is not said
  String textHeading() {
    return arguments
        .one("--text")
        .orElseThrow(() -> Ending.usage("Say which column holds the text: --text COLUMN."));
  }

  /// Refuses columns called like those of the output, unless they may be renamed.
  void demandNamesOfItsOwn(List<String> headings, List<String> ours) {
    for (String heading : headings) {
      if (ours.contains(heading) && !arguments.has(RENAME)) {
        throw Ending.badInput(
            "The input has a column \"%s\", as the output has. --rename makes it input_%s."
                .formatted(heading, heading));
      }
    }
  }

  /// The headings of the output: those of the input, renamed where they are ours, and ours.
  static List<String> headings(List<String> headings, List<String> ours) {
    return Stream.concat(
            headings.stream().map(heading -> ours.contains(heading) ? "input_" + heading : heading),
            ours.stream())
        .toList();
  }

  /// Country whose national phone numbers and dates are meant, or an empty string.
  String region() {
    String known = model.map(LinkModel::from).map(LinkModel.From::region).orElse("");
    String region = arguments.one("--region").orElse(known).toUpperCase(Locale.ROOT);
    if (!region.isEmpty() && !Set.of(Locale.getISOCountries()).contains(region)) {
      throw Ending.usage("--region takes a country code of two letters, such as GB.");
    }
    return region;
  }

  /// How many processors to use.
  int threads() {
    long threads = arguments.number("--threads", Runtime.getRuntime().availableProcessors());
    if (threads < 1 || threads > THREADS) {
      throw Ending.usage("--threads takes a number from 1 to %d.".formatted(THREADS));
    }
    return (int) threads;
  }

  private Optional<Charset> charset() {
    try {
      return arguments.one("--encoding").map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw Ending.usage("--encoding takes a name such as UTF-8 or windows-1252.");
    }
  }

  private Optional<Character> delimiter() {
    return arguments
        .one("--delimiter")
        .map(
            said -> {
              String one = said.equals("\\t") || said.equalsIgnoreCase("tab") ? "\t" : said;
              if (one.length() != 1 || one.charAt(0) > '~' || "\"\n\r".contains(one)) {
                throw Ending.usage("--delimiter takes one character of ASCII.");
              }
              return one.charAt(0);
            });
  }
}
