package org.clew.linkage;

import static org.clew.linkage.Strength.MEDIUM;
import static org.clew.linkage.Strength.STRONG;
import static org.clew.linkage.Strength.WEAK;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Pairs of made-up people's names with the strength at which they must, or must not, agree. Given
/// and family names are usual ones of each script; who is in a pair was put together for this.
final class NameTables {
  static final List<String> SCRIPTS =
      List.of(
          "arabic",
          "bengali",
          "burmese",
          "chinese",
          "cyrillic",
          "devanagari",
          "ethiopic",
          "khmer",
          "latin",
          "thai",
          "vietnamese");

  private static final Comparator<Optional<Strength>> WEAKEST_FIRST =
      Comparator.comparing(
          each -> each.map(strength -> List.of(STRONG, MEDIUM, WEAK).indexOf(strength)).orElse(3),
          Comparator.reverseOrder());

  private NameTables() {}

  /// Two names.
  ///
  /// @param isOne whether they are two spellings of one name
  /// @param bound the least strength of one name, the most of two; none for no agreement at all
  record Pair(String one, String other, boolean isOne, Optional<Strength> bound) {
    boolean holds(Optional<Strength> strength) {
      return isOne
          ? WEAKEST_FIRST.compare(strength, bound) >= 0
          : WEAKEST_FIRST.compare(strength, bound) <= 0;
    }

    /// Whether it must come up in a search.
    boolean mustBeFound() {
      return isOne && bound.filter(least -> least != Strength.WEAK).isPresent();
    }
  }

  /// The pairs of `made`, after which the rules were written, or of `heldout`, written after them.
  static List<Pair> pairs(String table, String script) {
    List<Pair> out = new ArrayList<>();
    for (String line : text("names/" + table + "/" + script + ".txt").split("\n", -1)) {
      if (!line.isBlank()) {
        String[] cells = line.strip().split("\\s*\\|\\s*", -1);
        String[] words = cells[2].split(" ", -1);
        Optional<Strength> bound =
            words[2].equals("none")
                ? Optional.empty()
                : Optional.of(Strength.valueOf(words[2].toUpperCase(Locale.ROOT)));
        out.add(new Pair(cells[0], cells[1], words[1].equals("least"), bound));
      }
    }
    return out;
  }

  private static String text(String file) {
    try (InputStream in = NameTables.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
