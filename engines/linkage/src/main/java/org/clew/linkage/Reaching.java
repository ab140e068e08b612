package org.clew.linkage;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which rows could be linked at all, and whether those of one script are linked as well as those
/// of another. Of a long list every so many rows are weighed against themselves.
final class Reaching {
  private static final int LOOKED_AT = 20_000;

  /// Of a rare script at least so many rows are looked at.
  private static final int LOOKED_AT_EACH = 1_000;

  private static final int MOST_SAID = 8;
  private static final double BINS_PER_BIT = 16;
  private static final int BINS = 4_096;
  private static final int LETTERS = 64;
  private static final int NONE = 0;
  private static final int MIXED = 1;

  private final LinkTable table;
  private final Entities.Model model;
  private final Traits traits;
  private final int[] bins = new int[BINS];
  private final Map<Integer, Integer> saying = new HashMap<>();
  private final Map<UnicodeScript, Integer> numbers = new EnumMap<>(UnicodeScript.class);

  /// By number of a script.
  private final List<String> names = new ArrayList<>(List.of("No name", "Mixed"));

  private final List<Tally> tallies = new ArrayList<>(List.of(new Tally(), new Tally()));
  private int looked;
  private int cannot;

  private static final class Tally {
    private int rows;
    private int together;
    private int looked;
    private int cannot;
    private long filled;
  }

  Reaching(LinkTable table, Entities entities, Entities.Model model) {
    this.table = table;
    this.model = model;
    this.traits = model.traits();
    int[][] scripts = scripts();
    int step = Math.max(1, traits.rows / LOOKED_AT);
    Weights.Scale scale = model.weights().new Scale();
    for (int row = 0; row < traits.rows; row++) {
      Tally tally = tallies.get(script(scripts, row));
      int filled = filled(row);
      tally.rows++;
      tally.together += entities.weight(row).isPresent() ? 1 : 0;
      tally.filled += Integer.bitCount(filled);
      boolean drawn = row % step == 0;
      if (drawn || tally.looked < LOOKED_AT_EACH) {
        double weight = scale.of(row, row);
        tally.looked++;
        tally.cannot += weight < model.threshold() ? 1 : 0;
        if (drawn) {
          look(filled, weight);
        }
      }
    }
  }

  private void look(int filled, double weight) {
    looked++;
    bins[(int) Math.clamp(weight * BINS_PER_BIT + BINS / 2.0, 0, BINS - 1)]++;
    if (weight < model.threshold()) {
      cannot++;
      saying.merge(filled, 1, Integer::sum);
    }
  }

  /// The traits of which a row says anything, one bit each.
  private int filled(int row) {
    int out = 0;
    for (int trait = 0; trait < traits.size(); trait++) {
      for (int column = 0; column < traits.columns(trait); column++) {
        out |= traits.value(trait, column, row) >= 0 ? 1 << trait : 0;
      }
    }
    return out;
  }

  /// Of the rows looked at, the share that a row just like them reaches a weight with.
  double share(double bits) {
    int from = (int) Math.clamp(Math.ceil(bits * BINS_PER_BIT + BINS / 2.0), 0, BINS);
    long reaching = 0;
    for (int bin = from; bin < BINS; bin++) {
      reaching += bins[bin];
    }
    return looked == 0 ? 0 : reaching / (double) looked;
  }

  Findings.Reach reach() {
    List<Findings.Saying> out =
        saying.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_SAID)
            .map(entry -> new Findings.Saying(headings(entry.getKey()), entry.getValue()))
            .toList();
    return new Findings.Reach(looked, cannot, out);
  }

  private List<List<String>> headings(int filled) {
    List<List<String>> out = new ArrayList<>();
    for (int trait = 0; trait < traits.size(); trait++) {
      if ((filled >> trait & 1) == 1) {
        out.add(traits.all.get(trait).headings);
      }
    }
    return out;
  }

  List<Findings.Script> byScript() {
    List<Findings.Script> out = new ArrayList<>();
    for (int script = 0; script < tallies.size(); script++) {
      Tally tally = tallies.get(script);
      if (tally.rows > 0) {
        double filled = tally.filled / (double) tally.rows;
        out.add(
            new Findings.Script(
                names.get(script), tally.rows, tally.together, tally.looked, tally.cannot, filled));
      }
    }
    out.sort(
        Comparator.comparingInt((Findings.Script each) -> -each.rows())
            .thenComparing(Findings.Script::name));
    return out;
  }

  /// By column that holds names, and number of its text, the script.
  private int[][] scripts() {
    List<Kind> kinds = table.kinds();
    int[][] out = new int[kinds.size()][];
    for (int column = 0; column < out.length; column++) {
      out[column] = new int[isName(kinds.get(column)) ? table.distinct(column) : 0];
      for (int code = 0; code < out[column].length; code++) {
        out[column][code] = script(table.text(column, code));
      }
    }
    return out;
  }

  private static boolean isName(Kind kind) {
    return switch (kind) {
      case NAME, GIVEN_NAME, FAMILY_NAME, ORGANISATION_NAME -> true;
      default -> false;
    };
  }

  /// The script of most of the letters.
  private int script(String text) {
    if (isPlainLatin(text)) {
      return number(UnicodeScript.LATIN);
    }
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    UnicodeScript best = UnicodeScript.COMMON;
    int most = 0;
    for (int c : text.codePoints().limit(LETTERS).filter(Character::isLetter).toArray()) {
      UnicodeScript script = UnicodeScript.of(c);
      int count = letters.merge(script, 1, Integer::sum);
      if (count > most) {
        most = count;
        best = script;
      }
    }
    return most == 0 ? NONE : number(best);
  }

  private int number(UnicodeScript script) {
    return numbers.computeIfAbsent(
        script,
        _ -> {
          String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
          names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
          tallies.add(new Tally());
          return tallies.size() - 1;
        });
  }

  /// Most names are, and those need no counting.
  private static boolean isPlainLatin(String text) {
    boolean letters = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      letters |= (c | 32) >= 'a' && (c | 32) <= 'z';
    }
    return letters;
  }

  private int script(int[][] scripts, int row) {
    int found = NONE;
    for (int column = 0; column < scripts.length; column++) {
      int code = scripts[column].length == 0 ? -1 : table.codes(column)[row];
      int script = code < 0 ? NONE : scripts[column][code];
      if (script != NONE) {
        found = found == NONE || found == script ? script : MIXED;
      }
    }
    return found;
  }
}
