package org.clew.platform.casework.screen;

import org.clew.platform.web.Filled;
import org.clew.platform.web.Mistakes;

/// A case opened by hand, with the contact it begins with.
public record NewCasePage(Filled filled) {

  public Mistakes mistakes() {
    return filled.mistakes();
  }

  public String text(String field) {
    return filled.text(field);
  }
}
