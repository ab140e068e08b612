package org.clew.platform.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clew.platform.access.PersonId;
import org.clew.platform.web.Screen;
import org.jspecify.annotations.Nullable;

/// A list that was brought in, and how far it is.
///
/// @param columns in the order of the file
/// @param trouble the key of a sentence that says why it failed
public record ImportList(
    ImportId id,
    About about,
    File file,
    List<ListColumn> columns,
    OddCells odd,
    ImportState state,
    Counts counts,
    Far far,
    PersonId createdBy,
    Instant createdAt,
    @Nullable String trouble) {

  /// Where it is from and why it may be here.
  ///
  /// @param name what people call the list
  /// @param purpose what for, in a sentence
  /// @param keepUntil the day its records are forgotten
  public record About(String name, LawfulBasis basis, String purpose, LocalDate keepUntil) {}

  /// The file it came in.
  ///
  /// @param hash SHA-256 of its content, lower-case hex
  /// @param shape how it is written
  public record File(String name, long bytes, String hash, String shape) {

    /// How it is written, in words.
    public String inWords(Screen screen) {
      return switch (read()) {
        case TableShape.Text text ->
            screen.say("investigation.shape.text", text.charset(), delimiter(screen, text));
        case TableShape.Workbook book ->
            screen.say("investigation.shape.workbook", book.sheetName(), book.sheets());
      };
    }

    private static String delimiter(Screen screen, TableShape.Text text) {
      return text.delimiter() == '\t'
          ? screen.say("investigation.shape.tab")
          : String.valueOf(text.delimiter());
    }

    TableShape read() {
      return TableShape.read(shape);
    }
  }

  /// What its rows came to.
  ///
  /// @param rows rows of the file but its headings and blank lines
  /// @param rejected those left out
  /// @param inside connections found between its own records
  /// @param outside connections found to records that were there before
  public record Counts(long rows, long rejected, long inside, long outside) {

    /// Rows that are, or will be, records.
    public long taken() {
      return rows - rejected;
    }
  }

  /// How far its import has come, in rows: once for writing and once for linking.
  public record Far(long done, long total) {}

  /// What to do with a cell that cannot be what its column is said to be.
  public enum OddCells {
    /// Leave out the row and say why.
    REJECT_ROW,
    /// Keep the row; the cell stays as it came and is not compared.
    KEEP_ROW
  }

  public ImportList {
    columns = List.copyOf(columns);
  }

  /// The columns whose cells stay with the records.
  List<ListColumn> kept() {
    return columns.stream().filter(ListColumn::isKept).toList();
  }

  RecordSource source() {
    return new RecordSource(RecordSource.Kind.IMPORT, id.value(), about.name());
  }
}
