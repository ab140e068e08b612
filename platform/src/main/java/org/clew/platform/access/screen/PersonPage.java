package org.clew.platform.access.screen;

import java.util.List;
import java.util.Set;
import org.clew.platform.web.Mistakes;

/// One person, and what may be done about them.
///
/// @param path the path of this page
/// @param changeable whether whoever looks may change anything here
/// @param roles every role, and whether whoever looks may give it
/// @param held the names of the roles they have
/// @param askedBy who asked for a reset that waits for a second person, or nothing
public record PersonPage(
    String path,
    String name,
    String email,
    PeoplePage.State state,
    boolean changeable,
    List<RoleChoice> roles,
    Set<String> held,
    String askedBy,
    boolean agreeable,
    Mistakes mistakes) {

  public PersonPage {
    roles = List.copyOf(roles);
    held = Set.copyOf(held);
  }

  /// A role to give.
  public record RoleChoice(String value, String messageKey, String hintKey) {}
}
