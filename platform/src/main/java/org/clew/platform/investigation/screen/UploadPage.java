package org.clew.platform.investigation.screen;

import java.util.Arrays;
import java.util.List;
import org.clew.platform.investigation.LawfulBasis;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;

/// The form that brings in a list, as it was filled in.
public record UploadPage(
    String name, String basis, String purpose, String keepUntil, Mistakes mistakes) {

  public List<Option> bases(Screen screen) {
    return Arrays.stream(LawfulBasis.values())
        .map(basis -> new Option(basis.name(), screen.say(basis.messageKey())))
        .toList();
  }
}
