package org.clew.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clew.meaning.Ranking;
import org.clew.tables.Row;
import org.clew.tables.SheetCells;

/// What a search found, as a file.
///
/// @param text the column that holds the text
record SearchOutput(Sheet sheet, int text, Ranking ranking) {

  /// The headings that are ours.
  static final List<String> HEADINGS =
      List.of("meaning_rank", "meaning_similarity", "meaning_passage");

  /// Writes the nearest rows, the nearest first, each as it came, with its place, its similarity
  /// and its nearest passage.
  void write(Path out, int most, Terminal terminal) {
    List<Ranking.Ranked> best = ranking.best(most);
    Map<Integer, Row> rows = rows(best);
    OutFile.csv(
        out,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(InputOptions.headings(sheet.headings(), HEADINGS));
          for (int i = 0; i < best.size(); i++) {
            terminal.demandGoingOn();
            csv.row(
                cells(Objects.requireNonNull(rows.get(best.get(i).text())), i + 1, best.get(i)));
          }
        });
  }

  private Map<Integer, Row> rows(List<Ranking.Ranked> best) {
    Map<Integer, Row> rows = HashMap.newHashMap(best.size());
    best.forEach(each -> rows.put(each.text(), new Row(0, List.of())));
    int[] number = {0};
    sheet.cells(
        row -> {
          int here = number[0]++;
          rows.computeIfPresent(here, (_, _) -> row.row());
          return true;
        });
    return rows;
  }

  private List<String> cells(Row row, int rank, Ranking.Ranked ranked) {
    List<String> cells = new ArrayList<>(sheet.headings().size() + HEADINGS.size());
    for (int i = 0; i < sheet.headings().size(); i++) {
      cells.add(row.cell(i));
    }
    cells.add(Integer.toString(rank));
    cells.add(String.format(Locale.ROOT, "%.4f", ranked.similarity()));
    cells.add(SheetCells.harmless(row.cell(text).substring(ranked.from(), ranked.to())));
    return cells;
  }
}
