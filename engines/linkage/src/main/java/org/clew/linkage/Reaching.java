package org.clew.linkage;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which rows could be linked at all, and whether those of one script are linked as well as those
/// of another. Of a long list every so many rows are weighed against themselves.
final class Reaching {
  private static final int LOOKED_AT = 60_000;
  private static final int MOST_SAID = 8;
  private static final double BINS_PER_BIT = 16;
  private static final int BINS = 4_096;
  private static final String MIXED = "Mixed";
  private static final String NONE = "No name";

  private final LinkTable table;
  private final Entities.Model model;
  private final Traits traits;
  private final int[] bins = new int[BINS];
  private final Map<Integer, Integer> saying = new HashMap<>();
  private final Map<String, Tally> tallies = new HashMap<>();
  private int looked;
  private int cannot;

  private static final class Tally {
    private int rows;
    private int together;
    private int looked;
    private int cannot;
    private long filled;
  }

  Reaching(LinkTable table, Entities entities, Entities.Model model, int[] sizes) {
    this.table = table;
    this.model = model;
    this.traits = model.traits();
    String[][] scripts = scripts();
    int step = Math.max(1, traits.rows / LOOKED_AT);
    Kernels kernels = new Kernels();
    double[] each = new double[traits.size()];
    for (int row = 0; row < traits.rows; row++) {
      Tally tally = tallies.computeIfAbsent(script(scripts, row), _ -> new Tally());
      int filled = filled(row);
      tally.rows++;
      tally.together += sizes[entities.first(row)] > 1 ? 1 : 0;
      tally.filled += Integer.bitCount(filled);
      if (row % step == 0) {
        look(filled, model.weights().of(row, row, kernels, each), tally);
      }
    }
  }

  private void look(int filled, double weight, Tally tally) {
    looked++;
    tally.looked++;
    bins[(int) Math.clamp(weight * BINS_PER_BIT + BINS / 2.0, 0, BINS - 1)]++;
    if (weight < model.threshold()) {
      cannot++;
      tally.cannot++;
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
    return tallies.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Tally>>comparingInt(entry -> -entry.getValue().rows)
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> script(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Findings.Script script(String name, Tally tally) {
    return new Findings.Script(
        name,
        tally.rows,
        tally.together,
        tally.looked,
        tally.cannot,
        tally.filled / (double) tally.rows);
  }

  /// By column that holds names, and number of its text, the script.
  private String[][] scripts() {
    List<Kind> kinds = table.kinds();
    String[][] out = new String[kinds.size()][];
    for (int column = 0; column < out.length; column++) {
      out[column] = isName(kinds.get(column)) ? scripts(column) : new String[0];
    }
    return out;
  }

  private static boolean isName(Kind kind) {
    return switch (kind) {
      case NAME, GIVEN_NAME, FAMILY_NAME, ORGANISATION_NAME -> true;
      default -> false;
    };
  }

  private String[] scripts(int column) {
    String[] out = new String[table.distinct(column)];
    for (int code = 0; code < out.length; code++) {
      out[code] = script(table.text(column, code));
    }
    return out;
  }

  /// The script of most of the letters.
  static String script(String text) {
    Map<UnicodeScript, Integer> letters = new HashMap<>();
    text.codePoints()
        .limit(64)
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
    return letters.entrySet().stream()
        .max(
            Map.Entry.<UnicodeScript, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> said(entry.getKey()))
        .orElse(NONE);
  }

  private static String said(UnicodeScript script) {
    String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String script(String[][] scripts, int row) {
    String found = NONE;
    for (int column = 0; column < scripts.length; column++) {
      int code = scripts[column].length == 0 ? -1 : table.codes(column)[row];
      String script = code < 0 ? NONE : scripts[column][code];
      if (!script.equals(NONE)) {
        found = found.equals(NONE) || found.equals(script) ? script : MIXED;
      }
    }
    return found;
  }
}
