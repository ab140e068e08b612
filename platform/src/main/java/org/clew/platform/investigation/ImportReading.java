package org.clew.platform.investigation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.clew.linkage.Columns;
import org.clew.linkage.Kind;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;

/// Reads the file of an import, as often as it takes.
@Component
final class ImportReading {

  private static final int SAMPLE_ROWS = 200;
  private static final int SAMPLES = 3;
  private static final int FIRST_ROWS = 10;

  private final ImportStore store;
  private final ImportFileStore files;
  private final RejectStore rejects;
  private final Residents residents;

  ImportReading(
      ImportStore store, ImportFileStore files, RejectStore rejects, Residents residents) {
    this.store = store;
    this.files = files;
    this.rejects = rejects;
    this.residents = residents;
  }

  /// The columns of a file with what they probably hold.
  ///
  /// @throws Refused when there are headings and nothing else
  static List<ListColumn> guess(TableShape shape, byte[] content) {
    List<TableRow> rows = firstRows(shape, new ByteArrayInputStream(content), SAMPLE_ROWS + 1);
    if (rows.isEmpty()) {
      throw new Refused("investigation.import.refused.empty");
    }
    List<String> headings = Headings.of(rows.getFirst());
    if (rows.size() == 1) {
      throw new Refused("investigation.import.refused.headingsOnly");
    }
    var columns = new ArrayList<ListColumn>();
    for (int i = 0; i < headings.size(); i++) {
      int column = i;
      List<String> samples =
          below(rows).stream().map(row -> row.cell(column)).filter(c -> !c.isEmpty()).toList();
      columns.add(
          new ListColumn(
              headings.get(i),
              Columns.guess(headings.get(i), samples, headings)
                  .map(Kind::name)
                  .orElse(ListColumn.KEEP)));
    }
    return columns;
  }

  /// The first cells of each column that are not empty.
  List<List<String>> samples(ImportList list) {
    List<TableRow> rows = firstRows(list.file().read(), files.read(list.id()), SAMPLE_ROWS + 1);
    var samples = new ArrayList<List<String>>();
    for (int i = 0; i < list.columns().size(); i++) {
      int column = i;
      samples.add(
          below(rows).stream()
              .map(row -> row.cell(column))
              .filter(cell -> !cell.isEmpty())
              .distinct()
              .limit(SAMPLES)
              .map(cell -> cell.length() > 80 ? cell.substring(0, 80) + "…" : cell)
              .toList());
    }
    return samples;
  }

  /// The first rows as they will be.
  List<CheckedRow> firstRows(ImportList list) {
    RowCheck check = check(list, residents.region());
    return below(firstRows(list.file().read(), files.read(list.id()), FIRST_ROWS + 1)).stream()
        .map(check::check)
        .toList();
  }

  /// Looks at every row and writes down those that will be left out.
  void check(ImportList list) {
    rejects.clear(list.id());
    var counter = new Counter(list.id());
    read(list, row -> counter.take(row));
    counter.flush();
    if (counter.rows == 0) {
      throw new Refused("investigation.import.refused.headingsOnly");
    }
    store.checked(list.id(), counter.rows, counter.bad);
  }

  /// Hands over every row but the headings, checked.
  void read(ImportList list, CheckedTaker taker) {
    RowCheck check = check(list, residents.region());
    var first = new boolean[] {true};
    try (InputStream content = files.read(list.id())) {
      Tables.read(
          list.file().read(),
          content,
          row -> {
            if (first[0]) {
              first[0] = false;
              return Tables.Taker.Answer.GO_ON;
            }
            return taker.take(check.check(row));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gets checked rows one by one.
  @FunctionalInterface
  interface CheckedTaker {
    Tables.Taker.Answer take(CheckedRow row);
  }

  /// The rows below the headings.
  private static List<TableRow> below(List<TableRow> rows) {
    return rows.subList(Math.min(1, rows.size()), rows.size());
  }

  private static RowCheck check(ImportList list, String region) {
    return new RowCheck(list.columns(), list.odd(), region);
  }

  private static List<TableRow> firstRows(TableShape shape, InputStream content, int rows) {
    var first = new ArrayList<TableRow>();
    try (content) {
      Tables.read(
          shape,
          content,
          row -> {
            first.add(row);
            return first.size() == rows ? Tables.Taker.Answer.STOP : Tables.Taker.Answer.GO_ON;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return first;
  }

  private final class Counter {

    private final ImportId id;
    private final List<Reject> waiting = new ArrayList<>();
    private long rows;
    private long bad;

    private Counter(ImportId id) {
      this.id = id;
    }

    private Tables.Taker.Answer take(CheckedRow row) {
      rows++;
      if (row instanceof CheckedRow.Bad rejected) {
        bad++;
        waiting.add(reject(rejected));
        if (waiting.size() == Limits.BATCH_ROWS) {
          flush();
        }
      }
      return Tables.Taker.Answer.GO_ON;
    }

    private void flush() {
      rejects.insert(id, waiting);
      waiting.clear();
    }
  }

  static Reject reject(CheckedRow.Bad bad) {
    return new Reject(bad.row().line(), bad.fault(), bad.column(), bad.row().cells());
  }
}
