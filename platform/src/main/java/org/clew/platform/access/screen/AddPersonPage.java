package org.clew.platform.access.screen;

import java.util.List;
import java.util.Set;
import org.clew.platform.access.screen.PersonPage.RoleChoice;
import org.clew.platform.web.Mistakes;

/// Adding somebody.
public record AddPersonPage(
    String name, String email, List<RoleChoice> roles, Set<String> chosen, Mistakes mistakes) {

  public AddPersonPage {
    roles = List.copyOf(roles);
    chosen = Set.copyOf(chosen);
  }
}
