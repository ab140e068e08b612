package org.clew.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clew.linkage.Progress;
import org.clew.linkage.text.FoundPhone;
import org.clew.linkage.text.TextClusters;
import org.clew.tables.CellWriter;

/// What clustering texts came to, as files.
///
/// @param text the column that holds the text
/// @param phones those of each row
/// @param languages that of each row, where it was asked for
record TextsOutput(
    Sheet sheet,
    int text,
    RowIds ids,
    TextClusters clusters,
    List<List<FoundPhone>> phones,
    Optional<List<String>> languages) {

  /// The headings that are ours.
  ///
  /// @param language whether the language is said
  static List<String> headings(boolean language) {
    return language
        ? List.of("text_cluster", "phones", "language")
        : List.of("text_cluster", "phones");
  }

  private static final List<String> PHONES =
      List.of("id", "phone", "start", "end", "written", "rules", "standing");
  private static final int HEARD_EVERY = 1 << 12;

  /// Writes every row as it came, with its cluster and its phones.
  void writeRows(Path out, Terminal terminal) {
    int[] columns = IntStream.range(0, sheet.headings().size()).toArray();
    Progress progress = terminal.progress("Rows written");
    OutFile.csv(
        out,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(InputOptions.headings(sheet.headings(), headings(languages.isPresent())));
          sheet.copy(
              columns,
              csv,
              0,
              (row, _) -> {
                if (row % HEARD_EVERY == 0) {
                  progress.heard(row, clusters.texts());
                  terminal.demandGoingOn();
                }
                csv.cell(ids.id(clusters.first(row)));
                csv.cell(numbers(phones.get(row)));
                languages.ifPresent(each -> csv.cell(each.get(row)));
              });
          progress.heard(clusters.texts(), clusters.texts());
        });
  }

  private static String numbers(List<FoundPhone> phones) {
    return phones.stream().map(FoundPhone::number).distinct().collect(Collectors.joining(" "));
  }

  /// Writes every phone, where it stands in its text, and what was done to read it.
  void writePhones(Path file) {
    OutFile.csv(
        file,
        OutFile.Over.ORDINARY_FILE,
        csv -> {
          csv.row(PHONES);
          int[] number = {0};
          sheet.cells(
              row -> {
                for (FoundPhone phone : phones.get(number[0])) {
                  write(ids.id(number[0]), row.text(text), phone, csv);
                }
                number[0]++;
                return true;
              });
        });
  }

  private static void write(String id, String whole, FoundPhone phone, CellWriter csv) {
    csv.row(
        List.of(
            id,
            phone.number(),
            Integer.toString(phone.start()),
            Integer.toString(phone.end()),
            whole.substring(phone.start(), phone.end()),
            phone.rules().stream()
                .sorted()
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")),
            phone.standing().name().toLowerCase(Locale.ROOT)));
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "%,d texts are %,d clusters; in %,d a phone was found.",
        clusters.texts(),
        clusters.count(),
        phones.stream().filter(each -> !each.isEmpty()).count());
  }
}
