package org.clew.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after a command: options with their values, flags, and the rest.
final class Arguments {

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> rest = new ArrayList<>();

  /// Reads `--name value`, `--name=value` and `--flag`, in any order; after `--` all is rest.
  ///
  /// @param valued options that take a value, each as often as one likes
  /// @param flags options that take none
  static Arguments read(List<String> words, Set<String> valued, Set<String> flags) {
    var read = new Arguments();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        read.rest.addAll(words.subList(i + 1, words.size()));
        break;
      }
      if (!word.startsWith("--")) {
        read.rest.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (flags.contains(name) && equals < 0) {
        read.put(name, "");
      } else if (valued.contains(name) && equals >= 0) {
        read.put(name, word.substring(equals + 1));
      } else if (valued.contains(name)) {
        i++;
        if (i == words.size()) {
          throw Ending.usage("%s needs a value.".formatted(name));
        }
        read.put(name, words.get(i));
      } else {
        throw Ending.usage("There is no option %s.".formatted(word));
      }
    }
    return read;
  }

  private void put(String name, String value) {
    values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  List<String> rest() {
    return List.copyOf(rest);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> one(String name) {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw Ending.usage("%s was given more than once.".formatted(name));
    }
    return given.stream().findFirst();
  }

  Optional<Path> file(String name) {
    return one(name).map(Arguments::path);
  }

  /// Where the rows are written.
  ///
  /// @throws Ending when it is not said
  Path out() {
    return file("--out").orElseThrow(() -> Ending.usage("Say where to write: --out OUT.csv."));
  }

  /// Refuses to write over what is read, twice in one place, or over what must stay.
  ///
  /// @param over what may be written over
  /// @param options those that name a file to write
  void demandPlacesOfTheirOwn(List<Path> read, OutFile.Over over, List<String> options) {
    List<Path> taken = new ArrayList<>(read);
    for (String option : options) {
      Optional<Path> file = file(option);
      if (file.isPresent()) {
        if (taken.stream().anyMatch(path -> same(path, file.get()))) {
          throw Ending.usage(
              "%s is read, or written as something else; write %s elsewhere."
                  .formatted(file.get(), option));
        }
        taken.add(file.get());
      }
    }
    options.forEach(option -> file(option).ifPresent(place -> OutFile.demandFree(place, over)));
  }

  /// A whole number.
  long number(String option, long otherwise) {
    try {
      return one(option).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException _) {
      throw Ending.usage("%s takes a whole number.".formatted(option));
    }
  }

  /// A number, with a point or without.
  double decimal(String option, double otherwise) {
    return one(option).map(said -> decimal(option, said)).orElse(otherwise);
  }

  /// A number out of what an option says.
  static double decimal(String option, String said) {
    try {
      return Double.parseDouble(said);
    } catch (NumberFormatException _) {
      throw Ending.usage("%s takes a number, such as 0.5.".formatted(option));
    }
  }

  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException _) {
      throw Ending.usage("\"%s\" is no name of a file.".formatted(name));
    }
  }

  /// Whether two paths lead to one place, as far as their names say.
  static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }
}
