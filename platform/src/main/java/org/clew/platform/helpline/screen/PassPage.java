package org.clew.platform.helpline.screen;

import java.util.List;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;

/// Asking a reporter whether their concern may go on to another organisation.
///
/// @param path of the concern
/// @param recipients to which it can go
public record PassPage(String path, List<Option> recipients, Filled filled) {

  public PassPage {
    recipients = List.copyOf(recipients);
  }

  public Mistakes mistakes() {
    return filled.mistakes();
  }
}
