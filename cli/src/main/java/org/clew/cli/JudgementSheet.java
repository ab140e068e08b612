package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clew.linkage.Judgement;
import org.clew.linkage.Verdict;

/// What people judged, as a list: read with `--judgements`, and written with `--review` together
/// with the pairs that are worth judging next, so that a file that was filled in goes back in.
final class JudgementSheet {

  /// The headings of a judgement; the first three must be there.
  static final List<String> HEADINGS =
      List.of("left_id", "right_id", "verdict", "by", "when", "why");

  private static final int DEMANDED = 3;
  private static final Set<String> VERDICTS = Set.of("SAME", "DIFFERENT", "UNSURE");

  private final List<List<String>> judged = new ArrayList<>();
  private final List<Judgement> binding = new ArrayList<>();
  private int elsewhere;
  private int open;

  /// Nothing was judged.
  JudgementSheet() {}

  /// What stands in several files binds as if it stood in one.
  ///
  /// @throws Ending when one lacks a column or holds a verdict that is none
  static JudgementSheet read(List<Path> files, LinkInput input) {
    var out = new JudgementSheet();
    files.forEach(file -> out.add(file, input));
    return out;
  }

  private void add(Path file, LinkInput input) {
    Sheet sheet = Sheet.read(file, new Sheet.Written(Optional.empty(), Optional.empty()));
    for (String heading : HEADINGS.subList(0, DEMANDED)) {
      if (sheet.column(heading) < 0) {
        throw Ending.badInput("%s has no column %s.".formatted(sheet.file(), heading));
      }
    }
    int[] columns = HEADINGS.stream().mapToInt(sheet::column).toArray();
    sheet.each(
        row -> {
          List<String> cells = new ArrayList<>();
          for (int column : columns) {
            boolean isThere = column >= 0 && column < row.cells().size();
            cells.add(isThere ? row.cell(column).strip() : "");
          }
          String verdict = cells.get(2).toUpperCase(Locale.ROOT);
          if (!verdict.isEmpty() && !VERDICTS.contains(verdict)) {
            throw Ending.badInput(
                "%s, line %d: a verdict is SAME, DIFFERENT or UNSURE; empty where nobody judged yet."
                    .formatted(sheet.file(), row.line()));
          }
          cells.set(2, verdict);
          take(cells, input);
          return true;
        });
  }

  private void take(List<String> cells, LinkInput input) {
    if (cells.get(2).isEmpty()) {
      open++;
      return;
    }
    judged.add(cells);
    Optional<Integer> left = input.find(cells.get(0));
    Optional<Integer> right = input.find(cells.get(1));
    if (left.isPresent() && right.isPresent()) {
      binding.add(
          new Judgement(
              left.get().toString(), right.get().toString(), Verdict.valueOf(cells.get(2))));
    } else {
      elsewhere++;
    }
  }

  /// Those of the input's rows, by their numbers.
  List<Judgement> binding() {
    return binding;
  }

  /// All that were made, as they stand in the files, under [#HEADINGS].
  List<List<String>> judged() {
    return judged;
  }

  /// What was taken and what was not.
  String said() {
    String out = "%,d judgements bind".formatted(binding.size());
    out += elsewhere > 0 ? "; %,d are of rows that are not here".formatted(elsewhere) : "";
    out += open > 0 ? "; %,d pairs are still to be judged".formatted(open) : "";
    return out + ".";
  }
}
