package org.clew.platform.casework.screen;

import java.util.Map;
import org.clew.platform.access.PersonId;
import org.clew.platform.web.Screen;

/// What the people of the team are called.
public record Names(Map<PersonId, String> all) {

  public Names {
    all = Map.copyOf(all);
  }

  /// Somebody's name, or a word for who is not of the team (any more), such as a machine.
  public String of(PersonId id, Screen screen) {
    String name = all.get(id);
    return name == null ? screen.say("casework.somebody") : name;
  }
}
