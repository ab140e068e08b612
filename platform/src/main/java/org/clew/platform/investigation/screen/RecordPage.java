package org.clew.platform.investigation.screen;

import java.util.List;
import org.clew.platform.investigation.Answer;
import org.clew.platform.investigation.EntityId;
import org.clew.platform.investigation.Judged;
import org.clew.platform.investigation.ShownRecord;
import org.jspecify.annotations.Nullable;

/// One record as it came, what it is one with, and what it is connected to.
///
/// @param cells of the row it came from; none for what came from no list
/// @param same the other records judged to be one with it
/// @param entity what they are known by together, if it was ever judged to be one with another
/// @param history all judgements about it, the latest first
public record RecordPage(
    ShownRecord record,
    List<Cell> cells,
    List<ShownRecord> same,
    @Nullable EntityId entity,
    Answer connections,
    List<Judged> history) {

  /// A cell under its heading.
  public record Cell(String heading, String text) {}

  public RecordPage {
    cells = List.copyOf(cells);
    same = List.copyOf(same);
    history = List.copyOf(history);
  }

  public String path() {
    return "/records/" + record.id();
  }
}
