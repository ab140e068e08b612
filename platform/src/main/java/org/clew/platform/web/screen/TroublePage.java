package org.clew.platform.web.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something went wrong, and what to do now.
///
/// @param titleKey the heading's sentence
/// @param textKey the sentence that says what happened
/// @param arguments what that sentence needs
/// @param incident the number under which the log tells more
/// @param to the path to go on from
/// @param toKey what the way there is called
public record TroublePage(
    String titleKey,
    String textKey,
    List<Object> arguments,
    @Nullable String incident,
    String to,
    String toKey) {

  public TroublePage {
    arguments = List.copyOf(arguments);
  }
}
