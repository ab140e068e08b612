package org.clew.platform.investigation.screen;

import java.util.List;
import org.clew.platform.investigation.ImportList;
import org.clew.platform.investigation.ListColumn;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// What the columns of a list hold.
///
/// @param samples the first cells of each column
/// @param alike imports of the very same file whose records are there
public record ColumnsPage(
    ImportList list, List<List<String>> samples, List<ImportList> alike, Mistakes mistakes) {

  public ColumnsPage {
    samples = List.copyOf(samples);
    alike = List.copyOf(alike);
  }

  public String path() {
    return "/imports/" + list.id() + "/columns";
  }

  /// How the file is written, in words.
  public String shape(Screen screen) {
    return list.file().inWords(screen);
  }

  public List<Option> uses(Screen screen) {
    return ListColumn.uses().stream()
        .map(use -> new Option(use, screen.say("investigation.use." + use)))
        .toList();
  }

  public List<Option> oddCells(Screen screen) {
    return List.of(
        new Option(
            ImportList.OddCells.REJECT_ROW.name(), screen.say("investigation.odd.REJECT_ROW")),
        new Option(ImportList.OddCells.KEEP_ROW.name(), screen.say("investigation.odd.KEEP_ROW")));
  }
}
