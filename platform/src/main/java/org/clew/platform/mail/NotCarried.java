package org.clew.platform.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mail could not be handed over. Says of what kind the trouble was and nothing more: what mail
/// servers answer names addresses.
final class NotCarried extends RuntimeException {

  private static final int DEEPEST = 10;

  NotCarried(Throwable cause) {
    super(kinds(cause), null, false, false);
  }

  private static String kinds(Throwable cause) {
    List<String> kinds = new ArrayList<>();
    for (@Nullable Throwable t = cause; t != null && kinds.size() < DEEPEST; t = t.getCause()) {
      kinds.add(t.getClass().getSimpleName());
    }
    return String.join(" < ", kinds);
  }
}
