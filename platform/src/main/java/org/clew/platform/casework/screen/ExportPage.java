package org.clew.platform.casework.screen;

import org.clew.platform.casework.Export;
import org.clew.platform.casework.PartId;

/// An export to be read, printed or taken as a file.
public record ExportPage(Export export) {

  public String casePath() {
    return "/cases/" + export.head().id();
  }

  /// What a participant is called, if their name leaves.
  public String nameOf(PartId participant) {
    return export.participants().stream()
        .filter(each -> each.id().equals(participant))
        .map(each -> each.details().name())
        .findFirst()
        .orElse("—");
  }
}
