package org.clew.platform.investigation.screen;

import java.util.List;
import org.clew.platform.investigation.Answer;
import org.clew.platform.investigation.ImportList;
import org.clew.platform.investigation.ImportState;
import org.clew.platform.investigation.Reject;
import org.clew.platform.web.Listing;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Progress;
import org.jspecify.annotations.Nullable;

/// One import: what it will be, how far it is, or what it came to.
///
/// @param byName who brought it in
/// @param firstRows the first rows as they will be, before they are imported
/// @param rejects one page of the rows left out
/// @param inside connections between its own records, once they are there
/// @param outside connections to records that were there before
/// @param alike imports of the very same file whose records are there
public record ImportPage(
    ImportList list,
    @Nullable String byName,
    List<FirstRow> firstRows,
    List<Reject> rejects,
    Listing rejectListing,
    @Nullable Answer inside,
    @Nullable Answer outside,
    int linkPage,
    List<ImportList> alike,
    Mistakes mistakes) {

  /// A row as it will be.
  ///
  /// @param says what is compared, by kind; nothing for a row that is left out
  /// @param fault the key of the sentence that says why it is left out
  public record FirstRow(long line, List<Said> says, @Nullable String fault, String faultHeading) {

    public FirstRow {
      says = List.copyOf(says);
    }
  }

  /// A value and its kind.
  public record Said(String kind, String text) {}

  public ImportPage {
    firstRows = List.copyOf(firstRows);
    rejects = List.copyOf(rejects);
    alike = List.copyOf(alike);
  }

  public String path() {
    return "/imports/" + list.id();
  }

  public Progress progress() {
    Progress.State state =
        switch (list.state()) {
          case QUEUED, WRITING, LINKING -> Progress.State.GOING_ON;
          case FAILED, STOPPED -> Progress.State.FAILED;
          case COLUMNS, CHECKED, DONE, UNDONE -> Progress.State.FINISHED;
        };
    return new Progress(list.far().done(), list.far().total(), state);
  }

  public boolean isPreview() {
    return list.state().canStart();
  }

  public boolean isThere() {
    return list.state() == ImportState.DONE;
  }

  /// The key of the sentence before the number of its rows: they will be, are or were imported.
  public String rowsAre() {
    return list.state() == ImportState.UNDONE
        ? "investigation.import.wasIn"
        : list.state().isThere() ? "investigation.import.in" : "investigation.import.willBeIn";
  }

  /// Percent done, rounded down.
  public long percent() {
    return list.far().total() == 0 ? 0 : list.far().done() * 100 / list.far().total();
  }
}
